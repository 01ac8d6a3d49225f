/** What whoever the order is for has saved: means of payment and addresses. Guests have none. */

import { listAddresses, listPaymentMethods, type PaymentMethod, type SavedAddress } from '@/api/addresses'
import { useSession } from '@/stores/session'

/** One's own wallet, or a customer's in the hands of the staff; only one's own gets new gift cards. */
export interface Wallet {
  own: boolean
  methods: () => Promise<PaymentMethod[]>
  addresses: () => Promise<SavedAddress[]>
}

export const ownWallet: Wallet = {
  own: true,
  methods: async () => ((await signedIn()) ? listPaymentMethods() : []),
  addresses: async () => ((await signedIn()) ? listAddresses() : []),
}

async function signedIn(): Promise<boolean> {
  const session = useSession()
  await session.settle()
  return session.isSignedIn
}

/** Those that can be chosen now. */
export async function usable(wallet: Wallet): Promise<PaymentMethod[]> {
  return (await wallet.methods()).filter(({ status }) => !status || status === 'active')
}
