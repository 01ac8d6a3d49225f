/** Products, categories and search, as shoppers see them. */

import { config } from './config'
import { access } from './access'
import { answered, products, reader, shelves as client } from './http'
import { Problem } from './problem'
import type { components, paths } from './generated/product'

type Shapes = components['schemas']
export type Category = Shapes['Category']
export type Facet = Shapes['FacetView']
export type Money = Shapes['Money']
export type Product = Shapes['Product']
export type ProductSummary = Shapes['ProductSummary']
export type SearchResults = Shapes['SearchResults']
export type RatingCount = Shapes['RatingView']
export type ProductHit = Shapes['ProductHit']
export type Suggestions = Shapes['Suggestions']
export type Picks = Shapes['Picks']
export type Variant = Shapes['Variant']
export type Search = NonNullable<paths['/api/v1/search']['get']['parameters']['query']>
/** What both the list and the search can be narrowed to and ordered by. */
export type ProductQuery = Omit<Search, 'sort'> & { sort?: Search['sort'] | Listing['sort'] }
export type Listing = NonNullable<paths['/api/v1/products']['get']['parameters']['query']>

/** Images are named by their path at product_service, or by a full URL. */
export function mediaUrl(path: string): string {
  return new URL(path, `${config.services.product}/`).href
}

/** What the reader chose to see prices in; the last parameter, as public/early.js has it. */
const priced = () => (reader.currency ? { currency: reader.currency } : {})

const WIDTHS = [200, 400, 800, 1200] // as product_service draws them
const RASTER = /^\/media\/.+\.(jpg|png|webp)$/

/** The widths an image of the shop comes in, as `srcset` names them; drawings fit any width as they are. */
export function mediaSizes(path: string | null): string | undefined {
  if (!path || !RASTER.test(path)) return undefined
  return WIDTHS.map((width) => `${mediaUrl(`${path}?width=${width}`)} ${width}w`).join(', ')
}

export async function listCategories(): Promise<Category[]> {
  return (await answered(client.GET('/api/v1/categories', { params: { query: { limit: 100 } } }))).items
}

export function listProducts(query: Listing, signal?: AbortSignal) {
  return answered(client.GET('/api/v1/products', { params: { query: { ...query, ...priced() } }, signal: signal ?? null }))
}

/** The products of these ids, in this order; what the shop no longer shows, or not in the reader's currency, is left out. */
export async function listProductsById(ids: string[], signal?: AbortSignal): Promise<ProductSummary[]> {
  if (!ids.length) return []
  const { items } = await listProducts({ ids: ids.join(','), limit: ids.length }, signal)
  return ids.flatMap((id) => items.find((item) => item.id === id) ?? [])
}

/** Products that match the words, best first; without words all products. With facets of the whole answer. */
export async function findProducts({ q, sort, literal, ...query }: ProductQuery, signal?: AbortSignal): Promise<SearchResults> {
  const words = { ...query, q, ...(literal && { literal }), sort: sort as Search['sort'], ...priced() }
  if (q) return answered(client.GET('/api/v1/search', { params: { query: words }, signal: signal ?? null }))
  const page = await listProducts({ ...query, sort: sort as Listing['sort'], facets: true }, signal)
  const known = { total: page.total ?? page.items.length, facets: page.facets ?? [], ratings: page.ratings ?? [] }
  return { ...known, items: page.items, next_cursor: page.next_cursor ?? null, did_you_mean: null, corrected: false }
}

/** A product as everybody sees it; staff also sees what is not shown yet. */
export async function getProduct(id: string, signal?: AbortSignal): Promise<Product> {
  const read = { params: { path: { product_id: id }, query: priced() }, signal: signal ?? null }
  try {
    return (await answered(client.GET('/api/v1/products/{product_id}', read))) as Product // without `texts=all` it is in the reader's language
  } catch (reason) {
    const hidden = reason instanceof Problem && reason.status === 404 && (await access.isStaff())
    if (!hidden) throw reason
    return (await answered(products.GET('/api/v1/products/{product_id}', read))) as Product
  }
}

/** For the front page: the newest, the best rated, the most bought. */
export function listPicks(signal: AbortSignal): Promise<Picks> {
  return answered(client.GET('/api/v1/products/picks', { params: { query: { limit: 8, ...priced() } }, signal }))
}

export async function listRelated(id: string, signal: AbortSignal): Promise<ProductSummary[]> {
  const params = { path: { product_id: id }, query: { limit: 6, ...priced() } }
  return (await answered(client.GET('/api/v1/products/{product_id}/related', { params, signal }))).items
}

export function suggest(words: string, signal: AbortSignal): Promise<Suggestions> {
  return answered(client.GET('/api/v1/search/suggest', { params: { query: { q: words, limit: 5, ...priced() } }, signal }))
}
