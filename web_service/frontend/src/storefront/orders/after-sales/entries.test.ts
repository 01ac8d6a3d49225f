import { describe, expect, it } from 'vitest'
import type { Order } from '@/api/after-sales'
import { entriesOf, isMoving, isOpen } from './entries'

const euros = (amount: number) => ({ amount, currency: 'EUR' })
const common = { method: 'card', by_staff: false }
const change = { ...common, id: 'chg_1', kind: 'items', state: 'done', swaps: [], difference: euros(200), created_at: '2026-01-01T10:00:00Z' }
const exchange = { ...common, id: 'exc_1', state: 'completed', swaps: [], difference: euros(-100), reason: null, created_at: '2026-01-03T10:00:00Z' }
const sentBack = {
  ...common,
  id: 'rtn_1',
  state: 'received',
  lines: [{ line_id: 'oln_1', quantity: 2 }],
  received: [{ line_id: 'oln_1', quantity: 1 }],
  amount: euros(900),
  settled: true,
  reason: null,
  created_at: '2026-01-02T10:00:00Z',
}
const order = (given: object) =>
  ({
    lines: [{ id: 'oln_1', title: 'Lamp', variant_title: 'Black' }],
    changes: [],
    returns: [],
    exchanges: [],
    checkout_state: 'placed',
    payment_status: 'paid',
    ...given,
  }) as unknown as Order

describe('entriesOf', () => {
  it('tells the latest first, and a completed exchange once', () => {
    const all = order({ changes: [change, { ...change, id: 'chg_2', kind: 'exchange' }], returns: [sentBack], exchanges: [exchange] })
    expect(entriesOf(all).map(({ id }) => id)).toEqual(['exc_1', 'rtn_1', 'chg_1'])
  })

  it('names what came rather than what was announced', () => {
    expect(entriesOf(order({ returns: [sentBack] }))[0]?.pieces).toEqual([{ title: 'Lamp · Black', quantity: 1 }])
    expect(entriesOf(order({ returns: [{ ...sentBack, received: null }] }))[0]?.pieces).toEqual([{ title: 'Lamp · Black', quantity: 2 }])
  })
})

describe('an order', () => {
  it('is asked for again while a change or its money is on the way', () => {
    expect(isMoving(order({ changes: [{ ...change, state: 'settling' }] }))).toBe(true)
    expect(isMoving(order({ payment_status: 'refund_pending' }))).toBe(true)
    expect(isMoving(order({ changes: [{ ...change, state: 'payment_review' }] }))).toBe(false)
  })

  it('has an open outcome while a change is running or its payment checked', () => {
    expect(isOpen(order({ changes: [{ ...change, state: 'payment_review' }] }))).toBe(true)
    expect(isOpen(order({ changes: [change] }))).toBe(false)
  })
})
