/** The checkout: what is entered, what the server makes of it, and placing the order. */

import { computed, ref, shallowRef, watch } from 'vue'
import { addAddress, listAddresses, listPaymentMethods, type PaymentMethod, type SavedAddress } from '@/api/addresses'
import * as api from '@/api/checkout'
import { Problem } from '@/api/problem'
import { useCart } from '@/stores/cart'
import { useSession } from '@/stores/session'
import { isComplete, trimmed, useDraft } from './draft'
import { place, settle } from './intent'
import { CardTrouble, useCard } from './stripe/card'
import { doubtPromise, forgetPromise, promised } from './stripe/promised'

export function useCheckout() {
  const cart = useCart()
  const session = useSession()
  const { draft, forget } = useDraft()
  const card = useCard()
  const addresses = shallowRef<SavedAddress[]>([])
  const methods = shallowRef<PaymentMethod[]>([])
  const options = shallowRef<api.PaymentOption[]>([])
  const busy = ref(false)
  const error = shallowRef<unknown>(null)
  const before = shallowRef<api.Order['total'] | null>(null)

  const address = computed<api.Address>(() => {
    const saved = addresses.value.find((one) => one.id === draft.addressId)
    if (!saved) return trimmed(draft.address)
    const { name, address1, address2, city, state, zip, country } = saved
    return trimmed({ name, address1, address2, city, state, zip, country })
  })
  const ready = computed(() => isComplete(address.value))
  /** Whom to write to; asked for before any bank is. */
  const reachable = computed(() => session.isSignedIn || /^\S+@\S+$/.test(draft.email.trim()))
  const fieldErrors = computed<Record<string, string>>(() =>
    error.value instanceof Problem
      ? Object.fromEntries(error.value.fields.map((wrong) => [String(wrong.loc?.at(-1) ?? ''), wrong.msg ?? '']))
      : {},
  )

  async function load(): Promise<void> {
    await session.settle()
    const signedIn = session.isSignedIn
    const book = signedIn ? listAddresses() : Promise.resolve([])
    const wallet = signedIn ? listPaymentMethods() : Promise.resolve([])
    ;[addresses.value, methods.value, options.value] = await Promise.all([book, wallet, api.listPaymentOptions()])
    options.value = options.value.filter(({ tokens, publishable_key }) => tokens.length || publishable_key)
    if (!addresses.value.some((one) => one.id === draft.addressId)) draft.addressId = preferred(addresses.value)?.id ?? ''
    if (!payments().includes(draft.payment)) draft.payment = payments()[0] ?? ''
    await cart.refresh()
    card.begin(cart.cart?.id)
    await chooseFirstShipping()
  }

  /** The total that is shown is to be the whole one, so some way of shipping is chosen from the start, and another
   * one where that does not reach the address or hold the basket any more. */
  async function chooseFirstShipping(): Promise<void> {
    const offer = cart.cart?.shipping_options[0]
    const open = !cart.cart?.shipping_method || cart.cart.shipping_problem !== null
    if (cart.cart?.items.length && open && offer) cart.cart = await api.setShipping(cart.cart.id, offer.code)
  }

  /** A method that was saved just now is the one to pay with. */
  function payWith(method: PaymentMethod): void {
    methods.value = [...methods.value.filter((one) => one.id !== method.id), method]
    draft.payment = `saved:${method.id}`
  }

  function payments(): string[] {
    const saved = methods.value.map((method) => `saved:${method.id}`)
    const named = options.value.flatMap(({ provider, tokens }) =>
      tokens.length ? tokens.map(({ token }) => `provider:${provider}:${token}`) : [`provider:${provider}:`],
    )
    return [...saved, ...named]
  }

  /** Send the address as soon as it is whole, so that shipping and taxes are those of the place. */
  async function sendAddress(): Promise<void> {
    if (!cart.cart || !ready.value || sameAddress(cart.cart.address, address.value)) return
    cart.cart = await api.setAddress(cart.cart.id, address.value)
    await chooseFirstShipping()
  }

  async function chooseShipping(code: string): Promise<void> {
    await attempt(async () => {
      if (cart.cart) cart.cart = await api.setShipping(cart.cart.id, code)
    })
  }

  /** Place the order; null when something stands against it, which `error` then says. */
  async function submit(): Promise<api.Order | null> {
    let order: api.Order | null = null
    before.value = cart.cart?.totals.total ?? null
    await attempt(async () => {
      await sendAddress()
      if (!cart.cart) return
      const seen = { cart_id: cart.cart.id, cart_version: cart.cart.version, expected_total: before.value ?? cart.cart.totals.total }
      order = await place({ ...seen, ...(await payment(seen)), ...contact() }).catch(refused)
      await finish()
    })
    return order
  }

  /** Back from the bank's own page: the order is placed with the card that was confirmed there. */
  async function resume(token: string, outcome: string): Promise<api.Order | null> {
    if (promised()?.token !== token) return null
    if (outcome !== 'failed') {
      card.returned()
      return submit()
    }
    error.value = new CardTrouble('checkout.cardNotConfirmed')
    card.forget()
    return null
  }

  /** A payment that was refused is over, and the card is asked for again. Another conflict may have called it off. */
  function refused(reason: unknown): never {
    if (reason instanceof Problem && reason.status === 402) card.forget()
    else if (reason instanceof Problem && reason.status === 409) doubtPromise()
    throw reason
  }

  async function finish(): Promise<void> {
    const address = draft.address
    const keep = draft.saveAddress && !draft.addressId && session.isSignedIn
    forget()
    forgetPromise()
    cart.forget()
    if (keep) await addAddress({ ...trimmed(address), is_default: false }).catch(() => undefined) // the order stands all the same
  }

  function contact() {
    const email = draft.email.trim()
    return { email: session.isSignedIn ? null : email, note: draft.note.trim() || null }
  }

  async function payment(seen: Pick<api.CheckoutCreate, 'cart_id' | 'cart_version' | 'expected_total'>) {
    const [kind, name = '', token = ''] = draft.payment.split(':')
    if (kind === 'saved') return { payment_method_id: name }
    return { payment: { provider: name, token: token || (await card.pay(seen)) } }
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    error.value = null
    try {
      await work()
    } catch (reason) {
      error.value = reason
      if (reason instanceof Problem && reason.status === 409) await cart.refresh()
    } finally {
      busy.value = false
    }
  }

  /** The id of the order that was made of this cart meanwhile, if that is what stands against it. */
  const ordered = computed(() => {
    if (!(error.value instanceof Problem) || error.value.code !== 'already_ordered') return null
    const id = String(error.value.members.order_id ?? '')
    if (id) settle(id)
    return id || null
  })

  watch([address, () => cart.cart?.id], () => void attempt(sendAddress), { flush: 'post' })

  return {
    draft, addresses, methods, options, card, busy, error, before, ready, reachable, fieldErrors, ordered,
    load, chooseShipping, payWith, submit, resume,
  }
}

function preferred(addresses: SavedAddress[]): SavedAddress | undefined {
  return addresses.find((one) => one.is_default) ?? addresses[0]
}

function sameAddress(one: api.Address | null, other: api.Address): boolean {
  const written = (address: api.Address) => JSON.stringify(Object.entries(trimmed(address)).sort())
  return one !== null && written(one) === written(other)
}
