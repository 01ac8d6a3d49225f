/** The icons of the side navigation, by the names that routes give them. */

import type { Component } from 'vue'
import {
  Box,
  ChatDotRound,
  Collection,
  Cpu,
  DataAnalysis,
  Discount,
  Document,
  Goods,
  Setting,
  Tickets,
  Upload,
  User,
  UserFilled,
} from '@element-plus/icons-vue'

export const icons: Record<string, Component> = {
  dashboard: DataAnalysis,
  orders: Tickets,
  promotions: Discount,
  products: Goods,
  categories: Collection,
  inventory: Box,
  imports: Upload,
  customers: User,
  conversations: ChatDotRound,
  people: UserFilled,
  audit: Document,
  operations: Cpu,
  settings: Setting,
}
