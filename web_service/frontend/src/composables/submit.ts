/** Sending a form: once at a time, errors at their fields, the rest above the button. */

import { computed, ref, shallowRef } from 'vue'
import { Problem } from '@/api/problem'

export function useSubmit<A extends unknown[]>(send: (...given: A) => Promise<void>) {
  const sending = ref(false)
  const error = shallowRef<unknown>(null)

  /** What the server said about each field, by its name. */
  const fields = computed<Record<string, string>>(() => {
    if (!(error.value instanceof Problem)) return {}
    const named = error.value.fields.filter((wrong) => wrong.loc.length > 1) // "body" alone is no field
    return Object.fromEntries(named.map((wrong) => [wrong.loc.at(-1), wrong.msg]))
  })
  /** The error, unless all of it is told at the fields. */
  const remaining = computed(() => (Object.keys(fields.value).length ? null : error.value))

  async function submit(...given: A): Promise<boolean> {
    if (sending.value) return false
    sending.value = true
    error.value = null
    try {
      await send(...given)
      return true
    } catch (reason) {
      error.value = reason
      return false
    } finally {
      sending.value = false
    }
  }

  return { sending, error, fields, remaining, submit }
}
