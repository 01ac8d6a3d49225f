import { expect, test } from 'vitest'
import { choicesIn, narrowings, queryOf, searchOf, toggled, withoutFilters } from './listing'

const route = (query: Record<string, string | string[]>, params = {}) => choicesIn({ query, params })

test('reads every choice from the address, and writes the same address back', () => {
  const query = { q: 'monitor', facet: ['Colour:Black', 'vendor:Velmora'], min_price: '1000', max_price: '50000', in_stock: 'true', min_rating: '4', literal: 'true', sort: '-price' }
  expect(queryOf(route(query))).toEqual(query)
})

test('ignores what an address says wrongly', () => {
  const choices = route({ facet: 'nonsense', min_price: '-5', max_price: '1e9', sort: 'cheapest', in_stock: 'yes', min_rating: '6', literal: 'true' })
  expect(queryOf(choices)).toEqual({})
})

test('asks for the category of the path', () => {
  expect(searchOf(route({ facet: 'Colour:Black' }, { category: 'mice' }))).toEqual({ category: 'mice', facet: ['Colour:Black'] })
})

test('does not ask for an order that there is not', () => {
  expect(searchOf(route({ q: 'mouse', sort: 'rating' }))).toEqual({ q: 'mouse', sort: 'rating' })
  expect(searchOf(route({ sort: 'relevance' }))).toEqual({})
  expect(searchOf(route({ sort: 'rating' }))).toEqual({ sort: 'rating' })
})

test('counts a price range as one filter, and clears filters but not words', () => {
  const choices = route({ q: 'mouse', facet: ['a:b', 'a:c'], min_price: '1', max_price: '2', in_stock: 'true', min_rating: '3', sort: 'price' })
  expect(narrowings(choices)).toBe(5)
  expect(queryOf(withoutFilters(choices))).toEqual({ q: 'mouse', sort: 'price' })
})

test('takes a chosen value off again', () => {
  expect(toggled(['a:b'], 'a:c')).toEqual(['a:b', 'a:c'])
  expect(toggled(['a:b', 'a:c'], 'a:b')).toEqual(['a:c'])
})

test('asks for stars as a number, and for the words as typed only with words', () => {
  expect(searchOf(route({ min_rating: '3' }))).toEqual({ min_rating: 3 })
  expect(searchOf(route({ q: 'mose', literal: 'true' }))).toEqual({ q: 'mose', literal: true })
  expect(searchOf(route({ literal: 'true' }))).toEqual({})
})
