/** Stock: what is there, what is promised, and every change of it. */

import { download, type Waiting } from './files'
import { answered, products as client } from './http'
import type { components, paths } from './generated/product'

type Shapes = components['schemas']
export type StockLine = Shapes['StockLine']
export type StockAlerts = Shapes['StockAlerts']
export type LedgerEntry = Shapes['LedgerEntryView']
export type Correction = Shapes['BulkAdjustment']
export type Corrected = Shapes['BulkAdjusted']
export type Filters = NonNullable<paths['/api/v1/inventory']['get']['parameters']['query']>

export function listStock(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/inventory', { params: { query }, signal }))
}

export function readAlerts(signal: AbortSignal): Promise<StockAlerts> {
  return answered(client.GET('/api/v1/inventory/alerts', { signal }))
}

/** Every line has its own result; `key` makes a repeat harmless. */
export async function correctStock(body: Correction, key: string): Promise<Corrected[]> {
  const params = { header: { 'Idempotency-Key': key } }
  return (await answered(client.POST('/api/v1/inventory/bulk-adjustments', { params, body }))).results
}

export function readLedger(variant_id: string, cursor: string | null) {
  const params = { path: { variant_id }, query: { limit: 20, ...(cursor ? { cursor } : {}) } }
  return answered(client.GET('/api/v1/inventory/{variant_id}/ledger', { params }))
}

export function exportStock(waiting: Waiting): Promise<void> {
  return download('stock.csv', (how) => client.GET('/api/v1/exports/stock.csv', how), waiting)
}
