/** A list of the console: filters, order and page in the URL, one page at a time from the server. */

import { computed, ref, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useI18n } from 'vue-i18n'
import { useLoad } from '@/composables/load'

export interface Page<T> {
  items: T[]
  next_cursor?: string | null
}

export type Query = Record<string, string>

export interface Listing<T, P extends Page<T> = Page<T>> {
  /** The page as the server gave it: some lists tell more than their rows. */
  page: Readonly<ShallowRef<P | null>>
  rows: ComputedRef<T[]>
  loading: ComputedRef<boolean>
  error: ShallowRef<unknown>
  filters: ComputedRef<Query>
  filtered: ComputedRef<boolean>
  selected: ShallowRef<T[]>
  hasPrevious: ComputedRef<boolean>
  hasNext: ComputedRef<boolean>
  /** `quietly`: without the veil over the table, for lists that watch something. */
  reload: (quietly?: boolean) => Promise<void>
  select: (rows: T[]) => void
  set: (changes: Record<string, string | undefined | null>) => void
  clear: () => void
  previous: () => void
  next: () => void
}

/** `defaults` names every filter with its value when the URL does not say; `ask` gets them all, and `limit` and `cursor`. */
export function useListing<P extends Page<object>>(
  defaults: Query,
  ask: (query: Query, signal: AbortSignal) => Promise<P>,
): Listing<P['items'][number], P> {
  type T = P['items'][number]
  const route = useRoute()
  const router = useRouter()
  const { locale } = useI18n()
  const known = { limit: '20', ...defaults }
  const passed = ref<string[]>([])
  const selected = shallowRef<T[]>([])

  const filters = computed<Query>(() =>
    Object.fromEntries(Object.entries(known).map(([name, fallback]) => [name, one(route.query[name]) ?? fallback])),
  )
  const cursor = computed(() => one(route.query.cursor) ?? '')
  const wanted = () => JSON.stringify([filters.value, cursor.value, locale.value])

  const quiet = ref(false)
  const { data, loading: asking, error, reload: again } = useLoad((signal) => {
    const named = Object.entries(filters.value).filter(([, value]) => value !== '')
    const query: Query = Object.fromEntries(named)
    if (cursor.value) query.cursor = cursor.value
    return ask(query, signal)
  }, wanted)
  const loading = computed(() => asking.value && !quiet.value)
  watch(data, () => (selected.value = []))

  async function reload(quietly = false): Promise<void> {
    quiet.value = quietly
    await again()
    quiet.value = false
  }

  function go(query: Record<string, string | undefined>): void {
    const named = Object.entries(query).filter(([name, value]) => value && value !== known[name as keyof typeof known])
    void router.replace({ query: Object.fromEntries(named) as Query })
  }

  function set(changes: Record<string, string | undefined | null>): void {
    passed.value = []
    go({ ...filters.value, ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value ?? ''])) })
  }

  return {
    page: data,
    rows: computed(() => data.value?.items ?? []),
    loading,
    error,
    filters,
    filtered: computed(() => Object.entries(defaults).some(([name, value]) => name !== 'sort' && filters.value[name] !== value)),
    selected,
    hasPrevious: computed(() => cursor.value !== ''),
    hasNext: computed(() => !!data.value?.next_cursor),
    reload,
    select: (rows: T[]) => (selected.value = rows),
    set,
    clear: () => {
      passed.value = []
      go({ limit: filters.value.limit })
    },
    previous: () => {
      go({ ...filters.value, cursor: passed.value.pop() ?? '' })
    },
    next: () => {
      passed.value.push(cursor.value)
      go({ ...filters.value, cursor: data.value?.next_cursor ?? '' })
    },
  }
}

function one(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
