/** Talking with the shop's assistant: questions, streamed answers, decisions, and what was said before. */

import { config } from './config'
import { ai as client, answered, fetchAs, refuse } from './http'
import { eventsIn } from './sse'
import type { components } from './generated/ai'

type Shapes = components['schemas']
export type Call = Shapes['AnsweredCall']
export type Card = NonNullable<Call['card']>
export type ChatEvent = Shapes['ChatEvent']
export type Citation = Shapes['Citation']
export type Confirmation = Shapes['ShownConfirmation']
export type Conversation = Shapes['Conversation']
export type ConversationPage = Shapes['Page_ListedConversation_']
export type ListedConversation = Shapes['ListedConversation']
export type Outcome = Shapes['ConfirmationOutcome']
export type PageContext = Shapes['PageContext']
export type ShownCartLine = Shapes['ShownCartLine']
export type ShownOrder = Shapes['ShownOrder']
export type ShownOrderLine = Shapes['ShownOrderLine']
export type ShownProduct = Shapes['ShownProduct']
export type ShownTotals = Shapes['ShownTotals']
export type ShownTurn = Shapes['ShownTurn']
export type ShownVariant = Shapes['ShownVariant']
export type TurnError = Shapes['TurnError']
export type Purchase = Shapes['PurchaseProposal']
export type SwapProposal = Shapes['SwapProposal']
export type Cancellation = Shapes['CancellationProposal']

export interface Question {
  message_id: string
  message: string
  conversation_id?: string | null
  context?: PageContext | null
}

export interface Answer {
  conversationId: string
  events: AsyncIterable<ChatEvent>
}

const STREAM = { Accept: 'text/event-stream' }
const asked = fetchAs('somebody')

/** Ask. The same `message_id` again is the same turn again, from its first event. */
export async function ask(question: Question, signal: AbortSignal): Promise<Answer> {
  const headers = { ...STREAM, 'Content-Type': 'application/json' }
  const response = await stream('/api/v1/chat', { method: 'POST', headers, body: JSON.stringify(question), signal })
  return { conversationId: response.headers.get('X-Conversation-Id') ?? '', events: chatEvents(response) }
}

/** What happens in a conversation after that event; `0` is the running turn from its beginning. */
export async function follow(conversationId: string, after: string, signal: AbortSignal): Promise<AsyncIterable<ChatEvent>> {
  const path = `/api/v1/conversations/${encodeURIComponent(conversationId)}/events`
  return chatEvents(await stream(path, { headers: { ...STREAM, 'Last-Event-ID': after }, signal }))
}

async function stream(path: string, init: RequestInit): Promise<Response> {
  const response = await asked(new Request(config.services.ai + path, init))
  return response.ok ? response : refuse(response)
}

async function* chatEvents(response: Response): AsyncGenerator<ChatEvent> {
  if (!response.body) return
  for await (const { id, event, data } of eventsIn(response.body)) yield { id, event, data: JSON.parse(data) } as ChatEvent
}

export async function stopTurn(conversation_id: string): Promise<void> {
  await answered(client.POST('/api/v1/conversations/{conversation_id}/stop', { params: { path: { conversation_id } } }))
}

/** Confirm or reject a proposal; saying the same again is harmless and has the same answer. */
export function decide(conversation_id: string, confirmation_id: string, decision: 'confirm' | 'reject'): Promise<Outcome> {
  const path = { conversation_id, confirmation_id }
  return answered(
    client.POST('/api/v1/conversations/{conversation_id}/confirmations/{confirmation_id}', { params: { path }, body: { decision } }),
  )
}

export function listConversations(cursor: string | null, signal: AbortSignal): Promise<ConversationPage> {
  return answered(client.GET('/api/v1/conversations', { params: { query: { limit: 20, cursor } }, signal }))
}

export function getConversation(conversation_id: string): Promise<Conversation> {
  return answered(client.GET('/api/v1/conversations/{conversation_id}', { params: { path: { conversation_id } } }))
}

export async function deleteConversation(conversation_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/conversations/{conversation_id}', { params: { path: { conversation_id } } }))
}
