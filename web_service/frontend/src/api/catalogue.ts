/** Products, categories and search, as shoppers see them. */

import { config } from './config'
import { answered, products as client } from './http'
import type { components } from './generated/product'

type Shapes = components['schemas']
export type Category = Shapes['Category']
export type Money = Shapes['Money']
export type Product = Shapes['Product']
export type ProductSummary = Shapes['ProductSummary']
export type Variant = Shapes['Variant']

/** Images are named by their path at product_service, or by a full URL. */
export function mediaUrl(path: string): string {
  return new URL(path, `${config.services.product}/`).href
}

export async function listCategories(): Promise<Category[]> {
  return (await answered(client.GET('/api/v1/categories', { params: { query: { limit: 100 } } }))).items
}

export interface Listing {
  category?: string
  sort?: string
  limit?: number
  cursor?: string
}

export function listProducts(query: Listing, signal?: AbortSignal) {
  return answered(client.GET('/api/v1/products', { params: { query: query as never }, signal: signal ?? null }))
}
