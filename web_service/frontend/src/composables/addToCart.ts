/** Putting something into the cart: once per click however often it is clicked, with feedback. Meanwhile the button is
 *  `aria-disabled` and not `disabled`, which would take the focus from it. */

import { ref, shallowRef } from 'vue'
import { useCart } from '@/stores/cart'

export function useAddToCart() {
  const cart = useCart()
  const adding = ref(false)
  const error = shallowRef<unknown>(null)

  /** Whether it is in the cart now; if not, `error` says why. */
  async function add(variantId: string, quantity = 1): Promise<boolean> {
    if (adding.value) return false
    adding.value = true
    error.value = null
    try {
      await cart.add(variantId, quantity)
      return true
    } catch (reason) {
      error.value = reason
      return false
    } finally {
      adding.value = false
    }
  }

  return { adding, error, add }
}
