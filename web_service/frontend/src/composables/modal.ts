/** The dialogs that cover the page. Only the uppermost can be seen and used: what must stay visible is drawn in it. */

import { computed, onBeforeUnmount, shallowReactive, type ShallowRef } from 'vue'

const covering = shallowReactive<HTMLDialogElement[]>([])

/** The dialog that everything else lies behind; null while the page itself is free. */
export const uppermost = computed(() => covering.at(-1) ?? null)

/** Opens and closes a `<dialog>` above the page; the focus goes back to where it was, however it is closed. */
export function useModal(dialog: Readonly<ShallowRef<HTMLDialogElement | null>>) {
  let shown: HTMLDialogElement | null = null

  function show(): void {
    if (!dialog.value || dialog.value.open) return
    shown = dialog.value
    shown.showModal()
    covering.push(shown)
  }

  /** Also to be called for a dialog that the browser closed itself (Escape). */
  function close(): void {
    const at = shown ? covering.indexOf(shown) : -1
    if (at >= 0) covering.splice(at, 1)
    if (shown?.open) shown.close()
    shown = null
  }

  onBeforeUnmount(close) // a dialog that is only taken away keeps the focus with it
  return { show, close }
}
