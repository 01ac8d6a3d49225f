/** The way to the services: token, language, one silent refresh, and errors as `ServiceError`. */

import createClient, { type Client } from 'openapi-fetch'
import { config } from './config'
import { Problem, Unreachable } from './problem'
import { access } from './access'
import { askedEarly } from './early'
import type { paths as AiPaths } from './generated/ai'
import type { paths as OrderPaths } from './generated/order'
import type { paths as ProductPaths } from './generated/product'
import type { paths as UserPaths } from './generated/user'

const DEADLINE = 20_000

/** The language of the reader; services answer in it. Null is the shop's own currency. */
export const reader: { language: string; currency: string | null } = { language: config.default_language, currency: null }

/** Who a call needs: anybody, or at least a guest (carts, orders and chats belong to somebody). */
type Caller = 'anybody' | 'somebody'

/** What everybody may read is asked without a token: nobody waits to learn who is here, and caches may answer. */
async function fetchAsNobody(request: Request): Promise<Response> {
  return (await askedEarly(request.url, reader.language)) ?? send(request, null)
}

/** `lasts`: for what may take longer than the deadline because it is large, and tells how far it is. */
export function fetchAs(caller: Caller, lasts = false) {
  return async (request: Request): Promise<Response> => {
    const again = request.body ? request.clone() : request
    const token = caller === 'somebody' ? await access.ensure() : await access.current()
    const answer = await send(request, token, lasts)
    if (answer.status !== 401 || !token) return answer
    const next = caller === 'somebody' ? await access.replace(token) : await access.renew(token)
    return next ? send(again, next, lasts) : answer
  }
}

async function send(request: Request, token: string | null, lasts = false): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.set('Accept-Language', reader.language)
  if (token) headers.set('Authorization', `Bearer ${token}`)
  const signal = lasts || isStream(request) ? request.signal : AbortSignal.any([request.signal, AbortSignal.timeout(DEADLINE)])
  try {
    return await fetch(new Request(request, { headers, signal }))
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new Unreachable(new URL(request.url).origin)
  }
}

function isStream(request: Request): boolean {
  return request.headers.get('Accept') === 'text/event-stream'
}

const somebody = fetchAs('somebody')
const anybody = fetchAs('anybody')

export const users: Client<UserPaths> = createClient<UserPaths>({ baseUrl: config.services.user, fetch: anybody })
const catalogue = { baseUrl: config.services.product, querySerializer: { array: { style: 'form', explode: true } } } as const
export const products: Client<ProductPaths> = createClient<ProductPaths>({ ...catalogue, fetch: anybody })
/** What the shop shows to everybody: products, and what the owner says. */
export const shelves: Client<ProductPaths> = createClient<ProductPaths>({ ...catalogue, fetch: fetchAsNobody })
export const counter: Client<UserPaths> = createClient<UserPaths>({ baseUrl: config.services.user, fetch: fetchAsNobody })
export const orders: Client<OrderPaths> = createClient<OrderPaths>({ baseUrl: config.services.order, fetch: somebody })
export const ai: Client<AiPaths> = createClient<AiPaths>({ baseUrl: config.services.ai, fetch: somebody })

export interface Answered<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The content of an answer; problem details are thrown as `Problem`. */
export async function answered<T>(call: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await call
  if (response.ok) return data as T
  throw new Problem(response.status, isRecord(error) ? error : {})
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Throw what a raw answer says is wrong. */
export async function refuse(response: Response): Promise<never> {
  const body: unknown = await response.json().catch(() => ({}))
  throw new Problem(response.status, isRecord(body) ? body : {})
}
