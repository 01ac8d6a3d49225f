/** Turns drawn from events, and what is said aloud of them. */
import { describe, expect, it } from 'vitest'
import type { Card, ChatEvent } from '@/api/assistant'
import { withoutRepeated } from './repeated'
import { sentencesAfter, settled, spoken } from './sentences'
import { cardsOf, draw, isRunning, newTurn } from './turns'

const products = (id: string) => ({ type: 'products', total: 1, items: [{ product_id: id }] }) as unknown as Card
const cart = (version: number) => ({ type: 'cart', version, items: [{}] }) as unknown as Card

function events(...given: [string, object][]): ChatEvent[] {
  return given.map(([event, data], at) => ({ id: `2-${at + 1}`, event, data }) as unknown as ChatEvent)
}

const answer = events(
  ['tool.call', { call_id: 'a', name: 'search_products', arguments: {}, label: 'Searching', description: 'Looking …' }],
  ['tool.result', { call_id: 'a', name: 'search_products', ok: true, summary: '1 product', data: {}, card: products('p') }],
  ['message.delta', { text: 'Here ' }],
  ['message.delta', { text: 'it is.' }],
  ['done', { message_id: 'm', conversation_id: 'c', turn_id: 't', status: 'done', suggestions: ['Buy it'] }],
)

describe('a turn', () => {
  it('grows by its events', () => {
    const turn = newTurn('m', 'one?')
    answer.forEach((event) => draw(turn, event))
    expect(turn).toMatchObject({ number: 2, status: 'done', text: 'Here it is.', suggestions: ['Buy it'], lastEventId: '2-5' })
    expect(turn.calls[0]).toMatchObject({ description: 'Looking …', ok: true, summary: '1 product' })
    expect(isRunning(turn)).toBe(false)
  })

  it('draws an event once, however often a broken connection brings it', () => {
    const turn = newTurn('m', 'one?')
    answer.slice(0, 4).forEach((event) => draw(turn, event))
    answer.forEach((event) => draw(turn, event))
    expect(turn.text).toBe('Here it is.')
    expect(turn.calls).toHaveLength(1)
  })

  it('shows the last state of the cart, and no search that led to it', () => {
    const turn = newTurn('m', 'add it')
    turn.calls = [products('p'), cart(1), cart(2)].map((card, at) => ({ call_id: `${at}`, name: '', arguments: {}, label: '', description: '', card }))
    expect(cardsOf(turn)).toEqual([cart(2)])
  })

  it('shows both of two searches', () => {
    const turn = newTurn('m', 'mice and mats')
    turn.calls = [products('p'), products('q')].map((card, at) => ({ call_id: `${at}`, name: '', arguments: {}, label: '', description: '', card }))
    expect(cardsOf(turn)).toEqual([products('p'), products('q')])
  })
})

describe('what is read aloud', () => {
  it('ends where a sentence ends', () => {
    expect(sentencesAfter('It costs €14.80 today. And the oth', 0, false)).toBe('It costs €14.80 today.')
    expect(sentencesAfter('It costs €14.80 today. And more', 22, true)).toBe(' And more')
    expect(sentencesAfter('找到两件商品。第一', 0, false)).toBe('找到两件商品。')
    expect(sentencesAfter('It costs €14.', 0, false)).toBe('')
  })

  it('is drawn without the halves of links and bold words', () => {
    expect(['see [the mo', 'see [the mouse]', 'see [the mouse](/prod'].map(settled)).toEqual(['see ', 'see ', 'see '])
    expect(settled('a **bo')).toBe('a **bo**')
    expect(settled('a **')).toBe('a ')
    expect(settled('a **bold** [x](/y)')).toBe('a **bold** [x](/y)')
  })

  it('is free of marks', () => {
    expect(spoken('**Two** [mice](/products/a)\n- one')).toBe('Two mice - one')
  })
})

describe('the words beside a card', () => {
  const card = { type: 'products', total: 2, items: [{ title: 'Nib mouse' }, { title: 'Arc mouse' }] } as unknown as Card

  it('do not list again what the card shows', () => {
    const text = 'Two mice:\n1. Nib mouse — €14.80 · in stock\n2. Arc mouse — €20.00\nWhich one?'
    expect(withoutRepeated(text, [card])).toBe('Which one?')
  })

  it('keep what was said before the list was announced', () => {
    expect(withoutRepeated('Done. In your basket now:\n1. Nib mouse\nTotal: €9.00', [card])).toBe('Done.\n\nTotal: €9.00')
    expect(withoutRepeated('好了。购物车里现在有：\n1. Nib mouse', [card])).toBe('好了。')
    expect(withoutRepeated('In your basket:\n1. Some chair', [card])).toBe('In your basket:\n\n1. Some chair')
  })

  it('stay where they say more, or something else', () => {
    for (const text of ['1. Nib mouse — €14.80\n2. Other mouse', `1. Nib mouse ${'because it is quiet and light, '.repeat(3)}`])
      expect(withoutRepeated(text, [card]).replaceAll('\n\n', '\n')).toBe(text)
  })
})
