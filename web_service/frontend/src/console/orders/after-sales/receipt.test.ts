import { describe, expect, it } from 'vitest'
import type { Order, Return } from '@/api/after-sales'
import { announced, receiptOf } from './receipt'

const order = { lines: [{ id: 'oln_1', title: 'Lamp', variant_title: 'Black' }] } as Order
const request = { lines: [{ line_id: 'oln_1', variant_id: 'var_1', quantity: 3 }] } as Return

describe('what came of a return', () => {
  it('begins as all that was announced, good for the shelf', () => {
    const arrivals = announced(order, request)
    expect(arrivals).toEqual([{ line_id: 'oln_1', title: 'Lamp · Black', announced: 3, came: 3, restocked: 3 }])
    expect(receiptOf(arrivals)).toEqual({ lines: [{ line_id: 'oln_1', quantity: 3, restocked: 3 }], restock: true })
  })

  it('leaves out what did not come', () => {
    const [one] = announced(order, request)
    if (!one) throw new Error('nothing announced')
    expect(receiptOf([one, { ...one, line_id: 'oln_2', came: 0, restocked: 0 }])?.lines).toHaveLength(1)
    expect(receiptOf([{ ...one, came: 0, restocked: 0 }])).toBeNull()
  })

  it('does not put more on the shelf than came', () => {
    expect(receiptOf(announced(order, request).map((one) => ({ ...one, came: 2 })))).toBeNull()
  })
})
