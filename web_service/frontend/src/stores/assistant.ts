/** Whether the assistant's panel is open, and what it is to be asked. The conversation itself is loaded with the panel. */

import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

const KEY = 'assistant-open'

export const useAssistant = defineStore('assistant', () => {
  const isOpen = ref(sessionStorage.getItem(KEY) === 'yes')
  const question = ref('')
  /** Something was answered while the panel was closed. */
  const unread = ref(false)
  /** How many proposals were carried out: what a page shows may have changed with them. */
  const carriedOut = ref(0)

  /** Open the panel, with a question to ask at once if there is one. */
  function open(ask = ''): void {
    question.value = ask
    isOpen.value = true
    unread.value = false
  }

  function close(): void {
    isOpen.value = false
  }

  watch(isOpen, (now) => sessionStorage.setItem(KEY, now ? 'yes' : 'no'))

  return { isOpen, question, unread, carriedOut, open, close }
})
