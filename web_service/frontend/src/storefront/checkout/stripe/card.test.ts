import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'

const seen = { cart_id: 'crt_1', cart_version: 3, expected_total: { amount: 100, currency: 'EUR' } }
const told: string[] = []
let prepared: () => unknown
let submitted: unknown
let outcome: unknown
let scriptIsThere: boolean
let scriptArrives: Promise<void>

vi.mock('@/api/card-payments', () => ({
  prepareCardPayment: async () => {
    told.push('prepare')
    return prepared()
  },
}))
vi.mock('./script', () => ({
  loadStripe: async () => {
    await scriptArrives
    if (!scriptIsThere) throw new Error('blocked')
    return {
      elements: (options: { amount: number; captureMethod: string }) => ({
        create: () => ({
          on: (event: string, handler: () => void) => event === 'ready' && handler(),
          mount: () => told.push(`mount ${options.amount} ${options.captureMethod}`),
          destroy: () => told.push('destroy'),
        }),
        update: ({ amount }: { amount: number }) => told.push(`update ${amount}`),
        submit: async () => submitted,
      }),
      confirmPayment: async ({ clientSecret, redirect }: { clientSecret: string; redirect: string }) => {
        told.push(`confirm ${clientSecret} ${redirect}`)
        return outcome
      },
    }
  },
}))
const { CardTrouble, useCard } = await import('./card')
const { doubtPromise, keepPromise, promised } = await import('./promised')

const payment = (token: string, confirmed = false) => ({ token, client_secret: `${token}_secret`, confirmed })

async function mounted() {
  const card = useCard()
  card.begin(seen.cart_id)
  await card.mount(document.createElement('div'), 'pk_1', seen.expected_total, { locale: 'en', dark: false })
  return card
}

beforeEach(() => {
  sessionStorage.clear()
  told.length = 0
  prepared = () => payment('pi_1')
  submitted = {}
  outcome = {}
  scriptIsThere = true
  scriptArrives = Promise.resolve()
})

describe('a card', () => {
  it('is confirmed once, and its token serves as often as the same order is sent', async () => {
    const card = await mounted()
    expect(await card.pay(seen)).toBe('pi_1')
    expect(await card.pay(seen)).toBe('pi_1')
    expect(told).toEqual(['mount 100 manual', 'prepare', 'confirm pi_1_secret if_required'])
    expect(promised()).toEqual({ token: 'pi_1', seen, confirmed: true })
    expect(card.waiting.value).toBe(true)
  })

  it('that was confirmed before is not charged in place of the one in the form without a word', async () => {
    const card = await mounted()
    prepared = () => payment('pi_1', true)
    await expect(card.pay(seen)).rejects.toMatchObject({ key: 'checkout.cardBefore' })
    expect(card.waiting.value).toBe(true)
    expect(await card.pay(seen)).toBe('pi_1')
    expect(told).toEqual(['mount 100 manual', 'prepare'])
  })

  it('whose confirmation got lost is not charged in place of another one without a word', async () => {
    keepPromise('pi_1', seen, false)
    const card = await mounted()
    prepared = () => payment('pi_1', true)
    await expect(card.pay(seen)).rejects.toMatchObject({ key: 'checkout.cardBefore' })
    expect(await card.pay(seen)).toBe('pi_1')
    expect(told).toEqual(['mount 100 manual', 'prepare'])
  })

  it('that the form refuses prepares nothing', async () => {
    const card = await mounted()
    submitted = { error: { message: 'Your card number is incomplete.' } }
    await expect(card.pay(seen)).rejects.toMatchObject({ message: 'Your card number is incomplete.' })
    expect(told).toEqual(['mount 100 manual'])
  })

  it('that the bank refuses pays nothing, and may be tried again', async () => {
    const card = await mounted()
    outcome = { error: { message: 'No.', payment_intent: { status: 'requires_payment_method' } } }
    await expect(card.pay(seen)).rejects.toBeInstanceOf(CardTrouble)
    expect(promised()?.confirmed).toBe(false)
    outcome = {}
    expect(await card.pay(seen)).toBe('pi_1')
  })

  it('that was confirmed in another tab counts, once that was said', async () => {
    const card = await mounted()
    outcome = { error: { message: 'unexpected state', payment_intent: { status: 'requires_capture' } } }
    await expect(card.pay(seen)).rejects.toMatchObject({ key: 'checkout.cardBefore' })
    expect(await card.pay(seen)).toBe('pi_1')
  })

  it('that was confirmed before a reload waits for its order, and for no other', async () => {
    keepPromise('pi_0', seen, true)
    const card = useCard()
    card.begin(seen.cart_id)
    expect(card.waiting.value).toBe(true)
    expect(await card.pay(seen)).toBe('pi_0')
    await expect(card.pay({ ...seen, cart_version: 4 })).rejects.toMatchObject({ key: 'checkout.cardAgain' })
    expect([card.waiting.value, promised(), told]).toEqual([false, null, ['prepare']])
  })

  it('pays the same cart at the same total, though its version moved', async () => {
    keepPromise('pi_1', seen, true)
    const card = useCard()
    card.begin(seen.cart_id)
    prepared = () => payment('pi_1', true)
    expect(await card.pay({ ...seen, cart_version: 4 })).toBe('pi_1')
    expect(promised()?.seen.cart_version).toBe(4)
  })

  it('that was confirmed for another cart is forgotten', () => {
    keepPromise('pi_0', seen, true)
    const card = useCard()
    card.begin('crt_2')
    expect([card.waiting.value, promised()]).toEqual([false, null])
  })

  it('is asked about again when the order met a conflict', async () => {
    const card = await mounted()
    await card.pay(seen)
    doubtPromise()
    prepared = () => payment('pi_1', true)
    expect(await card.pay(seen)).toBe('pi_1')
    doubtPromise()
    prepared = () => payment('pi_2')
    await expect(card.pay(seen)).rejects.toMatchObject({ key: 'checkout.cardAgain' })
    expect([card.waiting.value, promised()]).toEqual([false, null])
  })

  it('is known to the server when the bank took the whole window', async () => {
    keepPromise('pi_1', seen, false)
    prepared = () => payment('pi_1', true)
    const card = useCard()
    card.begin(seen.cart_id)
    card.returned()
    expect(await card.pay(seen)).toBe('pi_1')
    expect(promised()?.confirmed).toBe(true)
  })

  it('for another total is confirmed anew, and the form knows the total', async () => {
    const card = await mounted()
    await card.pay(seen)
    prepared = () => payment('pi_2')
    const now = { ...seen, expected_total: { amount: 150, currency: 'EUR' } }
    await expect(card.pay(now)).rejects.toMatchObject({ key: 'checkout.cardAgain' })
    expect(card.waiting.value).toBe(false)
    card.price(now.expected_total)
    expect(await card.pay(now)).toBe('pi_2')
    expect(told.slice(3)).toEqual(['prepare', 'update 150', 'prepare', 'confirm pi_2_secret if_required'])
  })

  it('is asked for at the total that is shown, though that changed while the script was loading', async () => {
    let arrive = () => {}
    scriptArrives = new Promise((resolve) => (arrive = resolve))
    const card = useCard()
    const drawn = card.mount(document.createElement('div'), 'pk_1', seen.expected_total, { locale: 'en', dark: false })
    card.price({ amount: 150, currency: 'EUR' })
    arrive()
    await drawn
    expect(told).toEqual(['mount 150 manual'])
  })

  it('cannot be taken where Stripe is out of reach, and the services say what else is wrong', async () => {
    scriptIsThere = false
    const card = await mounted()
    expect(card.state.value).toBe('failed')
    await expect(card.pay(seen)).rejects.toMatchObject({ key: 'checkout.cardsAway' })
    scriptIsThere = true
    const again = await mounted()
    prepared = () => {
      throw new Problem(409, { code: 'price_changed' })
    }
    await expect(again.pay(seen)).rejects.toMatchObject({ code: 'price_changed' })
  })

  it('that was drawn anew meanwhile is drawn once', async () => {
    const card = await mounted()
    card.unmount()
    expect(told).toEqual(['mount 100 manual', 'destroy'])
    await expect(card.pay(seen)).rejects.toBeInstanceOf(CardTrouble)
  })
})
