/** What the states of an order mean, as colours. */

import type { Order } from '@/api/staff-orders'

type Tone = 'good' | 'warn' | 'bad' | 'quiet'

export const STATUS_TONES: Record<Order['status'], Tone> = {
  placing: 'warn',
  refused: 'bad',
  pending: 'warn',
  'pending (item modified)': 'warn',
  processed: 'good',
  delivered: 'good',
  cancelled: 'quiet',
  'return requested': 'warn',
  'exchange requested': 'warn',
}

export const PAYMENT_TONES: Record<Order['payment_status'], Tone> = {
  unpaid: 'quiet',
  paid: 'good',
  refund_pending: 'warn',
  partially_refunded: 'quiet',
  refunded: 'quiet',
  unclear: 'bad',
}

export const DELIVERY_TONES: Record<Order['fulfilment_status'], Tone> = {
  unfulfilled: 'warn',
  partially_fulfilled: 'warn',
  fulfilled: 'good',
}
