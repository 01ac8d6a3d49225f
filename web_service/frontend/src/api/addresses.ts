/** The address book and the saved means of payment of the account. */

import { answered, users as client } from './http'
import type { components } from './generated/user'

type Shapes = components['schemas']
export type SavedAddress = Shapes['Address']
export type AddressCreate = Shapes['AddressCreate']
export type PaymentMethod = Shapes['PaymentMethod']

/** An address book: one's own, or a customer's in the hands of the staff. */
export interface Book {
  list: () => Promise<SavedAddress[]>
  add: (address: AddressCreate) => Promise<SavedAddress>
  change: (id: string, changes: Shapes['AddressUpdate']) => Promise<SavedAddress>
  remove: (id: string) => Promise<void>
}

export const ownBook: Book = {
  list: listAddresses,
  add: addAddress,
  change: (id, body) => answered(client.PATCH('/api/v1/users/me/addresses/{id}', { params: { path: { id } }, body })),
  async remove(id) {
    await answered(client.DELETE('/api/v1/users/me/addresses/{id}', { params: { path: { id } } }))
  },
}

export async function listAddresses(): Promise<SavedAddress[]> {
  return (await answered(client.GET('/api/v1/users/me/addresses', { params: { query: { limit: 100 } } }))).items
}

export function addAddress(address: AddressCreate): Promise<SavedAddress> {
  return answered(client.POST('/api/v1/users/me/addresses', { body: address }))
}

/** A gift card comes into the wallet by its code. */
export function addGiftCard(code: string): Promise<PaymentMethod> {
  return answered(client.POST('/api/v1/users/me/payment-methods', { body: { type: 'gift_card', code, is_default: false } }))
}

export async function removePaymentMethod(method_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/users/me/payment-methods/{method_id}', { params: { path: { method_id } } }))
}

export async function listPaymentMethods(): Promise<PaymentMethod[]> {
  return (await answered(client.GET('/api/v1/users/me/payment-methods', { params: { query: { limit: 100 } } }))).items
}
