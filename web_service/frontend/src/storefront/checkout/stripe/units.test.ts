import { describe, expect, it } from 'vitest'
import { stripeAmount } from './units'

describe('stripeAmount', () => {
  it.each([
    [4995, 'EUR', 4995],
    [4900, 'MGA', 49],
    [50, 'ISK', 5000],
    [50, 'UGX', 5000],
    [50, 'JPY', 50],
    [4990, 'KWD', 4990],
    [0, 'EUR', 1],
  ])('%i %s is %i for Stripe', (amount, currency, counted) => {
    expect(stripeAmount({ amount, currency })).toEqual({ amount: counted, currency: currency.toLowerCase() })
  })
})
