/** Sending a form: once at a time, errors at their fields, the first of which gets the focus, the rest above the button. */

import { computed, nextTick, ref, shallowRef } from 'vue'
import { Problem } from '@/api/problem'
import { uppermost } from './modal'

export function useSubmit<A extends unknown[]>(send: (...given: A) => Promise<void>) {
  const sending = ref(false)
  const error = shallowRef<unknown>(null)

  /** What the server said about each field, by its name. */
  const fields = computed<Record<string, string>>(() => {
    if (!(error.value instanceof Problem)) return {}
    const named = error.value.fields.filter((wrong) => wrong.loc.length > 1) // "body" alone is no field
    return Object.fromEntries(named.map((wrong) => [wrong.loc.at(-1), wrong.msg]))
  })
  const placeless = ref(false)
  /** The error, unless it is told at the fields. */
  const remaining = computed(() => (Object.keys(fields.value).length && !placeless.value ? null : error.value))

  /** The fields have what was said about them; about a field that the form does not have, it is told above the button. */
  async function look(form: Element | null | undefined): Promise<void> {
    await nextTick()
    const wrong = (form ?? uppermost.value ?? document).querySelector<HTMLElement>('[aria-invalid="true"]')
    placeless.value = !wrong
    wrong?.focus()
  }

  async function submit(...given: A): Promise<boolean> {
    if (sending.value) return false
    sending.value = true
    error.value = null
    placeless.value = false
    const form = document.activeElement?.closest('form') // others may stand beside it
    try {
      await send(...given)
      return true
    } catch (reason) {
      error.value = reason
      if (Object.keys(fields.value).length) await look(form)
      return false
    } finally {
      sending.value = false
    }
  }

  return { sending, error, fields, remaining, submit }
}
