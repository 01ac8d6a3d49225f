/** What a list of products is narrowed to: read from the address, written to it, asked of the service. */

import type { LocationQuery, LocationQueryRaw, RouteParams } from 'vue-router'
import type { ProductQuery } from '@/api/catalogue'

export const SORTS = ['relevance', 'newest', 'rating', 'price', '-price'] as const
export type Sort = (typeof SORTS)[number]

export interface Choices {
  words: string
  /** Slug of the category whose page this is. */
  category: string
  /** `name:value`, as the service names them. */
  facets: string[]
  minPrice: number | null
  maxPrice: number | null
  inStock: boolean
  /** So many stars and more. */
  minRating: number | null
  /** The words as they were typed, not as the shop spells them. */
  literal: boolean
  /** Null leaves the order to the service. */
  sort: Sort | null
}

export function choicesIn(route: { query: LocationQuery; params: RouteParams }): Choices {
  const { query, params } = route
  return {
    words: one(query.q).trim(),
    category: typeof params.category === 'string' ? params.category : '',
    facets: many(query.facet),
    minPrice: amount(query.min_price),
    maxPrice: amount(query.max_price),
    inStock: one(query.in_stock) === 'true',
    minRating: /^[1-5]$/.test(one(query.min_rating)) ? Number(one(query.min_rating)) : null,
    literal: one(query.literal) === 'true',
    sort: SORTS.find((sort) => sort === one(query.sort)) ?? null,
  }
}

/** The address's query of these choices; the category is in the path. */
export function queryOf(choices: Choices): LocationQueryRaw {
  return {
    ...(choices.words && { q: choices.words }),
    ...(choices.facets.length && { facet: choices.facets }),
    ...(choices.minPrice !== null && { min_price: String(choices.minPrice) }),
    ...(choices.maxPrice !== null && { max_price: String(choices.maxPrice) }),
    ...(choices.inStock && { in_stock: 'true' }),
    ...(choices.minRating !== null && { min_rating: String(choices.minRating) }),
    ...(choices.words && choices.literal && { literal: 'true' }),
    ...(choices.sort && { sort: choices.sort }),
  }
}

/** Which orders there are: without words there is no best match. */
export function sortsFor(choices: Choices): Sort[] {
  return SORTS.filter((sort) => choices.words || sort !== 'relevance')
}

export function searchOf(choices: Choices): ProductQuery {
  return {
    ...(choices.words && { q: choices.words }),
    ...(choices.category && { category: choices.category }),
    ...(choices.facets.length && { facet: choices.facets }),
    ...(choices.minPrice !== null && { min_price: choices.minPrice }),
    ...(choices.maxPrice !== null && { max_price: choices.maxPrice }),
    ...(choices.inStock && { in_stock: true }),
    ...(choices.minRating !== null && { min_rating: choices.minRating }),
    ...(choices.words && choices.literal && { literal: true }),
    ...(choices.sort && sortsFor(choices).includes(choices.sort) && { sort: choices.sort }),
  }
}

export function toggled(facets: string[], facet: string): string[] {
  return facets.includes(facet) ? facets.filter((other) => other !== facet) : [...facets, facet]
}

export function isNarrowed(choices: Choices): boolean {
  return narrowings(choices) > 0
}

/** How many filters are set; words, category and order are none. */
export function narrowings(choices: Choices): number {
  const price = choices.minPrice !== null || choices.maxPrice !== null
  return choices.facets.length + Number(price) + Number(choices.inStock) + Number(choices.minRating !== null)
}

export function withoutFilters(choices: Choices): Choices {
  return { ...choices, facets: [], minPrice: null, maxPrice: null, inStock: false, minRating: null }
}

function one(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

function many(value: LocationQuery[string] | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => !!item?.includes(':'))
}

function amount(value: LocationQuery[string] | undefined): number | null {
  return /^\d{1,12}$/.test(one(value)) ? Number(one(value)) : null
}
