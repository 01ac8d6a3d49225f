/** A coupon read into the form and written back is the same coupon. */
import { describe, expect, it, vi } from 'vitest'
import type { Promotion } from '@/api/promotions'
import { bodyOf, draftOf } from './draft'

vi.mock('@/api/config', () => ({ config: { currency: 'EUR', languages: ['en', 'zh'] } }))

const coupon: Promotion = {
  id: 'prm_1',
  code: 'SPRING',
  name: { en: 'Spring sale' },
  kind: 'percent',
  value: 1250,
  currency: 'EUR',
  minimum_subtotal: 5000,
  starts_at: null,
  ends_at: '2030-05-31T22:00:00.000Z',
  max_uses: null,
  max_uses_per_customer: 1,
  active: true,
  uses: 0,
  state: 'running',
  created_at: '2026-01-05T09:30:00Z',
  updated_at: '2026-01-05T09:30:00Z',
}

describe('draft', () => {
  it('shows percent, units and no limits', () => {
    expect(draftOf(coupon)).toMatchObject({ value: 12.5, minimum: 50, maxUses: '', maxEach: 1, starts: '' })
    expect(draftOf({ ...coupon, kind: 'amount', value: 990 }).value).toBe(9.9)
  })

  it('writes back what it read', () => {
    const { name, kind, value, minimum_subtotal, starts_at, ends_at, max_uses, max_uses_per_customer, active } = coupon
    expect(bodyOf(draftOf(coupon), 'EUR')).toEqual({ name, kind, value, minimum_subtotal, starts_at, ends_at, max_uses, max_uses_per_customer, active })
  })
})
