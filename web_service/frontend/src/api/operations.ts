/** How the services are doing, the shop window too, and what they wrote into their logs. */

import { config } from './config'
import { fetchAs, refuse } from './http'
import type { components, paths } from './generated/user'

type Shapes = components['schemas']
export type ServiceStatus = Shapes['ServiceStatus']
export type LogLine = Shapes['LogLine']
export type LogFilters = NonNullable<paths['/api/v1/operations/logs']['get']['parameters']['query']>

export const SERVICES = ['user', 'product', 'order', 'ai', 'web'] as const
export type ServiceName = (typeof SERVICES)[number]

const asked = fetchAs('anybody')

export function readStatus(service: ServiceName, signal: AbortSignal): Promise<ServiceStatus> {
  return read(`${config.operations[service]}/status`, signal)
}

export function readLogs(service: ServiceName, query: LogFilters, signal: AbortSignal): Promise<Shapes['LogLines']> {
  const words = Object.entries(query).map(([name, value]) => [name, String(value)])
  return read(`${config.operations[service]}/logs?${new URLSearchParams(words).toString()}`, signal)
}

/** All say the same at the same two paths, wherever they stand behind a gateway. */
async function read<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await asked(new Request(url, { signal }))
  return response.ok ? ((await response.json()) as T) : refuse(response)
}
