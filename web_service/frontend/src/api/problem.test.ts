/** What the services say is wrong with a form arrives at its fields. */
import { describe, expect, it } from 'vitest'
import { Problem } from './problem'

describe('Problem', () => {
  it('tells where in what was sent each error stands, in words for people', () => {
    const errors = [
      { at: 'body.address.zip', message: 'Field required', type: 'missing' },
      { at: 'body.name', message: 'a text in at least one language is needed', type: 'value_error' },
    ]
    expect(new Problem(422, { code: 'invalid_input', detail: 'x', errors }).fields).toEqual([
      { loc: ['body', 'address', 'zip'], msg: 'Field required' },
      { loc: ['body', 'name'], msg: 'a text in at least one language is needed' },
    ])
  })

  it('has no fields where none are named', () => {
    expect(new Problem(409, { detail: 'x' }).fields).toEqual([])
  })
})
