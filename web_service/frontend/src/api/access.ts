/** The access token: in memory only. The refresh token is an HttpOnly cookie that scripts never see. */

import { config } from './config'
import { Unreachable } from './problem'
import { exclusively } from './exclusively'

const MARGIN = 30_000
const AUTH = `${config.services.user}/api/v1/auth`

export interface Identity {
  subject: string
  roles: string[]
  permissions: string[]
}

type Listener = (identity: Identity | null) => void

let token: string | null = null
let expires = 0
let started: Promise<void> | null = null
const listeners = new Set<Listener>()

export const access = {
  /** The token of whoever is signed in or visiting, renewed in time; null for a fresh visitor. */
  async current(): Promise<string | null> {
    await start()
    if (token && Date.now() > expires - MARGIN) await this.renew(token)
    return token
  },

  /** Whether whoever is here works in the shop. */
  async isStaff(): Promise<boolean> {
    const held = await this.current()
    return !!held && identityIn(held).permissions.length > 0
  },

  /** Like `current`, but a fresh visitor becomes a guest. */
  async ensure(): Promise<string> {
    return (await this.current()) ?? (await becomeGuest())
  },

  /** The next token after this one was refused or grew old; null when the session is over. */
  async renew(old: string): Promise<string | null> {
    return exclusively('shopkeeper-refresh', async () => {
      if (token !== old) return token // another call of this page was quicker
      const answer = await post('/refresh', { cookie: true })
      if (answer.ok) take(await answer.json())
      else if (answer.status < 500 && answer.status !== 429) take(null)
      return token
    })
  },

  /** Like `renew`, but when the session is over the visitor goes on as a guest. */
  async replace(old: string): Promise<string> {
    return (await this.renew(old)) ?? (await becomeGuest())
  },

  /** Take over the answer of a sign-in; null forgets who was here. */
  take,

  onChange(listener: Listener): void {
    listeners.add(listener)
  },
}

/** Asked once when the page loads: whom does the cookie still sign in? */
function start(): Promise<void> {
  started ??= post('/session')
    .then(async (answer) => {
      if (answer.status === 200) take(await answer.json())
    })
    .catch((error: unknown) => {
      started = null // the next call asks again
      if (!(error instanceof Unreachable)) throw error
    })
  return started
}

function becomeGuest(): Promise<string> {
  return exclusively('shopkeeper-guest', async () => {
    if (token) return token
    const answer = await post('/guest', { cookie: true })
    if (!answer.ok) throw new Unreachable(AUTH)
    take(await answer.json())
    return token ?? ''
  })
}

async function post(path: string, body?: object): Promise<Response> {
  try {
    return await fetch(AUTH + path, {
      method: 'POST',
      credentials: 'include',
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : null,
    })
  } catch {
    throw new Unreachable(AUTH)
  }
}

function take(pair: { access_token: string; expires_in: number } | null): void {
  token = pair?.access_token ?? null
  expires = Date.now() + (pair?.expires_in ?? 0) * 1000
  const identity = token ? identityIn(token) : null
  listeners.forEach((listener) => listener(identity))
}

function identityIn(jwt: string): Identity {
  const part = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
  const claims: Record<string, unknown> = JSON.parse(atob(part))
  return {
    subject: String(claims.sub),
    roles: (claims.roles as string[] | undefined) ?? [],
    permissions: (claims.permissions as string[] | undefined) ?? [],
  }
}
