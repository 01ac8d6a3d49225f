import { beforeEach, describe, expect, it } from 'vitest'
import { once } from './once'
import { Problem, Unreachable } from './problem'

const keys: string[] = []
const answers = (answer: unknown) => async (key: string) => {
  keys.push(key)
  if (answer instanceof Error) throw answer
  return answer
}

beforeEach(() => {
  sessionStorage.clear()
  keys.length = 0
})

describe('once', () => {
  it('keeps the key of a wish while nobody knows what became of it', async () => {
    for (const open of [new Unreachable('x'), new Problem(503, {}), new Problem(429, {}), new Problem(409, { code: 'change_in_progress' })]) {
      await expect(once('returns', { items: ['oln_1'] }, answers(open))).rejects.toBe(open)
    }
    expect(await once('returns', { items: ['oln_1'] }, answers('order'))).toBe('order')
    expect(new Set(keys).size).toBe(1)
  })

  it('takes a new key after an answer, after a definite refusal and for another wish', async () => {
    await once('returns', { items: ['oln_1'] }, answers('order'))
    await expect(once('returns', { items: ['oln_1'] }, answers(new Problem(409, { code: 'already_requested' })))).rejects.toThrow()
    await expect(once('returns', { items: ['oln_1'] }, answers(new Unreachable('x')))).rejects.toThrow()
    await once('returns', { items: ['oln_2'] }, answers('order'))
    expect(new Set(keys).size).toBe(4)
  })

  it('sends a double click under one key', async () => {
    await Promise.all([once('returns', { items: ['oln_1'] }, answers('order')), once('returns', { items: ['oln_1'] }, answers('order'))])
    expect(new Set(keys).size).toBe(1)
  })
})
