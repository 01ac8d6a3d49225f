import { describe, expect, it } from 'vitest'
import { formatDay, formatMoney } from './format'

describe('formatMoney', () => {
  it.each([
    [{ amount: 12900, currency: 'EUR' }, 'en-GB', '€129.00'],
    [{ amount: -5, currency: 'EUR' }, 'en-GB', '-€0.05'],
    [{ amount: 129900, currency: 'CNY' }, 'zh-CN', '¥1,299.00'],
    [{ amount: 1300, currency: 'JPY' }, 'en-GB', '¥1,300'],
    [{ amount: 1300500, currency: 'KWD' }, 'en-GB', 'KWD 1,300.500'],
  ])('%o in %s is %s', (money, tag, written) => {
    expect(formatMoney(money, tag).replaceAll('\u00a0', ' ')).toBe(written)
  })
})

describe('formatDay', () => {
  it.each([
    ['en-GB', '24 Oct'],
    ['en-US', 'Oct 24'],
    ['zh-CN', '10月24日'],
  ])('in %s is %s', (tag, written) => {
    expect(formatDay('2026-10-24', tag, { day: 'numeric', month: 'short' })).toBe(written)
  })
})
