/** Where the shopper is while writing, for the assistant: "is this in stock?" means the product of the page. */

import type { RouteLocationNormalizedLoaded } from 'vue-router'
import type { PageContext } from '@/api/assistant'
import { reader } from '@/api/http'

type Page = PageContext['page']
const PAGES: Record<string, Page> = {
  home: 'home',
  products: 'category',
  category: 'category',
  search: 'search',
  product: 'product',
  cart: 'cart',
  checkout: 'checkout',
  orders: 'orders',
  order: 'order',
  confirmation: 'order',
  account: 'account',
  legal: 'policies',
  policies: 'policies',
  policy: 'policies',
}

export function contextOf(route: RouteLocationNormalizedLoaded, cartId: string | null): PageContext {
  const page = PAGES[String(route.name ?? '').split('-')[0] ?? ''] ?? 'other'
  const { id, category } = route.params
  const { q, variant } = route.query
  const said: Partial<PageContext> = {
    product_id: page === 'product' ? text(id, 64) : null,
    variant_id: page === 'product' ? text(variant, 64) : null,
    order_id: page === 'order' ? text(id, 64) : null,
    category: text(category ?? route.query.category, 200),
    query: text(q, 200),
    currency: reader.currency,
    cart_id: cartId,
  }
  return { page, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)) }
}

function text(value: unknown, most: number): string | null {
  return typeof value === 'string' && value.length <= most ? value : null
}
