/** Whether the assistant's panel is open, and what it is to be asked. */

import { defineStore } from 'pinia'
import { ref } from 'vue'

export const useAssistant = defineStore('assistant', () => {
  const isOpen = ref(false)
  const question = ref('')

  /** Open the panel, with a question to ask at once if there is one. */
  function open(ask = ''): void {
    question.value = ask
    isOpen.value = true
  }

  function close(): void {
    isOpen.value = false
  }

  return { isOpen, question, open, close }
})
