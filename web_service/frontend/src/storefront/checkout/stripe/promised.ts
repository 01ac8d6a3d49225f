/** The card payment of this tab's checkout: over reloads, and over the bank's page where it was left for that. */

import type { CardPaymentCreate } from '@/api/card-payments'

const PLACE = 'shopkeeper-card-payment'

export interface Promised {
  token: string
  /** The cart for which it was made, as it was seen. */
  seen: string
  /** False until it is known that the card was confirmed. */
  confirmed: boolean
}

export function promised(): Promised | null {
  return JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Promised | null
}

export function keepPromise(token: string, seen: CardPaymentCreate, confirmed: boolean): void {
  sessionStorage.setItem(PLACE, JSON.stringify({ token, seen: JSON.stringify(seen), confirmed } satisfies Promised))
}

export function forgetPromise(): void {
  sessionStorage.removeItem(PLACE)
}

/** Whether the card was confirmed for exactly this. */
export function isPromised(seen: CardPaymentCreate): boolean {
  const kept = promised()
  return !!kept?.confirmed && kept.seen === JSON.stringify(seen)
}
