/** The pages of the storefront. */

import type { RouteRecordRaw } from 'vue-router'
import StorefrontLayout from '@/storefront/layout/StorefrontLayout.vue'

export const storefrontRoutes: RouteRecordRaw = {
  path: '/',
  component: StorefrontLayout,
  children: [
    { path: '', name: 'home', component: () => import('@/storefront/home/HomePage.vue') },
    {
      path: 'forbidden',
      name: 'forbidden',
      component: () => import('@/storefront/layout/ForbiddenPage.vue'),
      meta: { title: 'errors.forbidden' },
    },
    {
      path: ':path(.*)*',
      name: 'not-found',
      component: () => import('@/storefront/layout/NotFoundPage.vue'),
      meta: { title: 'errors.notFound' },
    },
  ],
}
