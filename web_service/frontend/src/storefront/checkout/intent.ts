/** One intent to buy is one order, and coming back to the checkout leads to it. */

import { checkOut, type CheckoutCreate, type Order } from '@/api/checkout'
import { once } from '@/api/once'

const PLACE = 'shopkeeper-intent'
const LAST = 'shopkeeper-last-order'

/** Place the order. Sent twice, by an impatient hand or after a lost answer, it is still one order. */
export async function place(wanted: CheckoutCreate): Promise<Order> {
  const order = await once(PLACE, wanted, (key) => checkOut(wanted, key))
  settle(order.id)
  return order
}

/** The intent became this order; coming back to the checkout leads to it. */
export function settle(orderId: string): void {
  sessionStorage.removeItem(PLACE)
  sessionStorage.setItem(LAST, orderId)
}

export function lastOrder(): string | null {
  return sessionStorage.getItem(LAST)
}
