/** The caller's own cart. Every change answers with the whole cart, priced. */

import { answered, orders as client } from './http'
import type { components } from './generated/order'

type Shapes = components['schemas']
export type Cart = Shapes['Cart']
export type CartLine = Shapes['CartLine']

/** The open cart; one is made where there is none yet. */
export function openCart(): Promise<Cart> {
  return answered(client.POST('/api/v1/carts', { body: {} }))
}

export function addLine(cart_id: string, variant_id: string, quantity: number): Promise<Cart> {
  return answered(client.POST('/api/v1/carts/{cart_id}/items', { params: { path: { cart_id } }, body: { variant_id, quantity } }))
}

/** A quantity of 0 removes the line. */
export function changeLine(cart_id: string, line_id: string, quantity: number): Promise<Cart> {
  const path = { cart_id, line_id }
  return answered(client.PATCH('/api/v1/carts/{cart_id}/items/{line_id}', { params: { path }, body: { quantity } }))
}

export function setCoupon(cart_id: string, code: string | null): Promise<Cart> {
  return answered(client.PUT('/api/v1/carts/{cart_id}/coupon', { params: { path: { cart_id } }, body: { code } }))
}
