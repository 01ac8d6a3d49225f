/** Something that comes from a service: on its way, here, or failed and to be tried again. */

import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { mayPass } from '@/api/problem'

export interface Load<T> {
  data: Readonly<ShallowRef<T | null>>
  error: ShallowRef<unknown>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/** Load now, and again whenever `when` changes; an answer that was overtaken by a newer question is dropped. */
export function useLoad<T>(ask: (signal: AbortSignal) => Promise<T>, when?: () => unknown): Load<T> {
  const data = shallowRef<T | null>(null)
  const error = shallowRef<unknown>(null)
  const loading = ref(true)
  let running: AbortController | null = null

  async function reload(): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    error.value = null
    try {
      const answer = await ask(mine.signal)
      if (mine === running) data.value = answer
    } catch (reason) {
      if (mine === running) error.value = reason
    } finally {
      if (mine === running) loading.value = false
    }
  }

  const again = () => {
    if (mayPass(error.value)) void reload()
  }
  addEventListener('online', again)
  onScopeDispose(() => {
    running?.abort()
    running = null
    removeEventListener('online', again)
  })
  if (when) watch(when, reload)
  void reload()
  return { data, error, loading, reload }
}
