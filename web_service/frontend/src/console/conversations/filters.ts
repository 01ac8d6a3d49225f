/** The list's filters as the service understands them. */

import type { Filters } from '@/api/staff-conversations'
import { begins, ends } from '../shared/days'
import type { Query } from '../shared/listing'

export const NO_FILTERS = { q: '', state: '', had_error: '', had_order: '', customer: '', from: '', to: '' }

export function asked({ from, to, ...query }: Query): Filters {
  const [first, last] = [begins(from), ends(to)]
  return { ...query, ...(first ? { from: first } : {}), ...(last ? { to: last } : {}) } as unknown as Filters
}
