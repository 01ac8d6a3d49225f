/** Providers of language models, their models, and how they are doing. */

import { ai as client, answered } from './http'
import type { components } from './generated/ai'

type Shapes = components['schemas']
export type Provider = Shapes['Provider']
export type ProviderCreate = Shapes['ProviderCreate']
export type ProviderUpdate = Shapes['ProviderUpdate']
export type Model = Shapes['LanguageModel']
export type ModelCreate = Shapes['ModelCreate']
export type ModelUpdate = Shapes['ModelUpdate']
export type Ability = NonNullable<Model['abilities']>[number]
export type TestResult = Shapes['TestResult']
export type Health = Shapes['ProviderHealth']

const ALL = 100 // at once: a shop has few providers

export async function findProviders(signal: AbortSignal): Promise<Provider[]> {
  return (await answered(client.GET('/api/v1/providers', { params: { query: { limit: ALL } }, signal }))).items
}

export async function findModels(signal: AbortSignal): Promise<Model[]> {
  const found: Model[] = []
  let cursor: string | null | undefined
  do {
    const page = await answered(client.GET('/api/v1/models', { params: { query: { limit: ALL, cursor } }, signal }))
    found.push(...page.items)
    cursor = page.next_cursor
  } while (cursor)
  return found
}

export function createProvider(body: ProviderCreate): Promise<Provider> {
  return answered(client.POST('/api/v1/providers', { body }))
}

/** Only if nobody else changed it meanwhile. */
export async function changeProvider(provider: Provider, body: ProviderUpdate): Promise<void> {
  const params = { path: { provider_id: provider.id }, header: { 'If-Match': `"${provider.version}"` } }
  await answered(client.PATCH('/api/v1/providers/{provider_id}', { params, body }))
}

export async function removeProvider(provider_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/providers/{provider_id}', { params: { path: { provider_id } } }))
}

/** A real, short call. */
export function testProvider(provider_id: string, model: string | null): Promise<TestResult> {
  return answered(client.POST('/api/v1/providers/{provider_id}/test', { params: { path: { provider_id } }, body: { model } }))
}

export async function availableModels(provider_id: string): Promise<string[]> {
  const found = await answered(client.GET('/api/v1/providers/{provider_id}/available-models', { params: { path: { provider_id } } }))
  return found.items.filter((one) => !one.added).map((one) => one.name)
}

export async function createModel(body: ModelCreate): Promise<void> {
  await answered(client.POST('/api/v1/models', { body }))
}

export async function changeModel(model: Model, body: ModelUpdate): Promise<void> {
  const params = { path: { model_id: model.id }, header: { 'If-Match': `"${model.version}"` } }
  await answered(client.PATCH('/api/v1/models/{model_id}', { params, body }))
}

export async function removeModel(model_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/models/{model_id}', { params: { path: { model_id } } }))
}
