/** The cart. Its lines and prices are the server's; changes are sent one after the other, and other tabs follow. */

import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { access } from '@/api/access'
import * as api from '@/api/cart'
import { reader } from '@/api/http'
import { Problem } from '@/api/problem'

const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('shopkeeper-cart') : null
const GONE = new Set([404, 409])

export const useCart = defineStore('cart', () => {
  const cart = shallowRef<api.Cart | null>(null)
  const error = shallowRef<unknown>(null)
  const drawerOpen = ref(false)
  let last: Promise<unknown> = Promise.resolve()

  const lines = computed(() => cart.value?.items ?? [])
  const count = computed(() => lines.value.reduce((sum, line) => sum + line.quantity, 0))

  /** Fetch the cart of somebody who is known here; a fresh visitor has none, and is not made a guest for it. */
  async function refresh(): Promise<void> {
    error.value = null
    try {
      cart.value = (await access.current()) ? await inOurCurrency(await api.openCart()) : null
    } catch (reason) {
      error.value = reason
    }
  }

  /** A cart from another device or before signing in, at the prices shown here; where something has none, as it is. */
  async function inOurCurrency(found: api.Cart): Promise<api.Cart> {
    if (!reader.currency || found.currency === reader.currency || found.status !== 'open') return found
    return api.setCurrency(found.id, reader.currency).catch(() => found)
  }

  /** All lines at their prices in it; refused where one has none. Without a cart there is nothing to change. */
  async function setCurrency(currency: string): Promise<void> {
    if (cart.value?.status === 'open' && cart.value.currency !== currency) await change((id) => api.setCurrency(id, currency))
  }

  /** Put something in; errors (`out_of_stock` and the like) are the caller's to show. */
  function add(variantId: string, quantity = 1): Promise<void> {
    return change((id) => api.addLine(id, variantId, quantity))
  }

  function setQuantity(lineId: string, quantity: number): Promise<void> {
    return change((id) => api.changeLine(id, lineId, quantity))
  }

  function addCoupon(code: string): Promise<void> {
    return change((id) => api.addCoupon(id, code))
  }

  function removeCoupon(code: string): Promise<void> {
    return change((id) => api.removeCoupon(id, code))
  }

  function change(send: (cartId: string) => Promise<api.Cart>): Promise<void> {
    const mine = last.catch(() => undefined).then(async () => {
      cart.value = await sendToOpenCart(send)
      tabs?.postMessage('changed')
    })
    last = mine
    return mine
  }

  async function sendToOpenCart(send: (cartId: string) => Promise<api.Cart>): Promise<api.Cart> {
    const known = cart.value?.status === 'open' ? cart.value : await api.openCart()
    try {
      return await send(known.id)
    } catch (reason) {
      const closed = reason instanceof Problem && GONE.has(reason.status) && (await api.openCart()).id !== known.id
      if (!closed) throw reason
      return send((await api.openCart()).id) // ordered or merged meanwhile, in another tab
    }
  }

  /** The assistant changed it on the shopper's behalf. */
  async function changedElsewhere(): Promise<void> {
    tabs?.postMessage('changed')
    await refresh()
  }

  /** The lines were ordered, or somebody else is here now. */
  function forget(): void {
    cart.value = null
    tabs?.postMessage('changed')
  }

  tabs?.addEventListener('message', () => void refresh())
  access.onChange(() => void refresh())

  return { cart, error, lines, count, drawerOpen, refresh, add, setQuantity, setCurrency, addCoupon, removeCoupon, changedElsewhere, forget }
})
