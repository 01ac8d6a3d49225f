/** A promotion as its form edits it: amounts in units, shares in percent, moments as the browser's fields write them. */

import { config } from '@/api/config'
import type { Promotion, PromotionCreate } from '@/api/promotions'
import { fromMajor, toMajor } from '@/i18n/format'
import { pricesOf, typedOf, type TypedPrices } from '../shared/prices'
import { full, said, type Texts } from '../shared/texts'

type Typed = number | string
const BASIS_POINTS = 100

export interface Draft {
  automatic: boolean
  code: string
  name: Texts
  kind: Promotion['kind']
  value: Typed
  buy: Typed
  get: Typed
  mostTimes: Typed
  minimum: Typed
  /** In other currencies, by currency. */
  values: TypedPrices
  minimums: TypedPrices
  minimumPieces: Typed
  productIds: string[]
  categoryIds: string[]
  buyProductIds: string[]
  buyCategoryIds: string[]
  shippingCodes: string
  groups: string
  combinable: boolean
  priority: Typed
  starts: string
  ends: string
  maxUses: Typed
  maxEach: Typed
  active: boolean
}

export function draftOf(promotion: Promotion | null): Draft {
  const currency = promotion?.currency ?? config.currency
  const amounts = (name: 'value' | 'minimum_subtotal') =>
    (promotion?.amounts ?? []).flatMap((one) => (one[name] ? [{ amount: one[name], currency: one.currency }] : []))
  return {
    automatic: promotion?.automatic ?? false,
    code: promotion?.code ?? '',
    name: full(promotion?.name),
    kind: promotion?.kind ?? 'percent',
    value: promotion ? shown(promotion, currency) : 10,
    buy: promotion?.buy_quantity || 2,
    get: promotion?.get_quantity || 1,
    mostTimes: promotion?.most_times ?? '',
    minimum: promotion?.minimum_subtotal ? toMajor(promotion.minimum_subtotal, currency) : '',
    values: typedOf(amounts('value'), currency),
    minimums: typedOf(amounts('minimum_subtotal'), currency),
    minimumPieces: promotion?.minimum_quantity || '',
    productIds: [...(promotion?.product_ids ?? [])],
    categoryIds: [...(promotion?.category_ids ?? [])],
    buyProductIds: [...(promotion?.buy_product_ids ?? [])],
    buyCategoryIds: [...(promotion?.buy_category_ids ?? [])],
    shippingCodes: promotion?.shipping_codes.join(', ') ?? '',
    groups: promotion?.customer_groups.join(', ') ?? '',
    combinable: promotion?.combinable ?? false,
    priority: promotion?.priority ?? 0,
    starts: local(promotion?.starts_at),
    ends: local(promotion?.ends_at),
    maxUses: promotion?.max_uses ?? '',
    maxEach: promotion?.max_uses_per_customer ?? '',
    active: promotion?.active ?? true,
  }
}

function shown(promotion: Promotion, currency: string): number {
  return promotion.kind === 'amount' ? toMajor(promotion.value, currency) : promotion.value / BASIS_POINTS
}

/** What is written; of the currency it is said once, when it is made. */
export function bodyOf(draft: Draft, currency: string): Omit<PromotionCreate, 'currency'> & { value: number; name: Texts } {
  const pieces = draft.kind === 'buy_x_get_y'
  const value = draft.kind === 'amount' ? fromMajor(Number(draft.value), currency) : Math.round(Number(draft.value) * BASIS_POINTS)
  return {
    code: draft.automatic ? null : draft.code,
    name: said(draft.name),
    kind: draft.kind,
    value,
    buy_quantity: pieces ? Number(draft.buy) : 0,
    get_quantity: pieces ? Number(draft.get) : 0,
    most_times: pieces ? limit(draft.mostTimes) : null,
    buy_product_ids: pieces ? draft.buyProductIds : [],
    buy_category_ids: pieces ? draft.buyCategoryIds : [],
    minimum_subtotal: draft.minimum === '' ? 0 : fromMajor(Number(draft.minimum), currency),
    amounts: amountsOf(draft),
    minimum_quantity: Number(draft.minimumPieces || 0),
    product_ids: draft.productIds,
    category_ids: draft.categoryIds,
    shipping_codes: draft.kind === 'free_shipping' ? listed(draft.shippingCodes) : [],
    customer_groups: listed(draft.groups),
    combinable: draft.combinable,
    priority: Number(draft.priority),
    starts_at: moment(draft.starts),
    ends_at: moment(draft.ends),
    max_uses: limit(draft.maxUses),
    max_uses_per_customer: limit(draft.maxEach),
    active: draft.active,
  }
}

/** An amount needs its own value in another currency; a share needs none, and only says from which worth on. */
function amountsOf(draft: Draft): Promotion['amounts'] {
  const minimums = Object.fromEntries(pricesOf(draft.minimums).map(({ amount, currency }) => [currency, amount]))
  if (draft.kind !== 'amount') return Object.entries(minimums).map(([currency, minimum_subtotal]) => ({ currency, value: null, minimum_subtotal }))
  return pricesOf(draft.values).map(({ amount, currency }) => ({ currency, value: amount, minimum_subtotal: minimums[currency] ?? 0 }))
}

const limit = (typed: Typed) => (typed === '' ? null : Number(typed))

/** "a, b" as a list. */
export function listed(typed: string): string[] {
  return [...new Set(typed.split(/[\s,，]+/).filter(Boolean))]
}

/** 2030-05-31T22:00:00Z as the clock here shows it, for `datetime-local`. */
export function local(moment: string | null | undefined): string {
  if (!moment) return ''
  const at = new Date(moment)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

export function moment(typed: string): string | null {
  return typed ? new Date(typed).toISOString() : null
}
