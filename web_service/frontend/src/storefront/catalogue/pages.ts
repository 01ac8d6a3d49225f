/** A list that grows by "show more", and is there again as it was when the reader comes back to it. */

import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { findProducts, type ProductQuery, type SearchResults } from '@/api/catalogue'
import { reader } from '@/api/http'

const PAGE = 24
const KEPT = 20

/** By place in the browser's history. */
const seen = new Map<string, SearchResults>()

export function useProductPages(search: () => ProductQuery) {
  const { locale } = useI18n()
  const results = shallowRef<SearchResults | null>(null)
  const error = shallowRef<unknown>(null)
  const loading = ref(false)
  const more = ref(false)
  let running: AbortController | null = null

  const wanted = () => JSON.stringify([locale.value, reader.currency, search()])
  const place = () => `${String(history.state?.position)} ${wanted()}`

  async function ask(cursor: string | null): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    loading.value = true
    more.value = cursor !== null
    error.value = null
    try {
      const page = await findProducts({ ...search(), limit: PAGE, ...(cursor && { cursor }) }, mine.signal)
      if (mine === running) keep(cursor && results.value ? joined(results.value, page) : page)
    } catch (reason) {
      if (mine === running) error.value = reason
    } finally {
      if (mine === running) loading.value = more.value = false
    }
  }

  function keep(page: SearchResults): void {
    results.value = page
    seen.set(place(), page)
    for (const oldest of [...seen.keys()].slice(0, -KEPT)) seen.delete(oldest)
  }

  function start(): void {
    const known = seen.get(place())
    if (!known) return void ask(null)
    running?.abort()
    loading.value = false
    error.value = null
    results.value = known
  }

  const retry = () => ask(results.value && more.value ? results.value.next_cursor : null)
  const showMore = () => ask(results.value?.next_cursor ?? null)

  watch(wanted, start, { immediate: true })
  onScopeDispose(() => running?.abort())
  return { results, error, loading, more, retry, showMore }
}

function joined(before: SearchResults, page: SearchResults): SearchResults {
  const known = new Set(before.items.map((item) => item.id))
  return { ...page, facets: before.facets, items: [...before.items, ...page.items.filter((item) => !known.has(item.id))] }
}
