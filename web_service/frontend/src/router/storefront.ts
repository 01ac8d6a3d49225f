/** The pages of the storefront. */

import type { RouteRecordRaw } from 'vue-router'
import StorefrontLayout from '@/storefront/layout/StorefrontLayout.vue'
import { page } from './page'

const listing = page('catalogue', () => import('@/storefront/catalogue/ListingPage.vue'))

export const storefrontRoutes: RouteRecordRaw = {
  path: '/',
  component: StorefrontLayout,
  children: [
    { path: '', name: 'home', component: () => import('@/storefront/home/HomePage.vue') },
    { path: 'products', name: 'products', component: listing, meta: { title: 'nav.all' } },
    { path: 'categories/:category', name: 'category', component: listing },
    { path: 'search', name: 'search', component: listing, meta: { title: 'common.search' } },
    {
      path: 'products/:id',
      name: 'product',
      component: page('catalogue', () => import('@/storefront/product/ProductPage.vue')),
    },
    { path: 'legal/:page(imprint|privacy|terms)', name: 'legal', component: () => import('@/storefront/layout/LegalPage.vue') },
    {
      path: 'policies',
      name: 'policies',
      component: page('policies', () => import('@/storefront/policies/PoliciesPage.vue')),
      meta: { title: 'footer.policies' },
    },
    {
      path: 'policies/:name',
      name: 'policy',
      component: page('policies', () => import('@/storefront/policies/PolicyPage.vue')),
      meta: { title: 'footer.policies' },
    },
    {
      path: 'cart',
      name: 'cart',
      component: page('cart', () => import('@/storefront/cart/CartPage.vue')),
      meta: { title: 'nav.cart' },
    },
    {
      path: 'checkout',
      name: 'checkout',
      component: page('cart', page('checkout', page('profile', () => import('@/storefront/checkout/CheckoutPage.vue')))),
      meta: { title: 'checkout.title' },
    },
    {
      path: 'orders',
      name: 'orders',
      component: page('orders', () => import('@/storefront/orders/OrdersPage.vue')),
      meta: { title: 'nav.orders' },
    },
    {
      path: 'orders/:id',
      name: 'order',
      component: page('cart', page('checkout', page('profile', page('after-sales', page('orders', () => import('@/storefront/orders/OrderPage.vue')))))),
    },
    {
      path: 'account',
      name: 'account',
      component: page('account', page('checkout', page('profile', () => import('@/storefront/account/AccountPage.vue')))),
      meta: { title: 'nav.account', signedIn: true },
    },
    {
      path: 'forgotten-password',
      name: 'forgotten-password',
      component: page('account', () => import('@/storefront/account/ForgottenPasswordPage.vue')),
      meta: { title: 'nav.signIn' },
    },
    {
      path: 'sign-in',
      name: 'sign-in',
      component: page('account', () => import('@/storefront/account/SignInPage.vue')),
      meta: { title: 'nav.signIn' },
    },
    {
      path: 'sign-up',
      name: 'sign-up',
      component: page('account', () => import('@/storefront/account/SignUpPage.vue')),
      meta: { title: 'nav.signUp' },
    },
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
