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
