/** One intent to buy has one idempotency key, kept over reloads and retries until the answer is definite. */

import { checkOut, type CheckoutCreate, type Order } from '@/api/checkout'
import { newId } from '@/api/ids'
import { Problem } from '@/api/problem'

const PLACE = 'shopkeeper-intent'
const LAST = 'shopkeeper-last-order'

interface Intent {
  key: string
  body: string
}

function intentFor(wanted: CheckoutCreate): Intent {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Intent | null
  const body = JSON.stringify(wanted)
  if (kept?.body === body) return kept
  const fresh = { key: newId(), body }
  sessionStorage.setItem(PLACE, JSON.stringify(fresh))
  return fresh
}

function isDefinite(error: unknown): boolean {
  return error instanceof Problem && error.status < 500 && error.status !== 429 && error.code !== 'checkout_in_progress'
}

/** Place the order. Sent twice, by an impatient hand or after a lost answer, it is still one order. */
export async function place(wanted: CheckoutCreate): Promise<Order> {
  const intent = intentFor(wanted)
  try {
    const order = await checkOut(wanted, intent.key)
    settle(order.id)
    return order
  } catch (error) {
    if (isDefinite(error)) sessionStorage.removeItem(PLACE)
    throw error
  }
}

/** The intent became this order; coming back to the checkout leads to it. */
export function settle(orderId: string): void {
  sessionStorage.removeItem(PLACE)
  sessionStorage.setItem(LAST, orderId)
}

export function lastOrder(): string | null {
  return sessionStorage.getItem(LAST)
}
