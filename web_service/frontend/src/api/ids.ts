/** An id of our own making, for idempotency keys and messages; `crypto.randomUUID` needs a secure context, this does not. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
