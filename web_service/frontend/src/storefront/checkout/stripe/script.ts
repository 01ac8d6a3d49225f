/** Stripe.js, as far as it is used here; loaded from Stripe itself, once, and only where a card is asked for. */

const SOURCE = 'https://js.stripe.com/v3/'
const LONGEST = 20_000

export interface StripeError {
  message?: string
  payment_intent?: { status: string }
}

export interface Amount {
  /** As Stripe counts it, see units.ts. */
  amount: number
  currency: string
}

export interface PaymentElement {
  mount(place: HTMLElement): void
  destroy(): void
  on(event: 'ready', handler: () => void): void
  on(event: 'loaderror', handler: (event: { error: StripeError }) => void): void
}

export interface Elements {
  create(kind: 'payment', options: object): PaymentElement
  update(options: Amount): void
  submit(): Promise<{ error?: StripeError }>
}

export interface Stripe {
  elements(options: Amount & Record<string, unknown>): Elements
  confirmPayment(options: {
    elements: Elements
    clientSecret: string
    confirmParams: { return_url: string }
    redirect: 'if_required'
  }): Promise<{ error?: StripeError }>
}

type Entrance = (publishableKey: string, options?: { locale: string }) => Stripe

let loading: Promise<Entrance> | null = null

/** Rejects when the script cannot be had; the next call tries again. */
export async function loadStripe(publishableKey: string, locale: string): Promise<Stripe> {
  loading ??= load().catch((reason: unknown) => {
    loading = null
    throw reason
  })
  return (await loading)(publishableKey, { locale })
}

function load(): Promise<Entrance> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    const fail = () => {
      script.remove()
      reject(new Error('Stripe.js was not loaded'))
    }
    const late = setTimeout(fail, LONGEST)
    script.onerror = fail
    script.onload = () => {
      clearTimeout(late)
      const { Stripe: entrance } = window as unknown as { Stripe?: Entrance }
      if (entrance) resolve(entrance)
      else fail()
    }
    script.src = SOURCE
    document.head.append(script)
  })
}
