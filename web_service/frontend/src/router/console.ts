/** The pages of the console; `permission` decides who sees them, the services decide who may do what. */

import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { officeRoutes } from './console-office'
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
      component: consolePage('dashboard', () => import('@/console/dashboard/HomePage.vue')),
      meta: { permission: '', title: 'console.pages.dashboard', icon: 'dashboard' },
    },
    {
      path: 'products',
      name: 'console-products',
      component: consolePage('products', () => import('@/console/products/ProductsPage.vue')),
      meta: { permission: 'catalogue:write', title: 'console.pages.products', icon: 'products', group: 'catalogue' },
    },
    {
      path: 'products/new',
      name: 'console-product-new',
      component: consolePage('products', () => import('@/console/products/ProductPage.vue')),
      meta: { permission: 'catalogue:write', title: 'console.pages.newProduct' },
    },
    {
      path: 'products/:id',
      name: 'console-product',
      component: consolePage('products', () => import('@/console/products/ProductPage.vue')),
      meta: { permission: 'catalogue:write', title: 'console.pages.product' },
    },
    {
      path: 'inventory',
      name: 'console-inventory',
      component: consolePage('inventory', () => import('@/console/inventory/InventoryPage.vue')),
      meta: { permission: 'stock:read', title: 'console.pages.inventory', icon: 'inventory', group: 'catalogue' },
    },
    {
      path: 'categories',
      name: 'console-categories',
      component: consolePage('categories', () => import('@/console/categories/CategoriesPage.vue')),
      meta: { permission: 'catalogue:write', title: 'console.pages.categories', icon: 'categories', group: 'catalogue' },
    },
    {
      path: 'imports',
      name: 'console-imports',
      component: consolePage('imports', () => import('@/console/imports/ImportsPage.vue')),
      meta: { permission: 'catalogue:write', title: 'console.pages.imports', icon: 'imports', group: 'catalogue' },
    },
    ...officeRoutes,
  ],
}
