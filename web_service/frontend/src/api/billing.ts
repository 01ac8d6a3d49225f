/** What the AI staff used and cost, its budgets, and the prices of its models. */

import { download, type Waiting } from './files'
import { ai as client, answered } from './http'
import type { components } from './generated/ai'
import type { Days } from './reports'

type Shapes = components['schemas']
export type UsageReport = Shapes['UsageReport']
export type UsageOf = Shapes['UsageOf']
export type GroupBy = Shapes['UsageHistory']['group_by']
export type Budget = Shapes['Budget']
export type BudgetCreate = Shapes['BudgetCreate']
export type BudgetUpdate = Shapes['BudgetUpdate']
export type ModelPrice = Shapes['Price']
export type PriceCreate = Shapes['PriceCreate']

export function readUsage(query: Days, signal: AbortSignal): Promise<UsageReport> {
  return answered(client.GET('/api/v1/billing/usage', { params: { query }, signal }))
}

export async function readHistory(group_by: GroupBy, days: Days, signal: AbortSignal): Promise<UsageOf[]> {
  return (await answered(client.GET('/api/v1/billing/usage/history', { params: { query: { ...days, group_by } }, signal }))).items
}

/** Agents with their names. */
export async function readAgents(query: Days, signal: AbortSignal): Promise<Shapes['AgentUsage'][]> {
  return (await answered(client.GET('/api/v1/billing/agent-breakdown', { params: { query }, signal }))).items
}

export function exportCalls(query: Days, waiting: Waiting): Promise<void> {
  const params = { path: { form: 'csv' as const }, query }
  return download('ai-usage.csv', (how) => client.GET('/api/v1/billing/calls/export.{form}', { params, ...how }), waiting)
}

export async function listBudgets(signal: AbortSignal): Promise<Budget[]> {
  return (await answered(client.GET('/api/v1/billing/budgets', { params: { query: { limit: 100 } }, signal }))).items
}

export async function createBudget(body: BudgetCreate): Promise<void> {
  await answered(client.POST('/api/v1/billing/budgets', { body }))
}

export async function changeBudget(budget_id: string, body: BudgetUpdate): Promise<void> {
  await answered(client.PATCH('/api/v1/billing/budgets/{budget_id}', { params: { path: { budget_id } }, body }))
}

export async function removeBudget(budget_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/billing/budgets/{budget_id}', { params: { path: { budget_id } } }))
}

export async function listPrices(signal: AbortSignal): Promise<ModelPrice[]> {
  return (await answered(client.GET('/api/v1/billing/prices', { params: { query: { limit: 100 } }, signal }))).items
}

export async function addPrice(body: PriceCreate): Promise<void> {
  await answered(client.POST('/api/v1/billing/prices', { body }))
}
