/** One wish has one idempotency key, kept over reloads and retries until the answer is definite. */

import { newId } from './ids'
import { Problem } from './problem'

interface Wish {
  key: string
  body: string
}

/** Somebody is at work on it, perhaps for this very wish: its key finds out what became of it. */
const OPEN = ['checkout_in_progress', 'change_in_progress']

/** `send` gets the key of this wish; sent twice, by an impatient hand or after a lost answer, it is carried out once.
 * `place` is where the tab keeps it: one wish of a kind at a time. */
export async function once<T>(place: string, wish: unknown, send: (key: string) => Promise<T>): Promise<T> {
  const key = keyOf(place, wish)
  try {
    const answer = await send(key)
    sessionStorage.removeItem(place)
    return answer
  } catch (error) {
    if (isDefinite(error)) sessionStorage.removeItem(place)
    throw error
  }
}

function keyOf(place: string, wish: unknown): string {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Wish | null
  const body = JSON.stringify(wish)
  if (kept?.body === body) return kept.key
  const fresh = { key: newId(), body }
  sessionStorage.setItem(place, JSON.stringify(fresh))
  return fresh.key
}

function isDefinite(error: unknown): boolean {
  return error instanceof Problem && error.status < 500 && error.status !== 429 && !OPEN.includes(error.code)
}
