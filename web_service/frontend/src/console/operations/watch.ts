/** All services, asked again and again; one that does not answer does not hold up the others. */

import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { readStatus, SERVICES, type ServiceName, type ServiceStatus } from '@/api/operations'

export const EVERY = 5

export interface Watched {
  service: ServiceName
  status: ServiceStatus | null
  error: unknown
}

export function useServices() {
  const services = shallowRef<Watched[]>(SERVICES.map((service) => ({ service, status: null, error: null })))
  const asked = ref(false)
  const paused = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: AbortController | null = null

  async function ask(): Promise<void> {
    clearTimeout(timer)
    running?.abort()
    const mine = (running = new AbortController())
    const answers = await Promise.allSettled(SERVICES.map((service) => readStatus(service, mine.signal)))
    if (mine.signal.aborted) return
    services.value = SERVICES.map((service, index) => watched(service, answers[index]))
    asked.value = true
    if (!paused.value) timer = setTimeout(again, EVERY * 1000)
  }

  /** Nobody looks at a hidden tab. */
  function again(): void {
    if (document.hidden) timer = setTimeout(again, EVERY * 1000)
    else void ask()
  }

  function watched(service: ServiceName, answer: PromiseSettledResult<ServiceStatus> | undefined): Watched {
    if (answer?.status === 'fulfilled') return { service, status: answer.value, error: null }
    return { service, status: null, error: answer?.reason ?? null }
  }

  watch(paused, (now) => (now ? clearTimeout(timer) : void ask()))
  onScopeDispose(() => {
    clearTimeout(timer)
    running?.abort()
  })
  void ask()
  return { services, asked, paused, ask }
}
