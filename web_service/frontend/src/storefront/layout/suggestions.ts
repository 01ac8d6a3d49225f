/** How what is being typed may go on: words, products, categories. */

import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import { suggest, type ProductHit, type Suggestions } from '@/api/catalogue'

const PAUSE = 130

export interface Suggestion {
  kind: 'words' | 'product' | 'category'
  key: string
  text: string
  to: RouteLocationRaw
  product?: ProductHit
}

export function useSuggestions(typed: Ref<string>) {
  const { locale } = useI18n()
  const suggestions = shallowRef<Suggestion[]>([])
  let timer = 0
  let running: AbortController | null = null

  watch([typed, locale], () => {
    clearTimeout(timer)
    running?.abort()
    const words = typed.value.trim()
    if (words) timer = window.setTimeout(() => void ask(words), PAUSE)
    else suggestions.value = []
  })

  async function ask(words: string): Promise<void> {
    const mine = (running = new AbortController())
    try {
      const found = await suggest(words, mine.signal)
      if (!mine.signal.aborted) suggestions.value = listed(found, words)
    } catch {
      suggestions.value = [] // a convenience: the search itself still works, and says what is wrong
    }
  }

  onScopeDispose(() => {
    clearTimeout(timer)
    running?.abort()
  })
  return suggestions
}

/** In the order they are shown. */
export function listed(found: Suggestions, words: string): Suggestion[] {
  return [
    ...found.items.filter((text) => text !== words.toLowerCase()).map(ofWords),
    ...found.products.map(ofProduct),
    ...found.categories.map(({ slug, name }) => ofCategory(slug, name)),
  ]
}

function ofWords(text: string): Suggestion {
  return { kind: 'words', key: `words ${text}`, text, to: { name: 'search', query: { q: text } } }
}

function ofProduct(product: ProductHit): Suggestion {
  const to = { name: 'product', params: { id: product.id } }
  return { kind: 'product', key: product.id, text: product.title, to, product }
}

function ofCategory(slug: string, text: string): Suggestion {
  return { kind: 'category', key: `category ${slug}`, text, to: { name: 'category', params: { category: slug } } }
}
