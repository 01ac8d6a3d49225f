/** Catalogue files: sent, worked through by the service, watched from here. */

import { config } from './config'
import { download, upload } from './files'
import { answered, products as client } from './http'
import type { components } from './generated/product'

type Shapes = components['schemas']
export type Import = Shapes['ImportView']

export function listImports(query: { limit?: number; cursor?: string }, signal: AbortSignal) {
  return answered(client.GET('/api/v1/imports', { params: { query }, signal }))
}

export function readImport(import_id: string, signal?: AbortSignal): Promise<Import> {
  return answered(client.GET('/api/v1/imports/{import_id}', { params: { path: { import_id } }, signal: signal ?? null }))
}

/** With `inventory` "set" the quantities are the stock of known variants too. */
export function startImport(file: File, inventory: Import['inventory'], progress: (part: number) => void): Promise<Import> {
  const form = new FormData()
  form.set('inventory', inventory)
  form.set('file', file)
  return upload<Import>(`${config.services.product}/api/v1/imports`, form, progress)
}

export function saveRejected(import_id: string): Promise<void> {
  const params = { path: { import_id } }
  return download(`rejected-${import_id}.csv`, (how) => client.GET('/api/v1/imports/{import_id}/rejected.csv', { params, ...how }))
}
