/** How lists of people are told apart and put in order. */

import type { Person } from '@/api/staff-users'

/** What the status of a person means, as a colour. */
export const TONES: Record<NonNullable<Person['status']>, 'good' | 'warn' | 'quiet'> = { active: 'good', invited: 'warn', deactivated: 'quiet' }

/** The lists' order at a column's head as the service names it: names and emails go one way only. */
export function sortOf(sort: string | undefined): 'newest' | 'oldest' | 'name' | 'email' {
  if (sort === 'name' || sort === 'email') return sort
  return sort === 'since' ? 'oldest' : 'newest'
}
