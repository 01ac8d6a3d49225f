import { describe, expect, it } from 'vitest'
import type { OrderLine } from '@/api/after-sales'
import type { Product } from '@/api/catalogue'
import { differenceOf, namesOf, piecesOf, stillHere, swapsOf, withCustomer } from './swaps'

const euros = (amount: number) => ({ amount, currency: 'EUR' })
const line = (given: object) =>
  ({ id: 'oln_1', product_id: 'prd_1', variant_id: 'var_1', quantity: 3, refunded: 1, to_send: 3, unit_price: euros(1000), ...given }) as OrderLine
const variants = [
  { id: 'var_1', prices: [euros(1000)] },
  { id: 'var_2', prices: [{ amount: 1400, currency: 'USD' }, euros(1250)] },
  { id: 'var_3', prices: [euros(900)] },
  { id: 'var_4', prices: [{ amount: 900, currency: 'USD' }] },
]
const product = { id: 'prd_1', variants } as Product

describe('piecesOf', () => {
  it('offers each piece that is left the other variants in its currency', () => {
    const pieces = piecesOf([line({})], stillHere, [product])
    expect(pieces.map(({ key, place, count }) => [key, place, count])).toEqual([
      ['oln_1.0', 1, 2],
      ['oln_1.1', 2, 2],
    ])
    expect(pieces[0]?.others.map(({ id, price }) => [id, price.amount])).toEqual([
      ['var_2', 1250],
      ['var_3', 900],
    ])
  })

  it('has nothing to offer for a product that is gone, and no pieces where none are left', () => {
    expect(piecesOf([line({})], withCustomer, [])[0]?.others).toEqual([])
    expect(piecesOf([line({ to_send: 0 })], stillHere, [product])).toEqual([])
  })
})

describe('what is chosen', () => {
  const pieces = piecesOf([line({})], withCustomer, [product])

  it('becomes one swap per piece', () => {
    const chosen = { 'oln_1.0': 'var_2', 'oln_1.1': 'var_3' }
    expect(swapsOf(pieces, chosen)).toEqual([
      { from: 'oln_1', to: 'var_2' },
      { from: 'oln_1', to: 'var_3' },
    ])
  })

  it('is nothing where pieces are kept', () => {
    expect(swapsOf(pieces, { 'oln_1.0': '' })).toEqual([])
  })
})

describe('differenceOf', () => {
  it('is above zero what is paid, below zero what is given back', () => {
    expect(differenceOf({ to_pay: euros(150), to_get: euros(0) })).toEqual(euros(150))
    expect(differenceOf({ to_pay: euros(0), to_get: euros(100) })).toEqual(euros(-100))
  })
})

describe('namesOf', () => {
  it('names each piece that goes back', () => {
    expect(namesOf({ oln_1: 2, oln_2: 0, oln_3: 1 })).toEqual(['oln_1', 'oln_1', 'oln_3'])
  })
})
