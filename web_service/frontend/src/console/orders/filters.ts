/** The list's filters as the service understands them. */

import type { Filters } from '@/api/staff-orders'
import { begins, ends } from '../shared/days'
import type { Query } from '../shared/listing'

export const NO_FILTERS = { q: '', status: '', payment_status: '', fulfilment_status: '', customer_id: '', from: '', to: '' }
const NOT_EXPORTED = ['limit', 'sort', 'from', 'to']
const ORDERS: Record<string, Filters['sort']> = { placed: 'oldest', '-placed': 'newest', total: 'total_asc', '-total': 'total_desc' }

/** What to ask for a page of the list. */
export function asked({ from, to, sort, ...query }: Query): Filters {
  return { ...query, ...moments(from, to), sort: ORDERS[sort ?? ''] ?? 'newest' } as Filters
}

/** The same without order and page: what is exported. */
export function narrowed(filters: Query) {
  const named = Object.entries(filters).filter(([name, value]) => value !== '' && !NOT_EXPORTED.includes(name))
  return { ...Object.fromEntries(named), ...moments(filters.from, filters.to) }
}

function moments(from: string | undefined, to: string | undefined) {
  const [created_from, created_to] = [begins(from), ends(to)]
  return { ...(created_from ? { created_from } : {}), ...(created_to ? { created_to } : {}) }
}
