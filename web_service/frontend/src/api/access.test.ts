/** The token's life against a scripted user_service. */
import { beforeEach, describe, expect, it, vi } from 'vitest'

const claims = (sub: string) => btoa(JSON.stringify({ sub, roles: ['shopper'], permissions: [] }))
const pair = (sub: string, expires_in = 900) => ({ access_token: `h.${claims(sub)}.s`, expires_in })
const json = (status: number, body?: unknown) => new Response(body === undefined ? null : JSON.stringify(body), { status })

type Answers = Record<string, () => Response>
let asked: string[] = []

async function started(answers: Answers) {
  vi.resetModules()
  asked = []
  vi.stubGlobal('fetch', async (url: string) => {
    const path = new URL(url).pathname.replace('/api/v1/auth', '')
    asked.push(path)
    const answer = answers[path]
    if (!answer) throw new TypeError('refused')
    return answer()
  })
  return (await import('./access')).access
}

beforeEach(() => vi.unstubAllGlobals())

describe('access', () => {
  it('asks once, however many calls wait for the answer, whom the cookie signs in', async () => {
    const access = await started({ '/session': () => json(200, pair('usr_1')) })
    const tokens = await Promise.all([access.current(), access.current(), access.ensure()])
    expect(new Set(tokens)).toEqual(new Set([pair('usr_1').access_token]))
    expect(asked).toEqual(['/session'])
  })

  it('leaves a fresh visitor without a token until one is needed, then makes one guest', async () => {
    const access = await started({ '/session': () => json(204), '/guest': () => json(201, pair('gst_1')) })
    expect(await access.current()).toBeNull()
    await Promise.all([access.ensure(), access.ensure()])
    expect(asked).toEqual(['/session', '/guest'])
  })

  it('renews a refused token once for all calls that met the refusal', async () => {
    const access = await started({ '/session': () => json(200, pair('usr_1')), '/refresh': () => json(200, pair('usr_2')) })
    const old = (await access.current()) ?? ''
    const next = await Promise.all([access.renew(old), access.renew(old), access.renew(old)])
    expect(new Set(next)).toEqual(new Set([pair('usr_2').access_token]))
    expect(asked).toEqual(['/session', '/refresh'])
  })

  it('renews before the token runs out', async () => {
    const access = await started({ '/session': () => json(200, pair('usr_1', 5)), '/refresh': () => json(200, pair('usr_2')) })
    expect(await access.current()).toBe(pair('usr_2').access_token)
  })

  it('keeps the session when the service only stumbles, and ends it when it says so', async () => {
    const answers: Answers = { '/session': () => json(200, pair('usr_1')), '/refresh': () => json(503) }
    const access = await started(answers)
    const old = (await access.current()) ?? ''
    expect(await access.renew(old)).toBe(old)
    answers['/refresh'] = () => json(401, {})
    expect(await access.renew(old)).toBeNull()
  })

  it('asks again after a start that nobody answered', async () => {
    const answers: Answers = {}
    const access = await started(answers)
    expect(await access.current()).toBeNull()
    answers['/session'] = () => json(200, pair('usr_1'))
    expect(await access.current()).toBe(pair('usr_1').access_token)
  })
})
