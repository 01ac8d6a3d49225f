/** Gift cards in the hands of the staff. */

import { answered, users as client } from './http'
import { once } from './once'
import type { components, paths } from './generated/user'

type Shapes = components['schemas']
export type GiftCard = Shapes['GiftCard']
export type GiftCardDetail = Shapes['GiftCardDetail']
export type IssuedGiftCard = Shapes['IssuedGiftCard']
export type GiftCardIssue = Shapes['GiftCardIssue']
export type GiftCardAdjustment = Shapes['GiftCardAdjustment']
export type Filters = NonNullable<paths['/api/v1/gift-cards']['get']['parameters']['query']>

export function findGiftCards(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/gift-cards', { params: { query }, signal }))
}

/** The card whose code somebody holds in the hand. */
export function lookUpGiftCard(code: string): Promise<GiftCard> {
  return answered(client.POST('/api/v1/gift-cards/lookup', { body: { code } }))
}

/** With a page of its ledger, the newest entries first. */
export function readGiftCard(gift_card_id: string, cursor: string | null, signal?: AbortSignal): Promise<GiftCardDetail> {
  const params = { path: { gift_card_id }, query: { limit: 50, ...(cursor ? { cursor } : {}) } }
  return answered(client.GET('/api/v1/gift-cards/{gift_card_id}', { params, signal: signal ?? null }))
}

/** The answer holds the code, this once. */
export function issueGiftCard(body: GiftCardIssue): Promise<IssuedGiftCard> {
  return once('shopkeeper-gift-card', body, (key) =>
    answered(client.POST('/api/v1/gift-cards', { params: { header: { 'Idempotency-Key': key } }, body })),
  )
}

export function adjustGiftCard(gift_card_id: string, body: GiftCardAdjustment): Promise<GiftCard> {
  const params = { path: { gift_card_id } }
  return once('shopkeeper-gift-card-adjustment', { gift_card_id, body }, (key) =>
    answered(client.POST('/api/v1/gift-cards/{gift_card_id}/adjustments', { params: { ...params, header: { 'Idempotency-Key': key } }, body })),
  )
}

/** A card that is deactivated pays for nothing and keeps its balance. */
export function switchGiftCard(gift_card_id: string, on: boolean, reason: string): Promise<GiftCard> {
  const how = { params: { path: { gift_card_id } }, body: { reason } }
  if (on) return answered(client.POST('/api/v1/gift-cards/{gift_card_id}/reactivation', how))
  return answered(client.POST('/api/v1/gift-cards/{gift_card_id}/deactivation', how))
}
