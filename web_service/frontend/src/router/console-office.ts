/** The console's pages about orders, people and the shop itself. */

import type { RouteRecordRaw } from 'vue-router'
import { page } from './page'

const orders = (loader: Parameters<typeof page>[1]) => page('cart', page('orders', page('after-sales', page('console-orders', loader))))
const people = (loader: Parameters<typeof page>[1]) => page('console-people', loader)

export const officeRoutes: RouteRecordRaw[] = [
  {
    path: 'orders',
    name: 'console-orders',
    component: orders(() => import('@/console/orders/OrdersPage.vue')),
    meta: { permission: 'orders:read', title: 'console.pages.orders', icon: 'orders', group: 'sell' },
  },
  {
    path: 'orders/:id',
    name: 'console-order',
    component: orders(page('checkout', () => import('@/console/orders/OrderPage.vue'))),
    meta: { permission: 'orders:read', title: 'console.pages.order' },
  },
  {
    path: 'invoices',
    name: 'console-invoices',
    component: page('orders', page('console-invoices', () => import('@/console/invoices/InvoicesPage.vue'))),
    meta: { permission: 'orders:read', title: 'console.pages.invoices', icon: 'invoices', group: 'sell' },
  },
  {
    path: 'promotions',
    name: 'console-promotions',
    component: page('console-promotions', () => import('@/console/promotions/PromotionsPage.vue')),
    meta: { permission: 'promotions:write', title: 'console.pages.promotions', icon: 'promotions', group: 'sell' },
  },
  {
    path: 'gift-cards',
    name: 'console-gift-cards',
    component: page('console-gift-cards', () => import('@/console/gift-cards/GiftCardsPage.vue')),
    meta: { permission: 'users:read', title: 'console.pages.giftCards', icon: 'giftCards', group: 'sell' },
  },
  {
    path: 'gift-cards/:id',
    name: 'console-gift-card',
    component: page('console-gift-cards', () => import('@/console/gift-cards/GiftCardPage.vue')),
    meta: { permission: 'users:read', title: 'console.pages.giftCard' },
  },
  {
    path: 'customers',
    name: 'console-customers',
    component: people(() => import('@/console/customers/CustomersPage.vue')),
    meta: { permission: 'users:read', title: 'console.pages.customers', icon: 'customers', group: 'people' },
  },
  {
    path: 'customers/:id',
    name: 'console-customer',
    component: orders(people(page('checkout', page('profile', page('console-conversations', () => import('@/console/customers/CustomerPage.vue')))))),
    meta: { permission: 'users:read', title: 'console.pages.customer' },
  },
  {
    path: 'conversations',
    name: 'console-conversations',
    component: page('console-conversations', () => import('@/console/conversations/ConversationsPage.vue')),
    meta: { permission: 'conversations:read', title: 'console.pages.conversations', icon: 'conversations', group: 'people' },
  },
  {
    path: 'conversations/:id',
    name: 'console-conversation',
    component: page('console-conversations', () => import('@/console/conversations/ConversationPage.vue')),
    meta: { permission: 'conversations:read', title: 'console.pages.conversation' },
  },
  {
    path: 'agents',
    name: 'console-agents',
    component: page('console-agents', () => import('@/console/agents/AgentsPage.vue')),
    meta: { permission: 'agents:read', title: 'console.pages.agents', icon: 'agents', group: 'people' },
  },
  {
    path: 'agents/:id',
    name: 'console-agent',
    component: page('console-people', page('console-agents', () => import('@/console/agents/AgentPage.vue'))),
    meta: { permission: 'agents:read', title: 'console.pages.agent' },
  },
  {
    path: 'approvals',
    name: 'console-approvals',
    component: people(page('console-conversations', page('console-tools', () => import('@/console/approvals/ApprovalsPage.vue')))),
    meta: { permission: 'approvals:decide', title: 'console.pages.approvals', icon: 'approvals', group: 'people' },
  },
  {
    path: 'people',
    name: 'console-people',
    component: people(() => import('@/console/people/PeoplePage.vue')),
    meta: { permission: 'users:read', title: 'console.pages.people', icon: 'people', group: 'people' },
  },
  {
    path: 'tools',
    name: 'console-tools',
    component: page('console-tools', () => import('@/console/tools/ToolsPage.vue')),
    meta: { permission: 'tools:read', title: 'console.pages.tools', icon: 'tools', group: 'shop' },
  },
  {
    path: 'settings',
    name: 'console-settings',
    component: page('console-settings', () => import('@/console/settings/SettingsPage.vue')),
    meta: { permission: 'shipping:write', title: 'console.pages.settings', icon: 'settings', group: 'shop' },
  },
  {
    path: 'models',
    name: 'console-models',
    component: page('console-models', () => import('@/console/models/ModelsPage.vue')),
    meta: { permission: 'providers:read', title: 'console.pages.models', icon: 'models', group: 'shop' },
  },
  {
    path: 'webhooks',
    name: 'console-webhooks',
    component: page('console-webhooks', () => import('@/console/webhooks/WebhooksPage.vue')),
    meta: { permission: 'webhooks:write', title: 'console.pages.webhooks', icon: 'webhooks', group: 'shop' },
  },
  {
    path: 'webhooks/:id',
    name: 'console-webhook',
    component: page('console-webhooks', () => import('@/console/webhooks/WebhookPage.vue')),
    meta: { permission: 'webhooks:write', title: 'console.pages.webhook' },
  },
  {
    path: 'usage',
    name: 'console-usage',
    component: page('console-dashboard', page('console-conversations', page('console-settings', page('console-usage', () => import('@/console/usage/UsagePage.vue'))))),
    meta: { permission: 'reports:read', title: 'console.pages.usage', icon: 'usage', group: 'shop' },
  },
  {
    path: 'operations',
    name: 'console-operations',
    component: page('console-operations', () => import('@/console/operations/OperationsPage.vue')),
    meta: { permission: 'system:read', title: 'console.pages.operations', icon: 'operations', group: 'shop' },
  },
  {
    path: 'audit',
    name: 'console-audit',
    component: page('console-audit', () => import('@/console/audit/AuditPage.vue')),
    meta: { permission: 'audit:read', title: 'console.pages.audit', icon: 'audit', group: 'shop' },
  },
]
