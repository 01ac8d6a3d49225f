/** One key per wish: the same wish, tried again after no answer came, keeps its key; so it is carried out once. */

import { newId } from '@/api/ids'

export function useIntent() {
  let last = { what: '', key: '' }

  function keyOf(wish: unknown): string {
    const what = JSON.stringify(wish)
    if (what !== last.what) last = { what, key: newId() }
    return last.key
  }

  /** It was answered: the same wish again is a new one. */
  function settle(): void {
    last = { what: '', key: '' }
  }

  return { keyOf, settle }
}
