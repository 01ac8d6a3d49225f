/** Where to go after signing in: a path of this shop, never another site. */
export function nextPath(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
}
