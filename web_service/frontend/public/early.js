/* Asks for what the first page shows while its scripts are still on their way; src/api/early.ts takes the answer. The
   questions are those that the pages ask (api/catalogue.ts); one that is asked differently there is only asked twice. */
;(() => {
  const config = JSON.parse(document.getElementById('shop-config').textContent)
  const wanted = [localStorage.getItem('language') ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase())
  const language = wanted.find((one) => config.languages.includes(one)) ?? config.default_language

  const [page, which, ...rest] = location.pathname.split('/').slice(1)
  const given = new URLSearchParams(location.search)
  const words = given.get('q')?.trim() ?? ''
  const plain = !given.size && !rest.length
  let question = ''
  if (page === '' && plain) question = '/products/picks?limit=8'
  if (page === 'products' && !which && plain) question = '/products?limit=24&facets=true'
  if (page === 'products' && which && !rest.length) question = `/products/${encodeURIComponent(decodeURIComponent(which))}`
  if (page === 'categories' && which && plain) question = `/products?category=${encodeURIComponent(decodeURIComponent(which))}&limit=24&facets=true`
  if (page === 'search' && words && given.size === 1) question = `/search?limit=24&q=${encodeURIComponent(words)}`
  if (!question) return

  const currency = localStorage.getItem('currency')
  if (currency && currency !== config.currency) question += `${question.includes('?') ? '&' : '?'}currency=${currency}`
  const url = new URL(`/api/v1${question}`, config.services.product).href
  const answer = fetch(url, { headers: { 'Accept-Language': language } }).catch(() => null)
  window.early = { url, language, answer }
})()
