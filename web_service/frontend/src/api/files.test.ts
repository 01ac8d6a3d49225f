/** A large file comes piece by piece: nobody cuts it off while it comes, and whoever waits may. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answered, type Answered } from './http'
import { download } from './files'
import { Problem, Unreachable } from './problem'

vi.mock('./http', async (real) => ({ ...(await real<typeof import('./http')>()), fetchAs: () => globalThis.fetch }))

/** A call that answers with these pieces, one for each turn of `next`; without `end` it never ends. */
function scripted(pieces: string[], end = true) {
  const encoder = new TextEncoder()
  return async ({ signal }: { signal: AbortSignal }): Promise<Answered<unknown>> => {
    const left = [...pieces]
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        signal.addEventListener('abort', () => controller.error(signal.reason), { once: true })
        const piece = left.shift()
        if (piece !== undefined) controller.enqueue(encoder.encode(piece))
        else if (end) controller.close()
      },
    })
    return { data: body, response: new Response(null, { status: 200 }) }
  }
}

let saved: Blob[] = []
beforeEach(() => {
  saved = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    saved.push(content as Blob)
    return 'blob:x'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
})

describe('download', () => {
  it('tells how many bytes are here, and saves them all', async () => {
    const told: number[] = []
    await download('x.csv', scripted(['id\r\n', 'Ärmel\r\n', 'b']), { progress: (bytes) => told.push(bytes) })
    expect(told).toEqual([4, 12, 13])
    expect(await saved[0]?.text()).toBe('id\r\nÄrmel\r\nb')
  })

  it('is called off by whoever waits, and saves nothing', async () => {
    const waiting = new AbortController()
    const file = download('x.csv', scripted(['id'], false), { signal: waiting.signal, progress: () => waiting.abort() })
    await expect(file).rejects.toMatchObject({ name: 'AbortError' })
    expect(saved).toEqual([])
  })

  it('fails when nothing comes any more, and saves no half of it', async () => {
    vi.useFakeTimers()
    const file = download('x.csv', scripted(['id'], false)).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await file).toBeInstanceOf(Unreachable)
    expect(saved).toEqual([])
    vi.useRealTimers()
  })

  it('says what the service says', async () => {
    const refused = async () => ({ error: { code: 'missing_permission', detail: 'No.' }, response: new Response(null, { status: 403 }) })
    await expect(download('x.csv', refused)).rejects.toMatchObject({ code: 'missing_permission' })
    await expect(answered(refused())).rejects.toBeInstanceOf(Problem)
  })
})
