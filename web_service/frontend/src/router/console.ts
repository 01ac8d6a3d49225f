/** The pages of the console; `permission` decides who sees them, the services decide who may do what. */

import type { RouteRecordRaw } from 'vue-router'

export const consoleRoutes: RouteRecordRaw = {
  path: '/admin',
  component: () => import('@/console/layout/ConsoleLayout.vue'),
  meta: { permission: '' },
  children: [],
}
