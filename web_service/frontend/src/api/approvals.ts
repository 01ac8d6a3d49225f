/** What shoppers have confirmed and staff have to approve. */

import { ai as client, answered } from './http'
import type { components, paths } from './generated/ai'

export type Approval = components['schemas']['Approval']
export type Filters = NonNullable<paths['/api/v1/approvals']['get']['parameters']['query']>

export function findApprovals(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/approvals', { params: { query }, signal }))
}

export async function countWaiting(): Promise<number> {
  return (await answered(client.GET('/api/v1/approvals/count'))).pending
}

/** Approves exactly what was shown. */
export function approve({ id: approval_id, arguments_hash }: Approval): Promise<Approval> {
  return answered(client.POST('/api/v1/approvals/{approval_id}/approve', { params: { path: { approval_id } }, body: { arguments_hash } }))
}

export function reject({ id: approval_id }: Approval, reason: string): Promise<Approval> {
  return answered(client.POST('/api/v1/approvals/{approval_id}/reject', { params: { path: { approval_id } }, body: { reason } }))
}
