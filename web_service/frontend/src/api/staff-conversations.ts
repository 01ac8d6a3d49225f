/** Everybody's conversations with the assistant, and all that happened in one. */

import { ai as client, answered } from './http'
import type { components, paths } from './generated/ai'

type Shapes = components['schemas']
export type ListedConversation = Shapes['ListedConversation']
export type ConversationRecord = Shapes['ConversationRecord']
export type RecordedTurn = Shapes['RecordedTurn']
export type RecordedCall = Shapes['RecordedCall']
export type RecordedModelCall = Shapes['RecordedModelCall']
export type Confirmation = Shapes['ShownConfirmation']
export type Usage = Shapes['Usage']
export type Filters = NonNullable<paths['/api/v1/conversations']['get']['parameters']['query']>

export function findConversations(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/conversations', { params: { query: { ...query, scope: 'all' } }, signal }))
}

export function readRecord(conversation_id: string, signal: AbortSignal): Promise<ConversationRecord> {
  const params = { path: { conversation_id } }
  return answered(client.GET('/api/v1/conversations/{conversation_id}/record', { params, signal }))
}
