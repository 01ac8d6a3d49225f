import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { said, saidPairs, wrongIn } from './texts'

describe('texts in every language', () => {
  it('leave out languages in which nothing is said', () => {
    expect(said({ en: 'Lamp', zh: ' ' })).toEqual({ en: 'Lamp' })
  })

  it('leave out rows that were added and never filled', () => {
    const rows = [
      { name: { en: '', zh: '' }, value: { en: '', zh: '' } },
      { name: { en: 'Colour', zh: '' }, value: { en: '', zh: '黑' } },
    ]
    expect(saidPairs(rows)).toEqual([{ name: { en: 'Colour' }, value: { zh: '黑' } }])
  })

  it('find what the server said about a field inside its texts', () => {
    const problem = new Problem(422, { errors: [{ at: 'title.en', message: 'Too long' }] })
    expect(wrongIn(problem, 'title')).toBe('Too long')
    expect(wrongIn(problem, 'vendor')).toBe('')
    expect(wrongIn(new Error('x'), 'title')).toBe('')
  })
})
