/** The caller's own cart. Every change answers with the whole cart, priced. */

import { answered, orders as client, reader } from './http'
import type { components } from './generated/order'

type Shapes = components['schemas']
export type Cart = Shapes['Cart']
export type CartLine = Shapes['CartLine']
export type DiscountLine = CartLine['discounts'][number]
export type TaxLine = Cart['tax_lines'][number]

/** The open cart; one is made where there is none yet. */
export function openCart(): Promise<Cart> {
  return answered(client.POST('/api/v1/carts', { body: { currency: reader.currency } }))
}

/** Every line at its price in this currency, or the cart stays as it is. */
export function setCurrency(cart_id: string, currency: string): Promise<Cart> {
  return answered(client.PUT('/api/v1/carts/{cart_id}/currency', { params: { path: { cart_id } }, body: { currency } }))
}

export function addLine(cart_id: string, variant_id: string, quantity: number): Promise<Cart> {
  return answered(client.POST('/api/v1/carts/{cart_id}/items', { params: { path: { cart_id } }, body: { variant_id, quantity } }))
}

/** A quantity of 0 removes the line. */
export function changeLine(cart_id: string, line_id: string, quantity: number): Promise<Cart> {
  const path = { cart_id, line_id }
  return answered(client.PATCH('/api/v1/carts/{cart_id}/items/{line_id}', { params: { path }, body: { quantity } }))
}

export function addCoupon(cart_id: string, code: string): Promise<Cart> {
  return answered(client.POST('/api/v1/carts/{cart_id}/coupons', { params: { path: { cart_id } }, body: { code } }))
}

export function removeCoupon(cart_id: string, code: string): Promise<Cart> {
  return answered(client.DELETE('/api/v1/carts/{cart_id}/coupons/{code}', { params: { path: { cart_id, code } } }))
}
