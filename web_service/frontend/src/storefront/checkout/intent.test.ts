import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem, Unreachable } from '@/api/problem'

const sent: string[] = []
let answers: (() => unknown)[] = []
vi.mock('@/api/checkout', () => ({
  checkOut: async (_: unknown, key: string) => {
    sent.push(key)
    return answers.shift()?.()
  },
}))
const { lastOrder, place } = await import('./intent')

const wanted = { cart_id: 'crt_1', cart_version: 3, expected_total: { amount: 100, currency: 'EUR' } }
const order = () => ({ id: 'ord_1' })
const fails = (error: unknown) => () => {
  throw error
}

beforeEach(() => {
  sessionStorage.clear()
  sent.length = 0
})

describe('place', () => {
  it('keeps its key when nobody answered, so that a retry is the same order', async () => {
    answers = [fails(new Unreachable('http://order.test')), fails(new Problem(503, {})), order]
    await expect(place(wanted)).rejects.toBeInstanceOf(Unreachable)
    await expect(place(wanted)).rejects.toBeInstanceOf(Problem)
    await place(wanted)
    expect(new Set(sent).size).toBe(1)
    expect(lastOrder()).toBe('ord_1')
  })

  it('takes a new key after a definite refusal, and for another cart or total', async () => {
    answers = [fails(new Problem(402, { code: 'payment_declined' })), fails(new Unreachable('x')), order]
    await expect(place(wanted)).rejects.toBeInstanceOf(Problem)
    await expect(place(wanted)).rejects.toBeInstanceOf(Unreachable)
    await place({ ...wanted, cart_version: 4 })
    expect(new Set(sent).size).toBe(3)
  })
})
