/** Who the ids on a page belong to: user_service is asked for all of them in one question. */

import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { readPeople, type Person } from '@/api/staff-users'
import { useSession } from '@/stores/session'

const MOST = 100

/** Customers who moved in kept the ids they had: only guests' are told by how they begin. */
export function isAccount(id: string): boolean {
  return !id.startsWith('gst_')
}

/** Follows `ids`. Whom it does not know, or may not know, is not in the map: a page is complete without names. */
export function usePeople(ids: () => string[]): Readonly<ShallowRef<ReadonlyMap<string, Person>>> {
  const known = shallowRef<ReadonlyMap<string, Person>>(new Map())
  const session = useSession()
  const asked = new Set<string>() // whoever is not found is not asked for again
  const leaving = new AbortController()

  watch(
    ids,
    async (now) => {
      const strangers = [...new Set(now)].filter((id) => isAccount(id) && !asked.has(id)).slice(0, MOST)
      if (!strangers.length || !session.may('users:read')) return
      strangers.forEach((id) => asked.add(id))
      const people = await readPeople(strangers, leaving.signal).catch(() => [])
      known.value = new Map([...known.value, ...people.map((person) => [person.id, person] as const)])
    },
    { immediate: true },
  )
  onScopeDispose(() => leaving.abort())
  return known
}
