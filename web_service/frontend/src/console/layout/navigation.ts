/** The side navigation: every page of the console that has an icon and that this person may see. */

import { computed } from 'vue'
import { useRouter, type RouteRecordNormalized } from 'vue-router'
import { useSession } from '@/stores/session'

export const GROUPS = ['', 'sell', 'catalogue', 'people', 'shop'] as const

export interface NavigationGroup {
  name: (typeof GROUPS)[number]
  pages: RouteRecordNormalized[]
}

export function useNavigation() {
  const router = useRouter()
  const session = useSession()
  return computed<NavigationGroup[]>(() => {
    const pages = router.getRoutes().filter(({ path, meta }) => path.startsWith('/admin') && meta.icon && allowed(meta.permission))
    return GROUPS.map((name) => ({ name, pages: pages.filter(({ meta }) => (meta.group ?? '') === name) })).filter(
      (group) => group.pages.length > 0,
    )
  })

  function allowed(permission: string | undefined): boolean {
    return !permission || session.may(permission)
  }
}
