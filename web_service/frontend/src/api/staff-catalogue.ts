/** Products, variants, images and categories, as the staff keeps them. */

import { config } from './config'
import { download, upload, type Waiting } from './files'
import { answered, products as client } from './http'
import type { components, paths } from './generated/product'

type Shapes = components['schemas']
export type Product = Shapes['ProductInLanguages']
export type Variant = Shapes['VariantInLanguages']
export type Image = Shapes['MediaInLanguages']
export type ProductRow = Shapes['ProductSummary']
export type ProductCreate = Shapes['ProductCreate']
export type ProductUpdate = Shapes['ProductUpdate']
export type VariantCreate = Shapes['VariantCreate']
export type VariantUpdate = Shapes['VariantUpdate']
export type Category = Shapes['CategoryInLanguages']
export type CategoryCreate = Shapes['CategoryCreate']
export type CategoryUpdate = Shapes['CategoryUpdate']
export type BulkAction = Shapes['ProductBulk']
export type BulkResult = Shapes['ProductBulkResult']
export type Status = Product['status']
export type Filters = NonNullable<paths['/api/v1/products']['get']['parameters']['query']>

const PRODUCT = '/api/v1/products/{product_id}'

export function listProducts(query: Filters, signal?: AbortSignal) {
  return answered(client.GET('/api/v1/products', { params: { query: { ...query, counts: true } }, signal: signal ?? null }))
}

/** A product with the texts of every language. */
export async function readProduct(product_id: string, signal?: AbortSignal): Promise<Product> {
  const params = { path: { product_id }, query: { texts: 'all' } }
  return (await answered(client.GET(PRODUCT, { params, signal: signal ?? null }))) as Product
}

export async function createProduct(body: ProductCreate): Promise<string> {
  return (await answered(client.POST('/api/v1/products', { body }))).id
}

/** Throws `Problem` 412 when somebody else changed it since `version` was read. */
export async function changeProduct(product_id: string, version: number, body: ProductUpdate): Promise<void> {
  const params = { path: { product_id }, header: { 'If-Match': `"${version}"` } }
  await answered(client.PATCH(PRODUCT, { params, body }))
}

export async function removeProduct(product_id: string): Promise<void> {
  await answered(client.DELETE(PRODUCT, { params: { path: { product_id } } }))
}

/** One action for many products; `key` makes a repeat harmless. */
export async function changeProducts(body: BulkAction, key: string): Promise<BulkResult[]> {
  const params = { header: { 'Idempotency-Key': key } }
  return (await answered(client.POST('/api/v1/products/bulk', { params, body }))).results
}

export function exportProducts(waiting: Waiting): Promise<void> {
  return download('products.csv', (how) => client.GET('/api/v1/exports/products.csv', how), waiting)
}

export async function createVariant(product_id: string, body: VariantCreate): Promise<void> {
  await answered(client.POST('/api/v1/products/{product_id}/variants', { params: { path: { product_id } }, body }))
}

/** Throws `Problem` 412 when somebody else changed it since `version` was read. */
export async function changeVariant(variant_id: string, version: number, body: VariantUpdate): Promise<void> {
  const params = { path: { variant_id }, header: { 'If-Match': `"${version}"` } }
  await answered(client.PATCH('/api/v1/variants/{variant_id}', { params, body }))
}

export async function removeVariant(variant_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/variants/{variant_id}', { params: { path: { variant_id } } }))
}

export async function addImage(productId: string, file: File, progress: (part: number) => void): Promise<void> {
  const form = new FormData()
  form.set('file', file)
  await upload(`${config.services.product}/api/v1/products/${encodeURIComponent(productId)}/media`, form, progress)
}

export async function orderImages(product_id: string, ids: string[]): Promise<void> {
  const params = { path: { product_id } }
  await answered(client.PUT('/api/v1/products/{product_id}/media/order', { params, body: { ids } }))
}

export async function describeImage(product_id: string, media_id: string, alt: Record<string, string>): Promise<void> {
  const params = { path: { product_id, media_id } }
  await answered(client.PATCH('/api/v1/products/{product_id}/media/{media_id}', { params, body: { alt } }))
}

export async function removeImage(product_id: string, media_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/products/{product_id}/media/{media_id}', { params: { path: { product_id, media_id } } }))
}

/** All categories in their order, with the texts of every language. */
export async function listCategories(signal?: AbortSignal): Promise<Category[]> {
  const found: Category[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { texts: 'all', limit: 100, ...(cursor ? { cursor } : {}) }
    const page = await answered(client.GET('/api/v1/categories', { params: { query }, signal: signal ?? null }))
    found.push(...(page.items as unknown as Category[])) // with `texts=all` in every language
    cursor = page.next_cursor ?? null
  }
  return found
}

export async function createCategory(body: CategoryCreate): Promise<void> {
  await answered(client.POST('/api/v1/categories', { body }))
}

export async function changeCategory(id: string, body: CategoryUpdate): Promise<void> {
  await answered(client.PATCH('/api/v1/categories/{id}', { params: { path: { id } }, body }))
}

export async function removeCategory(category_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/categories/{category_id}', { params: { path: { category_id } } }))
}

export async function orderCategories(ids: string[]): Promise<void> {
  await answered(client.PUT('/api/v1/categories/order', { body: { ids } }))
}
