/** What customers say about a product. */

import { answered, products as client } from './http'
import type { components, paths } from './generated/product'

type Shapes = components['schemas']
export type Review = Shapes['Review']
export type OwnReview = Shapes['OwnReview']
export type ReviewCreate = Shapes['ReviewCreate']
export type ProductReviews = Shapes['ProductReviews']
export type RatingSummary = Shapes['RatingSummary']
export type ReviewQuery = NonNullable<paths['/api/v1/products/{product_id}/reviews']['get']['parameters']['query']>

export function listReviews(productId: string, query: ReviewQuery, signal?: AbortSignal): Promise<ProductReviews> {
  const params = { path: { product_id: productId }, query }
  return answered(client.GET('/api/v1/products/{product_id}/reviews', { params, signal: signal ?? null }))
}

/** The reader's own review of a product, if there is one. */
export async function getOwnReview(productId: string): Promise<OwnReview | null> {
  const params = { query: { product_id: productId, limit: 1 } }
  return (await answered(client.GET('/api/v1/reviews/mine', { params }))).items[0] ?? null
}

/** Throws `Problem` 409 `already_reviewed` when there is one already. */
export function writeReview(productId: string, body: ReviewCreate): Promise<OwnReview> {
  return answered(client.POST('/api/v1/products/{product_id}/reviews', { params: { path: { product_id: productId } }, body }))
}

export function changeReview(reviewId: string, body: Shapes['ReviewUpdate']): Promise<OwnReview> {
  return answered(client.PATCH('/api/v1/reviews/{review_id}', { params: { path: { review_id: reviewId } }, body }))
}

export async function withdrawReview(reviewId: string): Promise<void> {
  await answered(client.DELETE('/api/v1/reviews/{review_id}', { params: { path: { review_id: reviewId } } }))
}
