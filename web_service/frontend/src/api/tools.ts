/** The tools of the AI staff: by which rules they go, how they do, and stopping what they write. */

import { ai as client, answered } from './http'
import type { components } from './generated/ai'

type Shapes = components['schemas']
export type Tool = Shapes['Tool']
export type ToolChange = Shapes['ToolChange']
export type KillSwitch = Shapes['KillSwitch']
export type KillSwitches = Shapes['KillSwitches']
export type SwitchTurn = Shapes['SwitchTurn']

export function findTools(signal: AbortSignal) {
  return answered(client.GET('/api/v1/tools', { signal }))
}

export async function changeTool(tool_id: string, body: ToolChange): Promise<void> {
  await answered(client.PATCH('/api/v1/tools/{tool_id}', { params: { path: { tool_id } }, body }))
}

export function readSwitches(signal: AbortSignal): Promise<KillSwitches> {
  return answered(client.GET('/api/v1/kill-switches', { signal }))
}

export function turnSwitch(body: SwitchTurn): Promise<KillSwitches> {
  return answered(client.PUT('/api/v1/kill-switches', { body }))
}
