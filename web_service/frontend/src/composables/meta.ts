/** What the page is called in the tab, and how it describes itself to those who link to it. */

import { onScopeDispose, watch } from 'vue'
import { nameThePage } from '@/router'

const MOST = 160

/** Follows `page`; null leaves the name of the route. */
export function usePageMeta(page: () => { title: string; description?: string } | null): void {
  const element = document.querySelector<HTMLMetaElement>('meta[name="description"]')
  const usual = element?.content ?? ''
  watch(
    page,
    (now) => {
      if (!now) return
      nameThePage(now.title)
      if (element) element.content = now.description?.slice(0, MOST) || usual
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => {
    if (element) element.content = usual
  })
}
