/** Which variant a choice of options means, and what every option's values would lead to. Existence and stock are the server's. */

import type { Product, Variant } from '@/api/catalogue'

export type Choice = Record<string, string>
export type ValueState = 'available' | 'sold_out' | 'missing'

export function variantOf(product: Product, choice: Choice): Variant | undefined {
  return product.variants.find((variant) => product.options.every(({ name }) => variant.options[name] === choice[name]))
}

/** The variant that is shown first: the one asked for, else the product's own. */
export function firstVariant(product: Product, wanted: string | null): Variant | undefined {
  const byId = (id: string | null) => product.variants.find((variant) => variant.id === id)
  return byId(wanted) ?? byId(product.variant_id) ?? product.variants[0]
}

/** What choosing this value beside the rest of the choice would give. */
export function stateOf(product: Product, choice: Choice, name: string, value: string): ValueState {
  const variant = variantOf(product, { ...choice, [name]: value })
  if (!variant) return 'missing'
  return variant.price === null || variant.availability === 'out_of_stock' ? 'sold_out' : 'available'
}

/** The choice after one value was picked. Where that combination does not exist, the other options follow as near as they can. */
export function choose(product: Product, choice: Choice, name: string, value: string): Choice {
  const wanted = { ...choice, [name]: value }
  const kept = (variant: Variant) => product.options.filter((option) => variant.options[option.name] === wanted[option.name]).length
  const soldOut = (variant: Variant) => Number(variant.availability === 'out_of_stock')
  const nearest = product.variants
    .filter((variant) => variant.options[name] === value)
    .sort((one, other) => kept(other) - kept(one) || soldOut(one) - soldOut(other))[0]
  return nearest ? { ...nearest.options } : choice
}
