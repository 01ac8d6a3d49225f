/** Files to and from the services: uploads and downloads that tell how far they are, with the token. */

import { access } from './access'
import { answered, fetchAs, isRecord, reader, type Answered } from './http'
import { Problem, ServiceError, Unreachable } from './problem'

/** Send a form with a file in it; `progress` is told the part sent so far, 0 to 1. */
export async function upload<T>(url: string, form: FormData, progress: (part: number) => void = () => {}): Promise<T> {
  const token = await access.current()
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest() // `fetch` does not tell how far an upload is
    request.open('POST', url)
    request.responseType = 'json'
    request.setRequestHeader('Accept-Language', reader.language)
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0)
    request.onerror = () => reject(new Unreachable(new URL(url).origin))
    request.onload = () => {
      const body: unknown = request.response
      if (request.status < 300) resolve(body as T)
      else reject(new Problem(request.status, isRecord(body) ? body : {}))
    }
    request.send(form)
  })
}

/** Somebody waits for a file: told how many bytes are here, and may call it off. */
export interface Waiting {
  progress: (bytes: number) => void
  signal: AbortSignal
}

/** How a client's call answers piece by piece. */
type Streamed = { parseAs: 'stream'; fetch: (request: Request) => Promise<Response>; signal: AbortSignal }

const SILENT = 60_000
const lasting = fetchAs('anybody', true)

/** Fetch a file, however long it takes as long as it keeps coming, and hand it to the reader. Throws `Unreachable` when it stops. */
export async function download(name: string, ask: (how: Streamed) => Promise<Answered<unknown>>, waiting: Partial<Waiting> = {}): Promise<void> {
  const { progress = () => {}, signal = new AbortController().signal } = waiting
  const stalled = new AbortController()
  let timer = setTimeout(() => stalled.abort(), SILENT)
  try {
    const call = ask({ parseAs: 'stream', fetch: lasting, signal: AbortSignal.any([signal, stalled.signal]) })
    const body = (await answered(call)) as ReadableStream<Uint8Array<ArrayBuffer>> | null
    const pieces: Uint8Array<ArrayBuffer>[] = []
    let bytes = 0
    for (const reader = body?.getReader(); reader; ) {
      const { done, value } = await reader.read()
      if (done) break
      clearTimeout(timer)
      timer = setTimeout(() => stalled.abort(), SILENT)
      pieces.push(value)
      progress((bytes += value.length))
    }
    save(new Blob(pieces, { type: name.endsWith('.pdf') ? 'application/pdf' : 'text/csv' }), name)
  } catch (error) {
    if (signal.aborted || error instanceof ServiceError) throw error
    throw new Unreachable(name) // it began, and did not end
  } finally {
    clearTimeout(timer)
  }
}

/** Hand a file to the reader. */
function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
