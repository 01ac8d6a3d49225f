/** From the cart to an order. */

import { answered, orders as client } from './http'
import type { Cart } from './cart'
import type { components } from './generated/order'

type Shapes = components['schemas']
export type Address = Shapes['Address']
export type CheckoutCreate = Shapes['CheckoutCreate']
export type Order = Shapes['Order']
export type PaymentOption = Shapes['PaymentOption']

export async function listPaymentOptions(): Promise<PaymentOption[]> {
  return (await answered(client.GET('/api/v1/payment-options'))).items
}

export function setAddress(cart_id: string, address: Address): Promise<Cart> {
  return answered(client.PUT('/api/v1/carts/{cart_id}/address', { params: { path: { cart_id } }, body: address }))
}

export function setShipping(cart_id: string, shipping_method: string): Promise<Cart> {
  return answered(client.PUT('/api/v1/carts/{cart_id}/shipping', { params: { path: { cart_id } }, body: { shipping_method } }))
}

/** The order, placed (201) or with its outcome still open (202). Throws `Problem` 402 when declined, 409 when things
 * are not as the shopper saw them (`price_changed`, `out_of_stock`, `cart_changed`, `already_ordered`). */
export function checkOut(wanted: CheckoutCreate, key: string): Promise<Order> {
  return answered(client.POST('/api/v1/checkouts', { params: { header: { 'Idempotency-Key': key } }, body: wanted }))
}
