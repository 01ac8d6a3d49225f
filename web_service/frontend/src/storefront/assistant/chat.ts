/** The conversation of this tab. It goes on while the panel is closed, over broken connections and over a reload. */

import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import * as api from '@/api/assistant'
import { newId } from '@/api/ids'
import { mayPass, Problem } from '@/api/problem'
import { useAssistant } from '@/stores/assistant'
import { useCart } from '@/stores/cart'
import { useSession } from '@/stores/session'
import { keep, kept } from './kept'
import { contextOf } from './pageContext'
import { draw, isRunning, newTurn, placeOf, touchesCart, turnOf, type Turn } from './turns'

const ATTEMPTS = 6
const PAUSE = 500

export const useChat = defineStore('assistant-chat', () => {
  const assistant = useAssistant()
  const cart = useCart()
  const session = useSession()
  const route = useRoute()
  const turns = ref<Turn[]>([])
  const conversationId = ref<string | null>(null)
  const loading = ref(false)
  const error = shallowRef<unknown>(null)
  let listening = new AbortController()
  let heardAll = false
  let stopWanted = false

  const running = computed(() => turns.value.find(isRunning))
  const questions = computed(() => turns.value.flatMap((turn) => turn.question ?? []))

  /** Ask something, unless an answer is under way. */
  async function send(text: string): Promise<void> {
    if (running.value || loading.value || !text.trim()) return
    turns.value = turns.value.filter((turn) => turn.status !== 'unsent') // said anew, in other words
    const turn = reactive(newTurn(newId(), text.trim()))
    turns.value.push(turn)
    await deliver(turn)
  }

  /** Send a message that nobody took, under its own id: if somebody did after all, it is not asked twice. */
  async function sendAgain(turn: Turn): Promise<void> {
    if (turn.status !== 'unsent' || running.value) return
    await deliver(turn)
  }

  async function deliver(turn: Turn): Promise<void> {
    const signal = listen()
    turn.status = 'sending'
    turn.trouble = null
    stopWanted = false
    remember({ messageId: turn.messageId, text: turn.question ?? '' })
    try {
      const { messageId: message_id, question: message } = turn
      const context = contextOf(route, cart.cart?.id ?? null)
      const answer = await api.ask({ message_id, message: message ?? '', conversation_id: conversationId.value, context }, signal)
      conversationId.value = answer.conversationId || conversationId.value
      turn.status = 'running'
      remember(null)
      if (stopWanted) void stop().catch(() => undefined)
      await hear(answer.events, turn).catch(() => undefined) // what is missing comes by following
      if (isRunning(turn)) await followOn(signal)
      else waitForStaff(signal)
    } catch (reason) {
      if (!signal.aborted) await notTaken(turn, reason)
    }
  }

  async function notTaken(turn: Turn, reason: unknown): Promise<void> {
    const code = reason instanceof Problem ? reason.code : ''
    if (code === 'conversation_not_found' && conversationId.value) {
      conversationId.value = null
      return deliver(turn)
    }
    turn.status = 'unsent'
    turn.trouble = reason
    if (code === 'turn_running' && conversationId.value) await afterTheOther(turn)
  }

  /** Another tab asked something first: its answer is shown, then it is our turn. */
  async function afterTheOther(turn: Turn): Promise<void> {
    const signal = listen()
    const found = await api.getConversation(conversationId.value ?? '')
    turns.value = [...found.turns_shown.map(turnOf), turn]
    await followOn(signal)
    if (!signal.aborted && !running.value) await deliver(turn)
  }

  async function hear(events: AsyncIterable<api.ChatEvent>, asked?: Turn): Promise<void> {
    for await (const event of events) {
      const turn = asked ?? turnNumbered(placeOf(event.id)[0])
      if (!draw(turn, event)) continue
      if (touchesCart(event)) void cart.changedElsewhere()
      if (event.event !== 'done') continue
      heardAll = !!asked
      if (!asked) await reconcileAwaited()
      if (!assistant.isOpen) assistant.unread = true
    }
  }

  function turnNumbered(number: number): Turn {
    const known = turns.value.find((turn) => turn.number === number)
    if (known) return known
    turns.value.push({ ...newTurn(`turn-${number}`, null), number, status: 'running' })
    return turns.value.at(-1) as Turn
  }

  /** Hear what is still to come, over as many connections as it takes. */
  async function followOn(signal: AbortSignal): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        await hear(counted(await api.follow(conversationId.value ?? '', lastEventId(), signal), () => (attempt = 0)))
        if (!running.value) return
      } catch (reason) {
        if (signal.aborted) return
        if (reason instanceof Problem && !mayPass(reason)) return lose(reason)
        if (attempt === ATTEMPTS - 1) return lose(reason)
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE * 2 ** attempt))
      if (signal.aborted) return
    }
  }

  function lose(reason: unknown): void {
    const turn = running.value
    if (turn) turn.trouble = reason
  }

  /** Listen again to an answer whose connection was lost for long. */
  async function listenAgain(turn: Turn): Promise<void> {
    turn.trouble = null
    await followOn(listen())
  }

  function lastEventId(): string {
    const heard = turns.value.filter((turn) => turn.status !== 'unsent').at(-1)
    return heard && heard.number && heard.lastEventId === '0' ? `${heard.number}-0` : (heard?.lastEventId ?? '0')
  }

  /** Stop the answer under way; one whose question is still on its way, as soon as it arrives. */
  async function stop(): Promise<void> {
    stopWanted = running.value?.status === 'sending'
    if (!stopWanted && conversationId.value) await api.stopTurn(conversationId.value).catch(ended)
  }

  /** Decide about a proposal; what the shop refuses is part of the answer, and the assistant says why. */
  async function decide(confirmation: api.Confirmation, decision: 'confirm' | 'reject'): Promise<void> {
    const { confirmation_id } = confirmation
    const id = conversationId.value ?? ''
    confirmation.status = 'executing'
    try {
      const outcome = await api.decide(id, confirmation_id, decision)
      Object.assign(confirmation, { status: outcome.status, card: outcome.card ?? null, error: null })
      if (decision === 'confirm') {
        assistant.carriedOut += 1
        void cart.changedElsewhere()
      }
    } catch (reason) {
      confirmation.status = 'pending'
      if (!(reason instanceof Problem) || mayPass(reason)) throw reason
      await reconcile(id, confirmation)
    }
    if (isAwaited(confirmation)) waitForStaff(listen())
    else await followOn(listen())
  }

  /** The shop's own record says what became of a proposal. */
  async function reconcile(id: string, confirmation: api.Confirmation): Promise<void> {
    const found = await api.getConversation(id)
    const recorded = found.turns_shown.flatMap((turn) => turn.confirmations)
    const same = recorded.find((each) => each.confirmation_id === confirmation.confirmation_id)
    if (same) Object.assign(confirmation, { status: same.status, card: same.card, error: same.error })
  }

  /** What staff have decided meanwhile is told in a turn of its own. */
  async function reconcileAwaited(): Promise<void> {
    for (const confirmation of turns.value.flatMap((turn) => turn.confirmations).filter(isAwaited)) {
      await reconcile(conversationId.value ?? '', confirmation).catch(() => undefined) // its words are there already
    }
  }

  /** Staff may take long, and nobody waits for their answer to come: it just does. */
  function waitForStaff(signal: AbortSignal): void {
    if (signal.aborted || !turns.value.some((turn) => turn.confirmations.some(isAwaited))) return
    heardAll = false
    void followOn(signal)
  }

  /** Draw a conversation of before, and hear on where an answer is under way. */
  async function open(id: string): Promise<void> {
    const signal = listen()
    loading.value = true
    error.value = null
    if (conversationId.value !== id) turns.value = []
    conversationId.value = id
    try {
      const found = await api.getConversation(id)
      if (signal.aborted) return
      turns.value = found.turns_shown.map(turnOf)
      remember(null)
    } catch (reason) {
      if (signal.aborted) return
      if (reason instanceof Problem && reason.status === 404) return reset()
      error.value = reason
    } finally {
      if (!signal.aborted) loading.value = false
    }
    if (running.value || turns.value.some(isCarriedOut)) await followOn(signal)
    else waitForStaff(signal)
  }

  /** After a reload: the conversation of this tab, and the message that was on its way. */
  async function restore(): Promise<void> {
    const { conversationId: id, unsent } = kept()
    if (id) {
      void open(id).then(() => unsent && resume(unsent.messageId, unsent.text))
    } else if (unsent) resume(unsent.messageId, unsent.text)
  }

  function resume(messageId: string, text: string): void {
    if (error.value || turns.value.some((turn) => turn.messageId === messageId)) return
    const turn = reactive(newTurn(messageId, text))
    turns.value.push(turn)
    void deliver(turn)
  }

  function reset(): void {
    listen()
    loading.value = false
    turns.value = []
    conversationId.value = null
    error.value = null
    remember(null)
  }

  /** Whatever was listened to before is no longer; the turn itself goes on at the shop. */
  function listen(): AbortSignal {
    if (!heardAll) listening.abort()
    heardAll = false
    listening = new AbortController()
    return listening.signal
  }

  function remember(unsent: { messageId: string; text: string } | null): void {
    keep({ conversationId: conversationId.value, unsent })
  }

  /** A guest who signs in takes the conversation along; nobody else finds it here. */
  watch(
    () => session.identity,
    (now, before) => {
      if (before && now?.subject !== before.subject && !(now && before.roles.includes('guest'))) reset()
    },
  )

  const known = restore()
  return { turns, conversationId, loading, error, running, questions, known, send, sendAgain, listenAgain, stop, decide, open, reset }
})

function isAwaited(confirmation: api.Confirmation): boolean {
  return confirmation.status === 'awaiting_staff'
}

function isCarriedOut(turn: Turn): boolean {
  return turn.confirmations.some((confirmation) => confirmation.status === 'executing')
}

/** A turn that ended by itself in the meantime needs no stopping. */
function ended(reason: unknown): void {
  if (!(reason instanceof Problem && reason.status === 409)) throw reason
}

async function* counted<T>(source: AsyncIterable<T>, tick: () => void): AsyncGenerator<T> {
  for await (const each of source) {
    tick()
    yield each
  }
}
