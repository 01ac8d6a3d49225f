/** The conversation over what goes wrong on the way: nothing is asked twice, and nothing is lost. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, shallowReactive } from 'vue'
import * as api from '@/api/assistant'
import type { Identity } from '@/api/access'
import { Problem, Unreachable } from '@/api/problem'
import { useChat } from './chat'
import { kept } from './kept'

vi.mock('@/api/assistant')
vi.mock('vue-router', () => ({ useRoute: () => ({ name: 'product', params: { id: 'prd_1' }, query: {} }) }))
const session = shallowReactive<{ identity: Identity | null }>({ identity: null })
vi.mock('@/stores/session', () => ({ useSession: () => session }))
const cart = { cart: null, changedElsewhere: vi.fn() }
vi.mock('@/stores/cart', () => ({ useCart: () => cart }))

const said = (id: string, text: string) => ({ id, event: 'message.delta', data: { text } }) as api.ChatEvent
const done = (id: string) =>
  ({ id, event: 'done', data: { message_id: 'm', conversation_id: 'cnv', turn_id: 't', status: 'done', suggestions: [] } }) as api.ChatEvent

async function* events(...all: (api.ChatEvent | Error)[]): AsyncGenerator<api.ChatEvent> {
  for (const each of all) {
    if (each instanceof Error) throw each
    yield each
  }
}

const answer = (...all: (api.ChatEvent | Error)[]) => ({ conversationId: 'cnv', events: events(...all) })
const person = (subject: string, ...roles: string[]): Identity => ({ subject, roles, permissions: [] })

beforeEach(() => {
  vi.resetAllMocks()
  sessionStorage.clear()
  session.identity = null
  setActivePinia(createPinia())
})

describe('a message', () => {
  it('tells the page, and its answer is drawn', async () => {
    vi.mocked(api.ask).mockResolvedValue(answer(said('1-1', 'Yes'), done('1-2')))
    const chat = useChat()
    await chat.send(' in stock? ')
    expect(vi.mocked(api.ask).mock.lastCall?.[0]).toMatchObject({ message: 'in stock?', conversation_id: null, context: { page: 'product', product_id: 'prd_1' } })
    expect(chat.turns[0]).toMatchObject({ question: 'in stock?', text: 'Yes', status: 'done' })
    expect(kept()).toEqual({ conversationId: 'cnv', unsent: null })
  })

  it('that nobody took is kept, and sent again under its own id', async () => {
    vi.mocked(api.ask).mockRejectedValueOnce(new Unreachable('')).mockResolvedValueOnce(answer(done('1-1')))
    const chat = useChat()
    await chat.send('mice')
    const turn = chat.turns[0]!
    expect(turn).toMatchObject({ status: 'unsent', trouble: expect.any(Unreachable) })
    expect(kept().unsent).toEqual({ messageId: turn.messageId, text: 'mice' })
    const id = turn.messageId
    await chat.sendAgain(turn)
    expect(vi.mocked(api.ask).mock.calls.map(([question]) => question.message_id)).toEqual([id, id])
    expect(chat.turns).toHaveLength(1)
    expect(turn.status).toBe('done')
  })

  it('is on its way again after a reload', async () => {
    sessionStorage.setItem('assistant-conversation', '{"conversationId":null,"unsent":{"messageId":"kept-id","text":"mice"}}')
    vi.mocked(api.ask).mockResolvedValue(answer(said('1-1', 'Two'), done('1-2')))
    const chat = useChat()
    await vi.waitFor(() => expect(chat.turns[0]?.status).toBe('done'))
    expect(vi.mocked(api.ask).mock.lastCall?.[0].message_id).toBe('kept-id')
  })

  it('goes to a new conversation when the old one is gone', async () => {
    const chat = useChat()
    chat.conversationId = 'cnv_deleted'
    vi.mocked(api.ask)
      .mockRejectedValueOnce(new Problem(404, { code: 'conversation_not_found' }))
      .mockResolvedValueOnce(answer(done('1-1')))
    await chat.send('mice')
    expect(vi.mocked(api.ask).mock.calls.map(([question]) => question.conversation_id)).toEqual(['cnv_deleted', null])
    expect(chat.conversationId).toBe('cnv')
  })
})

describe('an answer', () => {
  it('goes on after its last event when the connection breaks', async () => {
    vi.mocked(api.ask).mockResolvedValue(answer(said('1-1', 'Two '), new TypeError('network error')))
    vi.mocked(api.follow).mockResolvedValue(events(said('1-2', 'mice.'), done('1-3')))
    const chat = useChat()
    await chat.send('mice')
    expect(vi.mocked(api.follow).mock.lastCall?.slice(0, 2)).toEqual(['cnv', '1-1'])
    expect(chat.turns[0]).toMatchObject({ text: 'Two mice.', status: 'done' })
  })

  it('tells the cart that it was changed', async () => {
    const put = { id: '1-1', event: 'tool.result', data: { call_id: 'a', name: 'add_to_cart', card: { type: 'cart' } } } as unknown as api.ChatEvent
    vi.mocked(api.ask).mockResolvedValue(answer(put, done('1-2')))
    await useChat().send('add it')
    expect(cart.changedElsewhere).toHaveBeenCalledOnce()
  })
})

describe('a decision', () => {
  const proposal = () => ({ confirmation_id: 'cnf', status: 'pending', card: null, error: null }) as unknown as api.Confirmation

  it('can be repeated where nobody answered', async () => {
    vi.mocked(api.decide).mockRejectedValue(new Unreachable(''))
    const confirmation = proposal()
    await expect(useChat().decide(confirmation, 'confirm')).rejects.toThrow(Unreachable)
    expect(confirmation.status).toBe('pending')
  })

  it('that the shop refused is what the shop says of it', async () => {
    vi.mocked(api.decide).mockRejectedValue(new Problem(402, { code: 'payment_declined' }))
    const recorded = { ...proposal(), status: 'failed', error: { code: 'payment_declined', detail: 'Declined.' } }
    vi.mocked(api.getConversation).mockResolvedValue({ turns_shown: [{ confirmations: [recorded] }] } as unknown as api.Conversation)
    vi.mocked(api.follow).mockResolvedValue(events(said('2-1', 'It was declined.'), done('2-2')))
    const chat = useChat()
    const confirmation = proposal()
    await chat.decide(confirmation, 'confirm')
    expect(confirmation).toMatchObject({ status: 'failed', error: { detail: 'Declined.' } })
    expect(chat.turns.at(-1)).toMatchObject({ question: null, text: 'It was declined.' })
  })
})

describe('somebody else', () => {
  it.each([
    ['a guest who signs in keeps the conversation', person('g', 'guest'), person('u', 'customer'), 1],
    ['who signs out leaves none', person('u', 'customer'), null, 0],
    ['another person finds none', person('u', 'customer'), person('v', 'customer'), 0],
  ])('%s', async (_, before, after, left) => {
    session.identity = before
    vi.mocked(api.ask).mockResolvedValue(answer(done('1-1')))
    const chat = useChat()
    await chat.send('mice')
    session.identity = after
    await nextTick()
    expect(chat.turns).toHaveLength(left)
  })
})
