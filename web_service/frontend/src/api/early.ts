/** What public/early.js asked for while the scripts of the page were still on their way. */

declare global {
  interface Window {
    early?: { url: string; language: string; answer: Promise<Response | null> }
  }
}

/** The answer to this question, if it was asked then and has not been taken yet; null if nobody answered. */
export function askedEarly(url: string, language: string): Promise<Response | null> | null {
  const early = window.early
  if (early?.url !== url || early.language !== language) return null
  delete window.early
  return early.answer
}
