/** One at a time, across all tabs of this shop where the browser can (Web Locks), else within this page. */

const queues = new Map<string, Promise<unknown>>()

export function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const within = (queues.get(name) ?? Promise.resolve()).catch(() => undefined).then(() => across(name, work))
  queues.set(name, within)
  return within
}

function across<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request(name, work) as Promise<T>) : work()
}
