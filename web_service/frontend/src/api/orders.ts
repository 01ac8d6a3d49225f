/** The caller's own orders. */

import { answered, orders as client } from './http'
import type { components, operations } from './generated/order'

type Shapes = components['schemas']
export type Order = Shapes['Order']
export type TimelineEvent = Shapes['TimelineEvent']
export type CancelReason = Shapes['CancellationCreate']['reason']
type Filters = NonNullable<operations['list_orders_api_v1_orders_get']['parameters']['query']>

export function listOrders(query: Filters, signal?: AbortSignal) {
  return answered(client.GET('/api/v1/orders', { params: { query }, signal: signal ?? null }))
}

export function readOrder(order_id: string, signal?: AbortSignal): Promise<Order> {
  return answered(client.GET('/api/v1/orders/{order_id}', { params: { path: { order_id } }, signal: signal ?? null }))
}

export async function readTimeline(order_id: string): Promise<TimelineEvent[]> {
  return (await answered(client.GET('/api/v1/orders/{order_id}/timeline', { params: { path: { order_id } } }))).items
}

/** Cancel a pending order; what was paid goes back. `key` makes a repeat harmless. */
export function cancelOrder(order_id: string, reason: CancelReason, key: string): Promise<Order> {
  const params = { path: { order_id }, header: { 'Idempotency-Key': key } }
  return answered(client.POST('/api/v1/orders/{order_id}/cancellation', { params, body: { reason } }))
}
