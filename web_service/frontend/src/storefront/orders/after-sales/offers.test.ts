import { expect, it } from 'vitest'
import type { Order } from '@/api/after-sales'
import { offersOf } from './offers'

const order = { actions: ['refunds', 'payment-change', 'address', 'item-changes'] } as Order

it('offers what the order names, in the order of the shop', () => {
  expect(offersOf(order, true)).toEqual(['address', 'payment-change', 'item-changes'])
})

it('offers no other payment to whoever has none saved', () => {
  expect(offersOf(order, false)).toEqual(['address', 'item-changes'])
})
