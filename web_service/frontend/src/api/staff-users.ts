/** Customers and staff, their roles, and what a role may do. */

import { answered, users as client } from './http'
import type { components, paths } from './generated/user'

type Shapes = components['schemas']
export type Person = Shapes['Person']
export type Address = Shapes['Address']
export type PaymentMethod = Shapes['PaymentMethod']
export type Session = Shapes['Session']
export type Role = Shapes['Role']
export type Permission = Shapes['Permission']
export type RoleId = Shapes['RoleSet']['roles'][number]
export type Invitation = Shapes['Invitation']
export type PersonCreate = Shapes['PersonCreate']
export type PersonUpdate = Shapes['UserUpdate']
export type Filters = NonNullable<paths['/api/v1/users']['get']['parameters']['query']>

export function findPeople(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/users', { params: { query }, signal }))
}

export function readPerson(user_id: string, signal: AbortSignal): Promise<Person> {
  return answered(client.GET('/api/v1/users/{user_id}', { params: { path: { user_id } }, signal }))
}

/** The default address; throws `Problem` 404 where there is none. */
export function readAddress(user_id: string, signal: AbortSignal): Promise<Address> {
  return answered(client.GET('/api/v1/users/{user_id}/address', { params: { path: { user_id } }, signal }))
}

export async function listMethods(user_id: string, signal: AbortSignal): Promise<PaymentMethod[]> {
  const params = { path: { user_id }, query: { limit: 100 } }
  return (await answered(client.GET('/api/v1/users/{user_id}/payment-methods', { params, signal }))).items
}

export async function changePerson(user_id: string, body: PersonUpdate): Promise<void> {
  await answered(client.PATCH('/api/v1/users/{user_id}', { params: { path: { user_id } }, body }))
}

/** Whoever is deactivated is signed out everywhere and cannot sign in. */
export async function deactivate(user_id: string, reason: string): Promise<void> {
  const body = { reason: reason.trim() || null }
  await answered(client.POST('/api/v1/users/{user_id}/deactivation', { params: { path: { user_id } }, body }))
}

export async function reactivate(user_id: string): Promise<void> {
  await answered(client.POST('/api/v1/users/{user_id}/reactivation', { params: { path: { user_id } } }))
}

/** Mail a link by which they choose a new password. */
export async function sendPasswordLink(user_id: string): Promise<void> {
  await answered(client.POST('/api/v1/users/{user_id}/password-reset', { params: { path: { user_id } } }))
}

export async function endSessions(user_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/users/{user_id}/sessions', { params: { path: { user_id } } }))
}

export function invite(body: PersonCreate): Promise<Invitation> {
  return answered(client.POST('/api/v1/users', { body }))
}

export function inviteAgain(user_id: string): Promise<Invitation> {
  return answered(client.POST('/api/v1/users/{user_id}/invitation', { params: { path: { user_id } } }))
}

export async function setRoles(user_id: string, roles: RoleId[]): Promise<void> {
  await answered(client.PUT('/api/v1/users/{user_id}/roles', { params: { path: { user_id } }, body: { roles } }))
}

export async function listRoles(signal: AbortSignal): Promise<Role[]> {
  return (await answered(client.GET('/api/v1/roles', { signal }))).items
}

export async function listPermissions(signal: AbortSignal): Promise<Permission[]> {
  return (await answered(client.GET('/api/v1/permissions', { signal }))).items
}
