/** Amounts as Stripe counts them (docs.stripe.com/currencies): minor units but for a few currencies. The same as in
 * order_service/app/payments/stripe/units.py, where the amount that is paid comes from; the form is told it in advance. */

import type { Money } from '@/i18n/format'
import type { Amount } from './script'

const AS_IF_IN_HUNDREDTHS = ['ISK', 'UGX']
const AS_IF_WHOLE = ['MGA']

export function stripeAmount({ amount, currency }: Money): Amount {
  const counted = AS_IF_WHOLE.includes(currency) ? Math.floor(amount / 100) : AS_IF_IN_HUNDREDTHS.includes(currency) ? amount * 100 : amount
  return { amount: Math.max(counted, 1), currency: currency.toLowerCase() } // the form takes no zero, and nobody pays one by card
}
