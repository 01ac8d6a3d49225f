/** Prices in the currencies a shop sells in besides its own, as they are typed; an empty field is no price. */

import type { Money } from '@/i18n/format'
import { fromMajor, toMajor } from '@/i18n/format'

export type TypedPrices = Record<string, string | number>

export function typedOf(prices: Money[], own: string): TypedPrices {
  return Object.fromEntries(prices.filter((one) => one.currency !== own).map(({ amount, currency }) => [currency, toMajor(amount, currency)]))
}

export function pricesOf(typed: TypedPrices): Money[] {
  return Object.entries(typed).flatMap(([currency, price]) => (price === '' ? [] : [{ amount: fromMajor(Number(price), currency), currency }]))
}
