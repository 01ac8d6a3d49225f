/** A coupon as its form edits it: amounts in units, percent in percent, moments as the browser's fields write them. */

import { config } from '@/api/config'
import type { Promotion, PromotionCreate } from '@/api/promotions'
import { fromMajor, toMajor } from '@/i18n/format'
import { full, said, type Texts } from '../shared/texts'

type Typed = number | string
const BASIS_POINTS = 100

export interface Draft {
  code: string
  name: Texts
  kind: Promotion['kind']
  value: Typed
  minimum: Typed
  starts: string
  ends: string
  maxUses: Typed
  maxEach: Typed
  active: boolean
}

export function draftOf(promotion: Promotion | null): Draft {
  const currency = promotion?.currency ?? config.currency
  return {
    code: promotion?.code ?? '',
    name: full(promotion?.name),
    kind: promotion?.kind ?? 'percent',
    value: promotion ? (promotion.kind === 'percent' ? promotion.value / BASIS_POINTS : toMajor(promotion.value, currency)) : 10,
    minimum: promotion?.minimum_subtotal ? toMajor(promotion.minimum_subtotal, currency) : '',
    starts: local(promotion?.starts_at),
    ends: local(promotion?.ends_at),
    maxUses: promotion?.max_uses ?? '',
    maxEach: promotion?.max_uses_per_customer ?? '',
    active: promotion?.active ?? true,
  }
}

/** All but the code, which never changes. */
export function bodyOf(draft: Draft, currency: string): Omit<PromotionCreate, 'code' | 'currency'> & { name: Texts } {
  return {
    name: said(draft.name),
    kind: draft.kind,
    value: draft.kind === 'percent' ? Math.round(Number(draft.value) * BASIS_POINTS) : fromMajor(Number(draft.value), currency),
    minimum_subtotal: draft.minimum === '' ? 0 : fromMajor(Number(draft.minimum), currency),
    starts_at: moment(draft.starts),
    ends_at: moment(draft.ends),
    max_uses: draft.maxUses === '' ? null : Number(draft.maxUses),
    max_uses_per_customer: draft.maxEach === '' ? null : Number(draft.maxEach),
    active: draft.active,
  }
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
