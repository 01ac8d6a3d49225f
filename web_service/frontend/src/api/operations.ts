/** How the services are doing, and what they wrote into their logs. */

import { ai, answered, orders, products, users } from './http'
import type { components, paths } from './generated/user'

type Shapes = components['schemas']
export type ServiceStatus = Shapes['ServiceStatus']
export type LogLine = Shapes['LogLine']
export type LogFilters = NonNullable<paths['/api/v1/operations/logs']['get']['parameters']['query']>

export const SERVICES = ['user', 'product', 'order', 'ai'] as const
export type ServiceName = (typeof SERVICES)[number]

export function readStatus(service: ServiceName, signal: AbortSignal): Promise<ServiceStatus> {
  if (service === 'user') return answered(users.GET('/api/v1/operations/status', { signal }))
  if (service === 'product') return answered(products.GET('/api/v1/operations/status', { signal }))
  if (service === 'order') return answered(orders.GET('/api/v1/operations/status', { signal }))
  return answered(ai.GET('/api/v1/operations/status', { signal }))
}

export function readLogs(service: ServiceName, query: LogFilters, signal: AbortSignal) {
  const asked = { params: { query }, signal }
  if (service === 'user') return answered(users.GET('/api/v1/operations/logs', asked))
  if (service === 'product') return answered(products.GET('/api/v1/operations/logs', asked))
  if (service === 'order') return answered(orders.GET('/api/v1/operations/logs', asked))
  return answered(ai.GET('/api/v1/operations/logs', asked))
}
