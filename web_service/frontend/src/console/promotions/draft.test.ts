/** A promotion read into the form and written back is the same promotion. */
import { describe, expect, it, vi } from 'vitest'
import type { Promotion } from '@/api/promotions'
import { bodyOf, draftOf, listed } from './draft'

vi.mock('@/api/config', () => ({ config: { currency: 'EUR', languages: ['en', 'zh'] } }))

const told = { id: 'prm_1', uses: 0, state: 'running', created_at: '2026-01-05T09:30:00Z', updated_at: '2026-01-05T09:30:00Z' } as const
const written = {
  code: 'SPRING',
  name: { en: 'Spring sale' },
  kind: 'percent' as Promotion['kind'],
  value: 1250,
  minimum_subtotal: 5000,
  amounts: [{ currency: 'JPY', value: null as number | null, minimum_subtotal: 8000 }],
  minimum_quantity: 2,
  product_ids: ['prd_1'],
  category_ids: ['cat_1', 'cat_2'],
  shipping_codes: [] as string[],
  customer_groups: ['wholesale'],
  buy_quantity: 0,
  get_quantity: 0,
  buy_product_ids: [] as string[],
  buy_category_ids: [] as string[],
  most_times: null as number | null,
  combinable: true,
  priority: 3,
  starts_at: null,
  ends_at: '2030-05-31T22:00:00.000Z',
  max_uses: null,
  max_uses_per_customer: 1,
  active: true,
}
const coupon: Promotion = { ...told, ...written, currency: 'EUR', automatic: false }

describe('draft', () => {
  it('shows percent, units and no limits', () => {
    expect(draftOf(coupon)).toMatchObject({ value: 12.5, minimum: 50, maxUses: '', maxEach: 1, starts: '', groups: 'wholesale' })
    expect(draftOf({ ...coupon, kind: 'amount', value: 990 }).value).toBe(9.9)
  })

  it('writes back what it read', () => {
    expect(bodyOf(draftOf(coupon), 'EUR')).toEqual(written)
    const off = { kind: 'amount' as const, value: 500, amounts: [{ currency: 'USD', value: 650, minimum_subtotal: 6000 }] }
    expect(bodyOf(draftOf({ ...coupon, ...off }), 'EUR')).toEqual({ ...written, ...off })
    const pieces = { kind: 'buy_x_get_y' as const, buy_quantity: 3, get_quantity: 1, most_times: 2, buy_product_ids: ['prd_2'] }
    expect(bodyOf(draftOf({ ...coupon, ...pieces }), 'EUR')).toEqual({ ...written, ...pieces })
    const shipping = { kind: 'free_shipping' as const, value: 10_000, shipping_codes: ['standard', 'express'] }
    expect(bodyOf(draftOf({ ...coupon, ...shipping }), 'EUR')).toEqual({ ...written, ...shipping })
  })

  it('has no code where it counts by itself', () => {
    expect(bodyOf({ ...draftOf(coupon), automatic: true }, 'EUR').code).toBeNull()
  })

  it('takes lists as people write them', () => {
    expect(listed(' vip, wholesale，vip ')).toEqual(['vip', 'wholesale'])
  })
})
