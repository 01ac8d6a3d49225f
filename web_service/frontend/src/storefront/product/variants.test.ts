import { expect, test } from 'vitest'
import type { Product, Variant } from '@/api/catalogue'
import { choose, firstVariant, stateOf, variantOf } from './variants'

const variant = (id: string, size: string, colour: string, availability = 'in_stock') =>
  ({ id, options: { Size: size, Colour: colour }, availability }) as unknown as Variant

const sleeve = {
  variant_id: 'small-grey',
  options: [
    { name: 'Size', values: ['13', '14', '16'] },
    { name: 'Colour', values: ['Grey', 'Green'] },
  ],
  variants: [variant('small-grey', '13', 'Grey'), variant('small-green', '13', 'Green', 'out_of_stock'), variant('large-grey', '16', 'Grey')],
} as unknown as Product

test('finds the variant of a choice', () => {
  expect(variantOf(sleeve, { Size: '16', Colour: 'Grey' })?.id).toBe('large-grey')
  expect(variantOf(sleeve, { Size: '16', Colour: 'Green' })).toBeUndefined()
})

test('starts with the variant that was asked for, else with the product’s own', () => {
  expect(firstVariant(sleeve, 'large-grey')?.id).toBe('large-grey')
  expect(firstVariant(sleeve, 'gone')?.id).toBe('small-grey')
})

test('marks what is sold out and what does not exist', () => {
  const choice = { Size: '16', Colour: 'Grey' }
  expect(stateOf(sleeve, choice, 'Colour', 'Green')).toBe('missing')
  expect(stateOf(sleeve, { Size: '13', Colour: 'Grey' }, 'Colour', 'Green')).toBe('sold_out')
  expect(stateOf(sleeve, choice, 'Size', '13')).toBe('available')
})

test('goes to the nearest variant where the combination does not exist', () => {
  expect(choose(sleeve, { Size: '16', Colour: 'Grey' }, 'Colour', 'Green')).toEqual({ Size: '13', Colour: 'Green' })
  expect(choose(sleeve, { Size: '13', Colour: 'Green' }, 'Size', '16')).toEqual({ Size: '16', Colour: 'Grey' })
})

test('stays where it is when no variant has the value', () => {
  const choice = { Size: '13', Colour: 'Grey' }
  expect(choose(sleeve, choice, 'Size', '14')).toBe(choice)
})
