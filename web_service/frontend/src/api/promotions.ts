/** Promotions: coupons, and what counts by itself. */

import { answered, orders as client } from './http'
import type { components, paths } from './generated/order'

type Shapes = components['schemas']
export type Promotion = Shapes['Promotion']
export type PromotionCreate = Shapes['PromotionCreate']
export type PromotionUpdate = Shapes['PromotionUpdate']
export type PromotionPreview = Shapes['PromotionPreview']
export type Filters = NonNullable<paths['/api/v1/promotions']['get']['parameters']['query']>

export function findPromotions(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/promotions', { params: { query }, signal }))
}

export async function createPromotion(body: PromotionCreate): Promise<void> {
  await answered(client.POST('/api/v1/promotions', { body }))
}

export function previewPromotion(body: Shapes['PromotionPreviewCreate']): Promise<PromotionPreview> {
  return answered(client.POST('/api/v1/promotions/preview', { body }))
}

export async function changePromotion(promotion_id: string, body: PromotionUpdate): Promise<void> {
  await answered(client.PATCH('/api/v1/promotions/{promotion_id}', { params: { path: { promotion_id } }, body }))
}

export async function removePromotion(promotion_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/promotions/{promotion_id}', { params: { path: { promotion_id } } }))
}
