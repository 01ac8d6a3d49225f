/** How saved means of payment are called. */

import { useI18n } from 'vue-i18n'
import type { PaymentMethod } from '@/api/addresses'
import { useFormat } from '@/i18n/format'

export function usePaymentMethods() {
  const { t } = useI18n()
  const { money } = useFormat()

  function name(method: PaymentMethod): string {
    if (method.type === 'gift_card') return t('checkout.giftCard', { last4: method.last4 ?? '' })
    if (method.type === 'paypal' && !method.last4) return 'PayPal'
    return method.last4 ? t('checkout.card', { brand: method.brand ?? '', last4: method.last4 }) : method.type
  }

  /** What is on a gift card, and until when a method is good. */
  function hint(method: PaymentMethod): string {
    const balance = method.balance ? t('checkout.balance', { amount: money(method.balance) }) : ''
    const closed = method.status && method.status !== 'active' ? t(`checkout.giftCardStatus.${method.status}`) : ''
    const until = method.exp && !closed ? t('checkout.expires', { date: method.exp }) : ''
    return [balance, closed, until].filter(Boolean).join(', ')
  }

  return { name, hint }
}
