import { describe, expect, it } from 'vitest'
import { formatMoney } from './format'

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
