/** What a shopper has entered so far: kept in this tab until the order is placed, never anything about a card. */

import { reactive, watch } from 'vue'
import type { Address } from '@/api/checkout'

const PLACE = 'shopkeeper-checkout'

export interface Draft {
  email: string
  address: Address
  /** An address of the address book, or empty for the one above. */
  addressId: string
  saveAddress: boolean
  payment: string
  note: string
}

export function emptyAddress(): Address {
  return { name: '', address1: '', address2: '', city: '', state: '', zip: '', country: '' }
}

const EMPTY: Draft = { email: '', address: emptyAddress(), addressId: '', saveAddress: false, payment: '', note: '' }

export function useDraft(): { draft: Draft; forget: () => void } {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Partial<Draft> | null
  const draft = reactive<Draft>({ ...structuredClone(EMPTY), ...kept })
  watch(draft, (now) => sessionStorage.setItem(PLACE, JSON.stringify(now)))
  return { draft, forget: () => sessionStorage.removeItem(PLACE) }
}

/** Without the fields that were left empty. */
export function trimmed(address: Address): Address {
  const filled = Object.entries(address).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
  return Object.fromEntries(filled.filter(([name, value]) => value || name === 'state')) as unknown as Address
}

const NEEDED = ['name', 'address1', 'city', 'zip', 'country'] as const

export function isComplete(address: Address): boolean {
  return NEEDED.every((name) => (address[name] ?? '').trim() !== '')
}
