/** Everybody's orders, and what the staff does with them. */

import { download, type Waiting } from './files'
import { answered, orders as client } from './http'
import type { components, paths } from './generated/order'

type Shapes = components['schemas']
export type Order = Shapes['Order']
export type OrderLine = Shapes['OrderLine']
export type Parcel = Shapes['Fulfilment']
export type Timeline = Shapes['TimelineEvent'][]
export type RefundCreate = Shapes['RefundCreate']
export type ParcelCreate = Shapes['FulfilmentCreate']
export type BulkResults = Shapes['BulkResults']
export type Filters = NonNullable<paths['/api/v1/orders']['get']['parameters']['query']>
type ExportFilters = NonNullable<paths['/api/v1/exports/orders.csv']['get']['parameters']['query']>

export function findOrders(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/orders', { params: { query: { ...query, count: true } }, signal }))
}

export function exportOrders(query: ExportFilters, waiting: Waiting): Promise<void> {
  return download('orders.csv', (how) => client.GET('/api/v1/exports/orders.csv', { params: { query }, ...how }), waiting)
}

/** Money goes back the way it was paid; `key` makes a repeat harmless. */
export function refundOrder(order_id: string, body: RefundCreate, key: string): Promise<Order> {
  const params = { path: { order_id }, header: { 'Idempotency-Key': key } }
  return answered(client.POST('/api/v1/orders/{order_id}/refunds', { params, body }))
}

/** Something is sent; without `lines` all that is left. */
export function sendParcel(order_id: string, body: ParcelCreate, key: string): Promise<Order> {
  const params = { path: { order_id }, header: { 'Idempotency-Key': key } }
  return answered(client.POST('/api/v1/orders/{order_id}/fulfilments', { params, body }))
}

/** Send all that is left of many orders; each answers for itself, and one that was sent is refused the next time. */
export function sendOrders(order_ids: string[]): Promise<BulkResults> {
  return answered(client.POST('/api/v1/orders/bulk-fulfilments', { body: { order_ids } }))
}

export function parcelArrived(order_id: string, fulfilment_id: string): Promise<Order> {
  const params = { path: { order_id, fulfilment_id } }
  return answered(client.POST('/api/v1/orders/{order_id}/fulfilments/{fulfilment_id}/delivered', { params }))
}
