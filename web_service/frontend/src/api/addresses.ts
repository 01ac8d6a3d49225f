/** The address book and the saved means of payment of the account. */

import { answered, users as client } from './http'
import type { components } from './generated/user'

type Shapes = components['schemas']
export type SavedAddress = Shapes['Address']
export type AddressCreate = Shapes['AddressCreate']
export type PaymentMethod = Shapes['PaymentMethod']

export async function listAddresses(): Promise<SavedAddress[]> {
  return (await answered(client.GET('/api/v1/users/me/addresses', { params: { query: { limit: 100 } } }))).items
}

export function addAddress(address: AddressCreate): Promise<SavedAddress> {
  return answered(client.POST('/api/v1/users/me/addresses', { body: address }))
}

export function changeAddress(id: string, changes: Shapes['AddressUpdate']): Promise<SavedAddress> {
  return answered(client.PATCH('/api/v1/users/me/addresses/{id}', { params: { path: { id } }, body: changes }))
}

export async function removeAddress(id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/users/me/addresses/{id}', { params: { path: { id } } }))
}

export async function removePaymentMethod(method_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/users/me/payment-methods/{method_id}', { params: { path: { method_id } } }))
}

export async function listPaymentMethods(): Promise<PaymentMethod[]> {
  return (await answered(client.GET('/api/v1/users/me/payment-methods', { params: { query: { limit: 100 } } }))).items
}
