/** What the customer of an order has saved, as far as the staff member who asks may see it. */

import { bookOf, listMethods } from '@/api/staff-users'
import { isAccount } from '@/console/shared/people'
import { useSession } from '@/stores/session'
import type { Wallet } from '@/storefront/orders/after-sales/wallet'

/** Guests and whoever may not be looked up have nothing saved here. */
export function walletOf(customerId: string): Wallet {
  const known = isAccount(customerId) && useSession().may('users:read')
  return {
    own: false,
    methods: async () => (known ? listMethods(customerId) : []),
    addresses: async () => (known ? bookOf(customerId).list() : []),
  }
}
