/** A long list on a page that has just been opened: what is in the window first, the rest once that was painted. */

import { computed, onMounted, ref, type ComputedRef } from 'vue'

/** All of it at once for somebody who comes back to where they were further down. */
export function useGradually<T>(all: () => T[], first: number): ComputedRef<T[]> {
  const most = ref(history.state?.scroll ? Infinity : first)
  onMounted(() => requestAnimationFrame(() => setTimeout(() => (most.value = Infinity))))
  return computed(() => all().slice(0, most.value))
}
