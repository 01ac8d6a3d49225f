/** The icons of the side navigation, by the names that routes give them. */

import type { Component } from 'vue'
import {
  Box,
  ChatDotRound,
  Collection,
  Connection,
  Cpu,
  DataAnalysis,
  Discount,
  Document,
  DocumentCopy,
  Goods,
  MagicStick,
  Present,
  Setting,
  Tickets,
  Upload,
  User,
  UserFilled,
} from '@element-plus/icons-vue'

export const icons: Record<string, Component> = {
  dashboard: DataAnalysis,
  orders: Tickets,
  invoices: DocumentCopy,
  promotions: Discount,
  giftCards: Present,
  products: Goods,
  categories: Collection,
  inventory: Box,
  imports: Upload,
  customers: User,
  conversations: ChatDotRound,
  agents: MagicStick,
  people: UserFilled,
  audit: Document,
  operations: Cpu,
  settings: Setting,
  webhooks: Connection,
}
