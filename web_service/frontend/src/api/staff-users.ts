/** Customers and staff, their roles, and what a role may do. */

import type { Book } from './addresses'
import { download, type Waiting } from './files'
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
export type PersonUpdate = Shapes['CustomerUpdate']
export type Filters = NonNullable<paths['/api/v1/users']['get']['parameters']['query']>
type ExportFilters = NonNullable<paths['/api/v1/users/export.csv']['get']['parameters']['query']>

export function findPeople(query: Filters, signal: AbortSignal) {
  return answered(client.GET('/api/v1/users', { params: { query }, signal }))
}

export function exportPeople(query: ExportFilters, waiting: Waiting): Promise<void> {
  return download('customers.csv', (how) => client.GET('/api/v1/users/export.csv', { params: { query }, ...how }), waiting)
}

export function readPerson(user_id: string, signal: AbortSignal): Promise<Person> {
  return answered(client.GET('/api/v1/users/{user_id}', { params: { path: { user_id } }, signal }))
}

/** Those of them who have an account, in one question (100 at most). */
export async function readPeople(ids: string[], signal?: AbortSignal): Promise<Person[]> {
  const params = { query: { ids, limit: 100 } }
  return (await answered(client.GET('/api/v1/users', { params, signal: signal ?? null }))).items
}

/** A customer's address book. */
export function bookOf(user_id: string): Book {
  const one = (address_id: string) => ({ params: { path: { user_id, address_id } } })
  const all = { params: { path: { user_id } } }
  return {
    async list() {
      const params = { ...all.params, query: { limit: 100 } }
      return (await answered(client.GET('/api/v1/users/{user_id}/addresses', { params }))).items
    },
    add: (body) => answered(client.POST('/api/v1/users/{user_id}/addresses', { ...all, body })),
    change: (id, body) => answered(client.PATCH('/api/v1/users/{user_id}/addresses/{address_id}', { ...one(id), body })),
    async remove(id) {
      await answered(client.DELETE('/api/v1/users/{user_id}/addresses/{address_id}', one(id)))
    },
  }
}

export async function listMethods(user_id: string, signal?: AbortSignal): Promise<PaymentMethod[]> {
  const params = { path: { user_id }, query: { limit: 100 } }
  return (await answered(client.GET('/api/v1/users/{user_id}/payment-methods', { params, signal: signal ?? null }))).items
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
