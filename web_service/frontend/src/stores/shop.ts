/** What every page shows of the shop: its categories, name and announcement, in the reader's language. */

import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { listCategories, type Category } from '@/api/catalogue'
import { getShopSettings, type PublicSettings } from '@/api/shop'
import { i18n } from '@/i18n'

const MOST_SHELVES = 12

export const useShop = defineStore('shop', () => {
  const categories = shallowRef<Category[]>([])
  const settings = shallowRef<PublicSettings | null>(null)
  const top = computed(() => categories.value.filter((category) => !category.parent_id))
  /** As many as a menu can show; the others are found by the filter of the product list. */
  const shelves = computed(() => top.value.slice(0, MOST_SHELVES))

  /** Failures are silent: the page itself says that a service is down, and the header does without. */
  async function load(): Promise<void> {
    const language = i18n.global.locale.value
    const [found, said] = await Promise.allSettled([listCategories(), getShopSettings()])
    if (language !== i18n.global.locale.value) return
    if (found.status === 'fulfilled') categories.value = found.value
    if (said.status === 'fulfilled') settings.value = said.value
  }

  function named(slug: string): Category | undefined {
    return categories.value.find((category) => category.slug === slug)
  }

  watch(i18n.global.locale, load)
  addEventListener('online', () => void load())
  void load()

  return { categories, settings, shelves, named, load }
})
