/** Signing in and out, and the account itself. */

import { access } from './access'
import { answered, users as client } from './http'
import type { components } from './generated/user'

type Shapes = components['schemas']
export type User = Shapes['User']
export type Registration = Pick<Shapes['Registration'], 'email' | 'password' | 'name' | 'language'>

/** Throws `Problem` 401 when email and password do not belong together. A guest's cart and chats come along. */
export async function signIn(email: string, password: string): Promise<void> {
  const pair = await answered(
    client.POST('/api/v1/auth/token', {
      credentials: 'include',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: { grant_type: 'password', username: email, password, cookie: true, scope: '' },
      bodySerializer: (form) => new URLSearchParams(Object.entries(form ?? {}).map(([name, value]) => [name, String(value)])),
    }),
  )
  access.take(pair)
}

export async function register(registration: Registration): Promise<void> {
  await answered(client.POST('/api/v1/auth/register', { body: registration }))
  await signIn(registration.email, registration.password)
}

export async function signOut(): Promise<void> {
  await answered(client.POST('/api/v1/auth/logout', { credentials: 'include' }))
  access.take(null)
}

export function getMe(): Promise<User> {
  return answered(client.GET('/api/v1/users/me'))
}

export function updateMe(changes: Shapes['UserUpdate']): Promise<User> {
  return answered(client.PATCH('/api/v1/users/me', { body: changes }))
}

/** Throws `Problem` when the current password is wrong. All other sessions end. */
export async function changePassword(current_password: string, new_password: string): Promise<void> {
  await answered(client.PUT('/api/v1/users/me/password', { body: { current_password, new_password } }))
}

/** Ask for a link by mail; the answer is the same whether the account exists or not. */
export async function requestPasswordReset(email: string): Promise<void> {
  await answered(client.POST('/api/v1/auth/password-reset', { body: { email } }))
}

export type Session = Shapes['Session']

export async function listSessions(): Promise<Session[]> {
  return (await answered(client.GET('/api/v1/users/me/sessions'))).items
}

export async function endSession(session_id: string): Promise<void> {
  await answered(client.DELETE('/api/v1/users/me/sessions/{session_id}', { params: { path: { session_id } } }))
}

/** Sign out everywhere but here. */
export async function endOtherSessions(): Promise<void> {
  await answered(client.DELETE('/api/v1/users/me/sessions', { params: { query: { keep_current: true } } }))
}
