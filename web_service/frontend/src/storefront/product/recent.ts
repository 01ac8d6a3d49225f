/** What this browser looked at last. It stays in this browser. */

const KEY = 'recently-viewed'
const MOST = 12

export function recentlyViewed(): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, MOST) : []
  } catch {
    return [] // written by somebody else
  }
}

export function remember(id: string): void {
  const ids = [id, ...recentlyViewed().filter((other) => other !== id)].slice(0, MOST)
  localStorage.setItem(KEY, JSON.stringify(ids))
}
