/** What became of an order after it was placed: changes, returns and exchanges as one list, the latest first. */

import type { Change, Exchange, Order, Return, Swap } from '@/api/after-sales'
import type { Money } from '@/i18n/format'

export interface Entry {
  id: string
  kind: Change['kind'] | 'return'
  state: Change['state'] | Return['state'] | Exchange['state']
  at: string
  swaps: Swap[]
  pieces: { title: string; quantity: number }[]
  /** What goes back for a return; else what the order's total grows by. */
  amount: Money
  method: string | null
  /** Whether the money of a return has arrived. */
  settled: boolean
  reason: string | null
  byStaff: boolean
}

/** An exchange that was completed is a change of the order too: told once, as what was asked for. */
export function entriesOf(order: Order): Entry[] {
  const changes = order.changes.filter(({ kind }) => kind !== 'exchange')
  const entries = [
    ...changes.map((one) => ({ ...told(one), kind: one.kind, swaps: one.swaps, amount: one.difference })),
    ...order.exchanges.map((one) => ({ ...told(one), kind: 'exchange' as const, swaps: one.swaps, amount: one.difference, reason: one.reason })),
    ...order.returns.map((one) => ({ ...told(one), kind: 'return' as const, amount: one.amount, pieces: piecesOf(order, one), settled: one.settled, reason: one.reason })),
  ]
  return entries.sort((one, other) => other.at.localeCompare(one.at))
}

function told<State>(one: { id: string; state: State; created_at: string; method: string | null; by_staff: boolean }) {
  const { id, state, created_at: at, method, by_staff: byStaff } = one
  return { id, state, at, method, byStaff, swaps: [], pieces: [], settled: false, reason: null }
}

/** What came, once that is known; before what was announced. */
function piecesOf(order: Order, { lines, received }: Return): Entry['pieces'] {
  const title = (lineId: string) => {
    const line = order.lines.find(({ id }) => id === lineId)
    return [line?.title, line?.variant_title].filter(Boolean).join(' · ')
  }
  return (received ?? lines).map(({ line_id, quantity }) => ({ title: title(line_id), quantity }))
}

/** Whether something is being made whose outcome nobody knows yet: a change, or money on its way back. */
export function isMoving(order: Order): boolean {
  const changing = order.changes.some(({ state }) => state === 'running' || state === 'settling')
  return changing || order.checkout_state === 'placing' || order.payment_status === 'refund_pending'
}

/** Whether the answer to a change left its outcome open. */
export function isOpen(order: Order): boolean {
  return order.changes.some(({ state }) => state === 'running' || state === 'payment_review')
}
