/** What every page shows of the shop: its categories, name and announcement, in the reader's language. */

import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { listCategories, type Category } from '@/api/catalogue'
import { getShopSettings, type PublicSettings } from '@/api/shop'
import { i18n } from '@/i18n'
import { usePreferences } from './preferences'

const MOST_SHELVES = 12

export const useShop = defineStore('shop', () => {
  const categories = shallowRef<Category[]>([])
  const settings = shallowRef<PublicSettings | null>(null)
  /** Both were asked for and came, or did not. */
  const loaded = ref(false)
  const top = computed(() => categories.value.filter((category) => !category.parent_id))
  const name = computed(() => settings.value?.shop_name || i18n.global.t('common.shop'))
  /** As many as a menu can show; the others are found by the filter of the product list. */
  const shelves = computed(() => top.value.slice(0, MOST_SHELVES))

  /** Failures are silent: the page itself says that a service is down, and the header does without. */
  async function load(): Promise<void> {
    const language = i18n.global.locale.value
    const [found, said] = await Promise.allSettled([listCategories(), getShopSettings()])
    if (language !== i18n.global.locale.value) return
    if (found.status === 'fulfilled') categories.value = found.value
    if (said.status === 'fulfilled') learn(said.value)
    loaded.value = true
  }

  /** A currency that the shop no longer sells in was chosen long ago. */
  function learn(said: PublicSettings): void {
    settings.value = said
    const preferences = usePreferences()
    if (!said.currencies.includes(preferences.currency)) preferences.chooseCurrency(said.currency)
  }

  function named(slug: string): Category | undefined {
    return categories.value.find((category) => category.slug === slug)
  }

  watch(i18n.global.locale, load)
  addEventListener('online', () => void load())
  void load()

  return { categories, settings, loaded, name, shelves, named, load }
})
