/** A turn as it is drawn: one question with everything the assistant says and shows about it. */

import type { Call, Card, ChatEvent, Citation, Confirmation, ShownTurn, TurnError } from '@/api/assistant'

export interface Turn {
  messageId: string
  /** Null for a turn that speaks about a decision, and for one that another page asked. */
  question: string | null
  /** The shop's number of it; 0 until the first event names it. */
  number: number
  /** `sending`: on its way; `unsent`: nobody has taken it, and `trouble` says why. */
  status: 'sending' | 'unsent' | ShownTurn['status']
  text: string
  calls: Call[]
  confirmations: Confirmation[]
  citations: Citation[]
  suggestions: string[]
  error: TurnError | null
  lastEventId: string
  trouble: unknown
}

export function newTurn(messageId: string, question: string | null): Turn {
  const nothing = { calls: [], confirmations: [], citations: [], suggestions: [], error: null, trouble: null }
  return { messageId, question, number: 0, status: 'sending', text: '', lastEventId: '0', ...nothing }
}

/** A turn of a conversation that was loaded. */
export function turnOf(shown: ShownTurn): Turn {
  return {
    messageId: shown.message_id,
    question: shown.question,
    number: shown.number,
    status: shown.status,
    text: shown.message,
    calls: shown.tool_calls,
    confirmations: shown.confirmations,
    citations: shown.citations,
    suggestions: shown.suggestions,
    error: shown.error,
    lastEventId: shown.status === 'running' ? '0' : shown.last_event_id,
    trouble: null,
  }
}

export function isRunning(turn: Turn): boolean {
  return turn.status === 'sending' || turn.status === 'running'
}

/** The turn and the position that an event's id names. */
export function placeOf(id: string): [number, number] {
  const [turn, position] = id.split('-').map(Number)
  return [turn || 0, position || 0]
}

/** Draw an event into its turn; one that was drawn before changes nothing. */
export function draw(turn: Turn, event: ChatEvent): boolean {
  const [number, position] = placeOf(event.id)
  if (turn.number === number && position <= placeOf(turn.lastEventId)[1]) return false
  turn.number = number
  turn.lastEventId = event.id
  turn.trouble = null
  if (turn.status === 'sending' || turn.status === 'unsent') turn.status = 'running'
  put(turn, event)
  return true
}

function put(turn: Turn, event: ChatEvent): void {
  switch (event.event) {
    case 'message.delta':
      turn.text += event.data.text
      break
    case 'tool.call':
      turn.calls.push({ ...event.data })
      break
    case 'tool.result': {
      const call = turn.calls.find((each) => each.call_id === event.data.call_id)
      if (call) Object.assign(call, { ok: event.data.ok, summary: event.data.summary, card: event.data.card ?? null })
      break
    }
    case 'confirmation.required':
      turn.confirmations.push({ ...event.data, status: 'pending', decided_at: null, card: null, error: null })
      break
    case 'citation':
      turn.citations.push(event.data)
      break
    case 'error':
      turn.error = event.data
      break
    case 'done':
      turn.status = event.data.status
      turn.suggestions = event.data.suggestions ?? []
      turn.messageId = event.data.message_id
  }
}

/** The cards worth drawing: a search that only led to something else is left out, and so is a state that changed since. */
export function cardsOf(turn: Turn): Card[] {
  if (turn.confirmations.length) return []
  const cards = turn.calls.flatMap((call) => call.card ?? []).filter(showsSomething)
  const led = cards.map(isSearch).lastIndexOf(false)
  return cards.filter((card, at) => (isSearch(card) ? at > led : !cards.slice(at + 1).some(({ type }) => type === card.type)))
}

function showsSomething(card: Card): boolean {
  return !('items' in card) || card.items.length > 0
}

function isSearch(card: Card): boolean {
  return card.type === 'products' || card.type === 'product'
}

/** Whether what is in the cart may have been changed by this event. */
export function touchesCart(event: ChatEvent): boolean {
  return event.event === 'tool.result' && (event.data.card?.type === 'cart' || event.data.name === 'place_order')
}
