/** Every page of the shop. The console's pages are a map of their own, loaded when it is opened. */

import { nextTick, ref, watch, watchEffect } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { i18n } from '@/i18n'
import { useSession } from '@/stores/session'
import { useShop } from '@/stores/shop'
import { consoleRoutes } from './console'
import { scrollTo } from './scroll'
import { storefrontRoutes } from './storefront'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string
    /** Only for people who signed in. */
    signedIn?: boolean
    /** Only for staff with this permission; empty means any staff. */
    permission?: string
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [storefrontRoutes, consoleRoutes],
  scrollBehavior: scrollTo,
})

router.beforeEach(async (to) => {
  if (to.meta.permission === undefined && !to.meta.signedIn) return true
  const session = useSession()
  await session.settle().catch(() => undefined) // the page itself says that the service is down
  if (!session.isSignedIn) return { name: 'sign-in', query: { next: to.fullPath } }
  const permission = to.meta.permission
  const allowed = permission === undefined || (permission === '' ? session.isStaff : session.may(permission))
  return allowed || { name: 'forbidden', query: { from: to.fullPath } }
})

const pageTitle = ref('')

/** Set the page's title, once the page itself has not named something better (a product, an order number). */
export function nameThePage(title: string): void {
  pageTitle.value = title
}

/** The tab says what the page and what the shop is called, as soon as either is known and whenever it changes. */
export function nameTheTab(): void {
  const shop = useShop()
  watchEffect(() => (document.title = pageTitle.value ? `${pageTitle.value} · ${shop.name}` : shop.name))
}

/** The title that the page's route has; a page may name itself better. */
export function nameByRoute(to: RouteLocationNormalized): void {
  nameThePage(to.meta.title ? i18n.global.t(to.meta.title) : '')
}

router.afterEach((to, from, failure) => {
  if (failure || to.path === from.path) return
  nameByRoute(to)
  void nextTick(() => document.getElementById('content')?.focus({ preventScroll: true }))
})

watch(i18n.global.locale, () => nameByRoute(router.currentRoute.value))
