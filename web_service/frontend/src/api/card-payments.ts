/** Card payments that are confirmed in the browser before the cart is checked out. */

import { answered, orders as client } from './http'
import type { components } from './generated/order'

type Shapes = components['schemas']
export type CardPayment = Shapes['CardPayment']
export type CardPaymentCreate = Shapes['CardPaymentCreate']

/** The one payment for this cart as it was seen. Throws `Problem` 409 when things are not as the shopper saw them, 503
 * when the card provider does not answer. */
export function prepareCardPayment(wanted: CardPaymentCreate): Promise<CardPayment> {
  return answered(client.POST('/api/v1/checkouts/card-payments', { body: wanted }))
}
