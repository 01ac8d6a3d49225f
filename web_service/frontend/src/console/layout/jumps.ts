/** What of the shop itself can be jumped to by a few words. */

import type { RouteLocationRaw } from 'vue-router'
import { listProducts } from '@/api/staff-catalogue'
import { useSession } from '@/stores/session'

export interface Jump {
  key: string
  to: RouteLocationRaw
  title: string
  kind: 'page' | 'product'
}

export async function findJumps(words: string, signal: AbortSignal): Promise<Jump[]> {
  if (!useSession().may('catalogue:write')) return []
  const { items } = await listProducts({ q: words, status: 'all', limit: 6 }, signal)
  return items.map((item) => ({ key: item.id, to: { name: 'console-product', params: { id: item.id } }, title: item.title, kind: 'product' }))
}
