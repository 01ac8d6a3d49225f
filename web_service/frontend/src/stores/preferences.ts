/** What the reader chose for this browser: language, currency and light or dark. */

import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { config } from '@/api/config'
import { reader } from '@/api/http'
import { useLanguage } from '@/i18n'

export type Theme = 'system' | 'light' | 'dark'

const dark = matchMedia('(prefers-color-scheme: dark)')

function firstLanguage(): string {
  const wanted = [localStorage.getItem('language') ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase())
  return wanted.find((language) => config.languages.includes(language)) ?? config.default_language
}

export const usePreferences = defineStore('preferences', () => {
  const language = ref(firstLanguage())
  const currency = ref(localStorage.getItem('currency') ?? config.currency)
  const theme = ref((localStorage.getItem('theme') ?? 'system') as Theme)
  const isDark = ref(false)

  async function speak(next: string): Promise<void> {
    reader.language = next // before pages notice the new language and ask again
    await useLanguage(next)
    language.value = next
    document.documentElement.lang = next === 'zh' ? 'zh-CN' : next
  }

  async function chooseLanguage(next: string): Promise<void> {
    localStorage.setItem('language', next)
    await speak(next)
  }

  function price(next: string): void {
    reader.currency = next === config.currency ? null : next // before pages notice and ask again
    currency.value = next
  }

  function chooseCurrency(next: string): void {
    if (next === config.currency) localStorage.removeItem('currency')
    else localStorage.setItem('currency', next)
    price(next)
  }

  function paint(): void {
    isDark.value = theme.value === 'dark' || (theme.value === 'system' && dark.matches)
    document.documentElement.classList.toggle('dark', isDark.value)
  }

  watch(theme, (chosen) => {
    localStorage.setItem('theme', chosen)
    paint()
  })
  dark.addEventListener('change', paint)
  paint()
  price(currency.value)

  return { language, currency, theme, isDark, speak, chooseLanguage, chooseCurrency }
})
