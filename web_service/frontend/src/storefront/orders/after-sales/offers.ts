/** Which changes of an order are offered: those that the order itself names, and that whoever is here can carry out. */

import type { Order } from '@/api/after-sales'

const KNOWN = ['address', 'payment-change', 'item-changes', 'returns', 'exchanges'] as const
export type Operation = (typeof KNOWN)[number]

/** `savesMethods` is false for guests, who have no other means of payment to choose. */
export function offersOf(order: Order, savesMethods: boolean): Operation[] {
  return KNOWN.filter((name) => order.actions.includes(name) && (savesMethods || name !== 'payment-change'))
}
