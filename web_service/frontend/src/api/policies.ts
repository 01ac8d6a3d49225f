/** The shop's own rules, for everybody: returns, shipping, payment and the like. */

import createClient, { type Client } from 'openapi-fetch'
import { config } from './config'
import { answered, fetchAs } from './http'
import type { components, paths } from './generated/ai'

type Shapes = components['schemas']
export type Policy = Shapes['Policy']
export type PolicyName = Shapes['PolicyName']

const client: Client<paths> = createClient<paths>({ baseUrl: config.services.ai, fetch: fetchAs('anybody') })

export async function listPolicies(signal: AbortSignal): Promise<PolicyName[]> {
  return (await answered(client.GET('/api/v1/policies', { signal }))).items
}

export function readPolicy(name: string, signal: AbortSignal): Promise<Policy> {
  return answered(client.GET('/api/v1/policies/{name}', { params: { path: { name } }, signal }))
}
