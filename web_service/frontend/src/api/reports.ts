/** Figures for the console's front page: what was sold, and what the assistant used. */

import { ai, answered, orders } from './http'
import type { components as AiShapes } from './generated/ai'
import type { components as OrderShapes } from './generated/order'

export type Dashboard = OrderShapes['schemas']['Dashboard']
export type DaySales = OrderShapes['schemas']['DaySales']
export type ProductSales = OrderShapes['schemas']['ProductSales']
export type AssistantUsage = AiShapes['schemas']['UsageReport']

/** Days, the last one included; left out, the service chooses. */
export interface Days {
  from?: string
  to?: string
}

/** In one currency: no two are added up. */
export function readDashboard(query: Days & { currency?: string }, signal: AbortSignal): Promise<Dashboard> {
  return answered(orders.GET('/api/v1/reports/dashboard', { params: { query }, signal }))
}

export function readAssistantUsage(query: Days, signal: AbortSignal): Promise<AssistantUsage> {
  return answered(ai.GET('/api/v1/billing/usage', { params: { query }, signal }))
}
