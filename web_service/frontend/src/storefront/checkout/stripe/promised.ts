/** The card payment of this tab's checkout: over reloads, and over the bank's page where it was left for that. */

import type { CardPaymentCreate } from '@/api/card-payments'

const PLACE = 'shopkeeper-card-payment'

export interface Promised {
  token: string
  /** The cart for which it was made, as it was seen. */
  seen: CardPaymentCreate
  /** False while only the server knows whether the card was confirmed, and still can be charged. */
  confirmed: boolean
}

export function promised(): Promised | null {
  return JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Promised | null
}

export function keepPromise(token: string, seen: CardPaymentCreate, confirmed: boolean): void {
  sessionStorage.setItem(PLACE, JSON.stringify({ token, seen, confirmed } satisfies Promised))
}

/** Something became of the order that may have called the payment off: the server is asked before it is named again. */
export function doubtPromise(): void {
  const kept = promised()
  if (kept) keepPromise(kept.token, kept.seen, false)
}

export function forgetPromise(): void {
  sessionStorage.removeItem(PLACE)
}

/** Whether the card was confirmed for exactly this. */
export function isPromised(seen: CardPaymentCreate): boolean {
  const kept = promised()
  return !!kept?.confirmed && JSON.stringify(kept.seen) === JSON.stringify(seen)
}
