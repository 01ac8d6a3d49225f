/** Short messages at the edge of the page: what was done, or what went wrong. */

import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Notice {
  id: number
  text: string
  kind: 'done' | 'failed'
  action?: { label: string; run: () => void }
}

const STAYS = 6000

export const useNotices = defineStore('notices', () => {
  const notices = ref<Notice[]>([])
  let last = 0

  function say(text: string, kind: Notice['kind'] = 'done', action?: Notice['action']): void {
    const id = ++last
    notices.value = [...notices.value.slice(-2), { id, text, kind, ...(action ? { action } : {}) }]
    setTimeout(() => dismiss(id), STAYS)
  }

  function dismiss(id: number): void {
    notices.value = notices.value.filter((notice) => notice.id !== id)
  }

  return { notices, say, dismiss }
})
