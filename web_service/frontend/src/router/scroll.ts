/** Where a page is scrolled to: where it was before, the part its address names once that is there, else its top. */

import type { RouterScrollBehavior } from 'vue-router'

/** Longer than a page's content is waited for, a reader has begun to read elsewhere. */
const PATIENCE = 5000
let waiting: AbortController | null = null

export const scrollTo: RouterScrollBehavior = async (to, from, saved) => {
  waiting?.abort()
  if (saved) return saved
  const elsewhere = to.path !== from.path
  if (!to.hash || (!elsewhere && to.hash === from.hash)) return elsewhere ? { top: 0 } : {}
  if (elsewhere) window.scrollTo({ top: 0 })
  const part = await appeared(idIn(to.hash), (waiting = new AbortController()).signal)
  part?.scrollIntoView()
  return false
}

/** What a hash names; it may hold any letters, and may be written wrongly. */
export function idIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1)
  }
}

/** The element, as soon as the page has it: its content comes from a service. Null where it does not come. */
function appeared(id: string, signal: AbortSignal): Promise<HTMLElement | null> {
  return new Promise((resolve) => {
    const here = document.getElementById(id)
    if (here) return resolve(here)
    const observer = new MutationObserver(() => {
      const element = document.getElementById(id)
      if (element) end(element)
    })
    const timer = setTimeout(() => end(null), PATIENCE)
    function end(element: HTMLElement | null): void {
      observer.disconnect()
      clearTimeout(timer)
      resolve(element)
    }
    signal.addEventListener('abort', () => end(null))
    observer.observe(document.body, { childList: true, subtree: true })
  })
}
