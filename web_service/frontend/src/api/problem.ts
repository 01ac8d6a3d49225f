/** What can go wrong when a service is asked.
 *
 * ServiceError
 * ├── Problem        the service answered with problem details (RFC 9457)
 * └── Unreachable    nobody answered: the service is down, or this device is offline
 */

export class ServiceError extends Error {}

export class Unreachable extends ServiceError {
  constructor(readonly url: string) {
    super(`No answer from ${url}`)
  }
}

/** What is wrong with one field: where it stands in what was sent (body, address, zip), and why. */
export interface FieldError {
  loc: string[]
  msg: string
}

export class Problem extends ServiceError {
  readonly code: string
  readonly detail: string
  readonly traceId: string
  /** Further members; which ones depends on `code`. */
  readonly members: Record<string, unknown>

  constructor(
    readonly status: number,
    body: Record<string, unknown>,
  ) {
    super(String(body.detail || body.title || `HTTP ${status}`))
    this.code = String(body.code ?? 'unknown')
    this.detail = this.message
    this.traceId = String(body.trace_id ?? '')
    this.members = body
  }

  get fields(): FieldError[] {
    const { errors } = this.members
    return Array.isArray(errors) ? errors.map(({ at, message }) => ({ loc: String(at ?? '').split('.'), msg: String(message ?? '') })) : []
  }
}

/** Whether asking again may help: nobody answered, or the service is overloaded. */
export function mayPass(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && (error.status === 429 || error.status >= 500))
}
