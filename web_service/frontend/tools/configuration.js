// Development only (`npm run dev`): puts /config.json of a running suite into the page, as web_service does.

/** @param {string | undefined} shop where the running suite's window is
 *  @returns {import('vite').Plugin} */
export function shopConfiguration(shop = 'http://127.0.0.1:8000') {
  return {
    name: 'shop-configuration',
    apply: 'serve',
    async transformIndexHtml(html) {
      const answer = await fetch(`${shop}/config.json`)
      return html.replace('{"placeholder": true}', (await answer.text()).replaceAll('<', '\\u003c'))
    },
  }
}
