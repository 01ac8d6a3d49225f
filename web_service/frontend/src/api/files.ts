/** Files to and from the services: uploads that tell how far they are, downloads that need the token. */

import { access } from './access'
import { isRecord, reader } from './http'
import { Problem, Unreachable } from './problem'

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

/** Hand a file to the reader. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
