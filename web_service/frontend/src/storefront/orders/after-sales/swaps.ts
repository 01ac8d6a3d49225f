/** Pieces of an order and what each of them is to become. */

import type { Estimate, OrderLine, SwapWanted } from '@/api/after-sales'
import type { Money, Product, Variant } from '@/api/catalogue'

/** A variant that is for sale in the order's currency. */
export type Offer = Variant & { price: Money }

/** One piece of a line, the `place`th of `count`; `others` are the variants that it can become. */
export interface Piece {
  key: string
  line: OrderLine
  place: number
  count: number
  others: Offer[]
}

/** Pieces that arrived and were not given back. */
export const withCustomer = (line: OrderLine) => line.quantity - line.refunded
/** Pieces that were neither sent nor given back. */
export const stillHere = (line: OrderLine) => Math.min(line.to_send, withCustomer(line))

/** Every piece of these lines on its own. A product that the shop no longer shows has no other variants. */
export function piecesOf(lines: OrderLine[], free: (line: OrderLine) => number, products: Product[]): Piece[] {
  return lines.flatMap((line) => {
    const product = products.find(({ id }) => id === line.product_id)
    const { currency } = line.unit_price
    const others = (product?.variants ?? []).flatMap((variant) => {
      const price = variant.prices.find((one) => one.currency === currency)
      return price && variant.id !== line.variant_id ? [{ ...variant, price }] : []
    })
    const count = Math.max(free(line), 0)
    return Array.from({ length: count }, (_, at) => ({ key: `${line.id}.${at}`, line, place: at + 1, count, others }))
  })
}

/** What is asked for: `chosen` names the variant of each piece that is to change. */
export function swapsOf(pieces: Piece[], chosen: Record<string, string>): SwapWanted[] {
  return pieces.flatMap(({ key, line }) => (chosen[key] ? [{ from: line.id, to: chosen[key] }] : []))
}

/** An estimate as one signed amount: what the order's total would grow by. */
export function differenceOf({ to_pay, to_get }: Estimate): Money {
  return { amount: to_pay.amount - to_get.amount, currency: to_pay.currency }
}

/** One name per piece, as a return names them. */
export function namesOf(counts: Record<string, number>): string[] {
  return Object.entries(counts).flatMap(([lineId, count]) => Array<string>(Math.max(count, 0)).fill(lineId))
}
