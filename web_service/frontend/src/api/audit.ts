/** Who did what. */

import { download, type Waiting } from './files'
import { answered, users as client } from './http'
import type { components, paths } from './generated/user'

export type AuditEvent = components['schemas']['AuditEvent']
export type Filters = NonNullable<paths['/api/v1/audit-events']['get']['parameters']['query']>
type ExportFilters = NonNullable<paths['/api/v1/audit-events/export.csv']['get']['parameters']['query']>

export function findAuditEvents(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/audit-events', { params: { query }, signal }))
}

export function exportAuditEvents(query: ExportFilters, waiting: Waiting): Promise<void> {
  return download('audit.csv', (how) => client.GET('/api/v1/audit-events/export.csv', { params: { query }, ...how }), waiting)
}
