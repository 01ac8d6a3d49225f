/** Paying by card: Stripe's form, the bank's question, and the token that the checkout then names. */

import { ref, shallowRef } from 'vue'
import { prepareCardPayment, type CardPaymentCreate } from '@/api/card-payments'
import type { Money } from '@/i18n/format'
import { forgetPromise, isPromised, keepPromise, promised } from './promised'
import { loadStripe, type Elements, type PaymentElement, type Stripe, type StripeError } from './script'
import { stripeAmount } from './units'

/** What stands against a card before anything is ordered: Stripe's own words, or a key of ours. */
export class CardTrouble extends Error {
  constructor(
    readonly key: string,
    words?: string,
  ) {
    super(words ?? '')
  }
}

export interface Look {
  locale: string
  dark: boolean
}

const HELD = ['requires_capture', 'succeeded', 'processing']
const CARDS_ONLY = { mode: 'payment', captureMethod: 'manual', paymentMethodTypes: ['card'] } as const
const NO_WALLETS = { wallets: { applePay: 'never', googlePay: 'never', link: 'never' } } as const

export type Card = ReturnType<typeof useCard>

export function useCard() {
  const state = ref<'loading' | 'ready' | 'failed'>('loading')
  /** A card was confirmed: there is no form to fill in, only the order to place. */
  const waiting = ref(false)
  const stripe = shallowRef<Stripe | null>(null)
  const elements = shallowRef<Elements | null>(null)
  let form: PaymentElement | null = null
  let visit = 0
  let latest: Money

  /** What waits is for this cart; a promise for another one is another order's, or another person's. */
  function begin(cartId: string | undefined): void {
    if (promised()?.seen.cart_id !== cartId) forgetPromise()
    waiting.value = promised()?.confirmed ?? false
  }

  /** The bank took the whole window, and says that it was confirmed there. */
  function returned(): void {
    waiting.value = true
  }

  async function mount(place: HTMLElement, publishableKey: string, total: Money, look: Look): Promise<void> {
    const mine = ++visit
    state.value = 'loading'
    latest = total
    try {
      const loaded = await loadStripe(publishableKey, look.locale)
      if (mine !== visit) return
      stripe.value = loaded
      elements.value = loaded.elements({ ...CARDS_ONLY, ...stripeAmount(latest), locale: look.locale, appearance: appearance(look) })
      form = elements.value.create('payment', NO_WALLETS)
      form.on('ready', () => mine === visit && state.value === 'loading' && (state.value = 'ready'))
      form.on('loaderror', () => mine === visit && (state.value = 'failed'))
      form.mount(place)
    } catch {
      if (mine === visit) state.value = 'failed'
    }
  }

  function unmount(): void {
    visit += 1
    form?.destroy()
    form = elements.value = null
  }

  function price(total: Money): void {
    latest = total
    elements.value?.update(stripeAmount(total))
  }

  /** The token of a payment that is confirmed for this cart, as it was seen. Throws CardTrouble, or what the services say.
   *
   * Nobody is charged on another card than the page shows: where one was confirmed before, and a form was filled in all
   * the same, the page says so first.
   */
  async function pay(seen: CardPaymentCreate): Promise<string> {
    const before = promised()
    if (before && isPromised(seen)) return before.token
    if (waiting.value) {
      const token = before && (await confirmedElsewhere(seen))
      if (token) return token
      forget()
      throw new CardTrouble('checkout.cardAgain')
    }
    if (before && (await confirmedElsewhere(seen))) throw new CardTrouble('checkout.cardBefore')
    if (!elements.value || state.value !== 'ready') throw new CardTrouble(state.value === 'failed' ? 'checkout.cardsAway' : 'checkout.cardFormLoading')
    refuse((await elements.value.submit()).error)
    const prepared = await prepareCardPayment(seen)
    const isNew = !prepared.confirmed && (await confirm(prepared.client_secret, prepared.token, seen))
    keep(prepared.token, seen)
    if (!isNew) throw new CardTrouble('checkout.cardBefore')
    return prepared.token
  }

  function keep(token: string, seen: CardPaymentCreate): void {
    keepPromise(token, seen, true)
    waiting.value = true
  }

  /** False where it was confirmed already, with whichever card. */
  async function confirm(clientSecret: string, token: string, seen: CardPaymentCreate): Promise<boolean> {
    if (!stripe.value || !elements.value) throw new CardTrouble('checkout.cardsAway')
    keepPromise(token, seen, false) // some banks take the whole window, and come back to return_url
    const confirmParams = { return_url: `${location.origin}/checkout` }
    const { error } = await stripe.value.confirmPayment({ elements: elements.value, clientSecret, confirmParams, redirect: 'if_required' })
    if (!HELD.includes(error?.payment_intent?.status ?? '')) refuse(error)
    return !error
  }

  /** The page was left while the bank asked, or the answer got lost: how the payment stands, the server knows. */
  async function confirmedElsewhere(seen: CardPaymentCreate): Promise<string | null> {
    const prepared = await prepareCardPayment(seen)
    if (!prepared.confirmed) return null
    keep(prepared.token, seen)
    return prepared.token
  }

  /** The payment is used up, or was refused: the next one needs a card again. */
  function forget(): void {
    forgetPromise()
    waiting.value = false
  }

  return { state, waiting, begin, returned, mount, unmount, price, pay, forget }
}

function refuse(error: StripeError | undefined): void {
  if (error) throw new CardTrouble('checkout.cardNotConfirmed', error.message)
}

function appearance({ dark }: Look): object {
  const style = getComputedStyle(document.documentElement)
  const named = (name: string) => style.getPropertyValue(name).trim() || undefined
  const variables = { colorPrimary: named('--accent'), colorText: named('--ink'), colorBackground: named('--surface'), colorDanger: named('--bad') }
  return { theme: dark ? 'night' : 'stripe', variables }
}
