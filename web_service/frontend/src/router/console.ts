/** The pages of the console; `permission` decides who sees them, the services decide who may do what. */

import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { page } from './page'

declare module 'vue-router' {
  interface RouteMeta {
    /** Name of the icon in the side navigation; a page without one is not in it. */
    icon?: string
    /** Heading in the side navigation under which the page stands. */
    group?: 'sell' | 'catalogue' | 'people' | 'shop'
  }
}

/** A page of the console with the messages of its area. */
export function consolePage(area: string, loader: () => Promise<{ default: Component }>) {
  return page(`console-${area}`, loader)
}

export const consoleRoutes: RouteRecordRaw = {
  path: '/admin',
  component: page('console', () => import('@/console/layout/ConsoleLayout.vue')),
  meta: { permission: '' },
  children: [
    {
      path: '',
      name: 'console',
      component: () => import('@/console/layout/WelcomePage.vue'),
      meta: { permission: '', title: 'console.welcome' },
    },
  ],
}
