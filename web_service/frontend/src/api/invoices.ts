/** Invoices and credit notes: those of an order, all of the shop's, and each as a file. */

import { download, type Waiting } from './files'
import { answered, orders as client } from './http'
import type { components, paths } from './generated/order'

export type Invoice = components['schemas']['Invoice']
export type Filters = NonNullable<paths['/api/v1/invoices']['get']['parameters']['query']>
type ExportFilters = NonNullable<paths['/api/v1/exports/invoices.csv']['get']['parameters']['query']>

export async function listInvoices(order_id: string, signal?: AbortSignal): Promise<Invoice[]> {
  const params = { path: { order_id } }
  return (await answered(client.GET('/api/v1/orders/{order_id}/invoices', { params, signal: signal ?? null }))).items
}

export function findInvoices(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/invoices', { params: { query }, signal }))
}

export function exportInvoices(query: ExportFilters, waiting: Waiting): Promise<void> {
  return download('invoices.csv', (how) => client.GET('/api/v1/exports/invoices.csv', { params: { query }, ...how }), waiting)
}

/** Hand the document to the reader as PDF. */
export function saveInvoice({ id, number }: Invoice): Promise<void> {
  const params = { path: { invoice_id: id } }
  return download(`${number.replaceAll('/', '-')}.pdf`, (how) => client.GET('/api/v1/invoices/{invoice_id}.pdf', { params, ...how }))
}
