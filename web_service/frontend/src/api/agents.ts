/** The shop's agents as the staff builds them: drafts, versions, files, and trying one out. */

import { config } from './config'
import { download } from './files'
import { ai as client, answered, fetchAs, refuse } from './http'
import { eventsIn } from './sse'
import type { components } from './generated/ai'

type Shapes = components['schemas']
export type StaffAgent = Shapes['StaffAgent']
export type AgentDetail = Shapes['AgentDetail']
export type AgentContent = Shapes['AgentContent']
export type AgentCreate = Shapes['AgentCreate']
export type AgentUpdate = Shapes['AgentUpdate']
export type Publication = Shapes['Publication']
export type Version = Shapes['Version']
export type VersionDetail = Shapes['VersionDetail']
export type Comparison = Shapes['Comparison']
export type Difference = Shapes['Difference']
export type Choices = Shapes['EditorChoices']
export type ToolChoice = Shapes['ToolChoice']
export type Imported = Shapes['Imported']
export type Step = Shapes['TracedStep']
export type Run = Shapes['AgentRun']

export interface CallInRun {
  call_id: string
  name: string
  arguments: unknown
  data?: unknown
}

/** What a run tells, one after the other. */
export type RunEvent =
  | { event: 'message.delta'; data: { text: string } }
  | { event: 'tool.call' | 'tool.result'; data: CallInRun }
  | { event: 'step'; data: Step }
  | { event: 'error'; data: { code: string; detail: string } }
  | { event: 'usage'; data: { input_tokens: number; output_tokens: number; cost: { micros: number; currency: string } } }
  | { event: 'done'; data: { status: string } }

/** Every agent of the shop: `state` narrows to the archived ones. */
export async function findAgents(state: string, signal: AbortSignal): Promise<{ items: StaffAgent[] }> {
  const page = await answered(client.GET('/api/v1/agents', { params: { query: { scope: 'all' } }, signal }))
  return { items: (page.items as StaffAgent[]).filter((agent) => agent.archived === (state === 'archived')) }
}

export async function readAgent(agent_id: string, signal: AbortSignal): Promise<AgentDetail> {
  return (await answered(client.GET('/api/v1/agents/{agent_id}', { params: { path: { agent_id } }, signal }))) as AgentDetail
}

export function readChoices(signal: AbortSignal): Promise<Choices> {
  return answered(client.GET('/api/v1/agents/choices', { signal }))
}

export function createAgent(body: AgentCreate): Promise<AgentDetail> {
  return answered(client.POST('/api/v1/agents', { body }))
}

export function changeAgent(agent_id: string, body: AgentUpdate): Promise<AgentDetail> {
  return answered(client.PATCH('/api/v1/agents/{agent_id}', { params: { path: { agent_id } }, body }))
}

/** The draft, or with a number an earlier version again. */
export function publishAgent(agent_id: string, body: Publication): Promise<AgentDetail> {
  return answered(client.POST('/api/v1/agents/{agent_id}/publish', { params: { path: { agent_id } }, body }))
}

export function archiveAgent(agent_id: string): Promise<AgentDetail> {
  return answered(client.POST('/api/v1/agents/{agent_id}/archive', { params: { path: { agent_id } } }))
}

export function restoreAgent(agent_id: string): Promise<AgentDetail> {
  return answered(client.POST('/api/v1/agents/{agent_id}/restore', { params: { path: { agent_id } } }))
}

export function duplicateAgent(agent_id: string, id: string): Promise<AgentDetail> {
  return answered(client.POST('/api/v1/agents/{agent_id}/duplicate', { params: { path: { agent_id } }, body: { id } }))
}

export async function listVersions(agent_id: string, signal: AbortSignal): Promise<Version[]> {
  const query = { limit: 100 }
  return (await answered(client.GET('/api/v1/agents/{agent_id}/versions', { params: { path: { agent_id }, query }, signal }))).items
}

export function compareVersions(agent_id: string, before: string, after: string): Promise<Comparison> {
  return answered(client.GET('/api/v1/agents/{agent_id}/comparison', { params: { path: { agent_id }, query: { before, after } } }))
}

export function exportAgent(agent_id: string): Promise<void> {
  return download(`${agent_id}.yaml`, (how) => client.GET('/api/v1/agents/{agent_id}/export', { params: { path: { agent_id } }, ...how }))
}

export function importAgent(file: File): Promise<Imported> {
  return answered(
    client.POST('/api/v1/agents/import', { body: '', bodySerializer: () => file, headers: { 'Content-Type': 'application/yaml' } }),
  )
}

const asked = fetchAs('somebody')

/** One turn of a draft or a version, step by step. */
export async function* runAgent(agent_id: string, run: Run, signal: AbortSignal): AsyncGenerator<RunEvent> {
  const headers = { Accept: 'text/event-stream', 'Content-Type': 'application/json' }
  const url = `${config.services.ai}/api/v1/agents/${encodeURIComponent(agent_id)}/run`
  const response = await asked(new Request(url, { method: 'POST', headers, body: JSON.stringify(run), signal }))
  if (!response.ok) return refuse(response)
  if (!response.body) return
  for await (const { event, data } of eventsIn(response.body)) yield { event, data: JSON.parse(data) as unknown } as RunEvent
}
