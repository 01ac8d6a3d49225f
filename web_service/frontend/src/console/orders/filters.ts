/** The list's filters as the service understands them. */

import type { Filters } from '@/api/staff-orders'
import { begins, ends } from '../shared/days'
import type { Query } from '../shared/listing'

export const NO_FILTERS = { q: '', status: '', payment_status: '', fulfilment_status: '', customer_id: '', from: '', to: '' }
const ORDERS: Record<string, Filters['sort']> = { placed: 'oldest', '-placed': 'newest', total: 'total_asc', '-total': 'total_desc' }

/** What to ask for a page of the list. */
export function asked({ from, to, sort, ...query }: Query): Filters {
  return { ...narrowed({ ...query, from: from ?? '', to: to ?? '' }), sort: ORDERS[sort ?? ''] ?? 'newest' } as Filters
}

/** The same without order and page: what is exported. */
export function narrowed({ from, to, sort: _sort, ...query }: Query) {
  const set = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const [created_from, created_to] = [begins(from), ends(to)]
  return { ...set, ...(created_from ? { created_from } : {}), ...(created_to ? { created_to } : {}) }
}
