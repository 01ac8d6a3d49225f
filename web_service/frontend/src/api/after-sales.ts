/** What can still be done with a placed order: changes while it is pending, returns and exchanges once it arrived.
 * Each is asked for once, however often it is sent. */

import type { Address } from './checkout'
import { answered, orders as client } from './http'
import { once } from './once'
import type { components } from './generated/order'

type Shapes = components['schemas']
export type Order = Shapes['Order']
export type OrderLine = Shapes['OrderLine']
export type Change = Shapes['Change']
export type Return = Shapes['Return']
export type Exchange = Shapes['Exchange']
export type Swap = Shapes['Swap']
export type SwapWanted = Shapes['SwapWanted']
export type Estimate = Shapes['Estimate']
export type ReturnReceipt = Shapes['ReturnReceipt']
export type Swaps = Shapes['ItemChangeCreate']
type Headers = { 'Idempotency-Key': string }

/** `operation` is how the path ends; what is sent to it for this order is one wish. */
function wish<T>(operation: string, orderId: string, body: unknown, send: (header: Headers) => Promise<T>): Promise<T> {
  return once(`shopkeeper-${operation}`, { orderId, body }, (key) => send({ 'Idempotency-Key': key }))
}

/** Twice is the same as once: the address is the address. */
export function replaceAddress(order_id: string, address: Address): Promise<Order> {
  const body = { ...address, address2: address.address2 ?? '' }
  return answered(client.PUT('/api/v1/orders/{order_id}/address', { params: { path: { order_id } }, body }))
}

export function changePayment(order_id: string, payment_method_id: string): Promise<Order> {
  const body = { payment_method_id }
  return wish('payment-change', order_id, body, (header) =>
    answered(client.POST('/api/v1/orders/{order_id}/payment-change', { params: { path: { order_id }, header }, body })),
  )
}

/** What it would cost or give back now, or why it is not possible; nothing is kept. */
export function estimateSwaps(operation: 'item-changes' | 'exchanges', order_id: string, body: Swaps, signal: AbortSignal): Promise<Estimate> {
  const asked = { params: { path: { order_id } }, body, signal }
  if (operation === 'exchanges') return answered(client.POST('/api/v1/orders/{order_id}/exchanges/estimate', asked))
  return answered(client.POST('/api/v1/orders/{order_id}/item-changes/estimate', asked))
}

export function estimateReturn(order_id: string, body: Shapes['ReturnCreate'], signal: AbortSignal): Promise<Estimate> {
  return answered(client.POST('/api/v1/orders/{order_id}/returns/estimate', { params: { path: { order_id } }, body, signal }))
}

export function changeItems(order_id: string, body: Swaps): Promise<Order> {
  return wish('item-changes', order_id, body, (header) =>
    answered(client.POST('/api/v1/orders/{order_id}/item-changes', { params: { path: { order_id }, header }, body })),
  )
}

export function requestExchange(order_id: string, body: Swaps): Promise<Order> {
  return wish('exchanges', order_id, body, (header) =>
    answered(client.POST('/api/v1/orders/{order_id}/exchanges', { params: { path: { order_id }, header }, body })),
  )
}

export function requestReturn(order_id: string, body: Shapes['ReturnCreate']): Promise<Order> {
  return wish('returns', order_id, body, (header) =>
    answered(client.POST('/api/v1/orders/{order_id}/returns', { params: { path: { order_id }, header }, body })),
  )
}

/** The staff has the goods: what came, and how much of it goes on the shelf. */
export function receiveReturn(order_id: string, return_id: string, body: ReturnReceipt): Promise<Order> {
  return wish('receipt', return_id, body, (header) =>
    answered(client.POST('/api/v1/orders/{order_id}/returns/{return_id}/receipt', { params: { path: { order_id, return_id }, header }, body })),
  )
}

export function rejectReturn(order_id: string, return_id: string, reason: string): Promise<Order> {
  const body = { reason }
  return wish('rejection', return_id, body, (header) =>
    answered(client.POST('/api/v1/orders/{order_id}/returns/{return_id}/rejection', { params: { path: { order_id, return_id }, header }, body })),
  )
}

export function completeExchange(order_id: string, exchange_id: string, restock: boolean): Promise<Order> {
  const body = { restock }
  return wish('completion', exchange_id, body, (header) =>
    answered(client.POST('/api/v1/orders/{order_id}/exchanges/{exchange_id}/completion', { params: { path: { order_id, exchange_id }, header }, body })),
  )
}

export function rejectExchange(order_id: string, exchange_id: string, reason: string): Promise<Order> {
  const body = { reason }
  return wish('rejection', exchange_id, body, (header) =>
    answered(client.POST('/api/v1/orders/{order_id}/exchanges/{exchange_id}/rejection', { params: { path: { order_id, exchange_id }, header }, body })),
  )
}
