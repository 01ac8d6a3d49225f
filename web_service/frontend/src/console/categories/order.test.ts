import { describe, expect, it } from 'vitest'
import { moved, nested } from './order'

const ALL = [
  { id: 'audio', parent_id: null },
  { id: 'desks', parent_id: null },
  { id: 'headphones', parent_id: 'audio' },
  { id: 'speakers', parent_id: 'audio' },
]

describe('the order of categories', () => {
  it('puts children below their parents', () => {
    expect(nested(ALL).map((row) => [row.category.id, row.depth, row.first, row.last])).toEqual([
      ['audio', 0, true, false],
      ['headphones', 1, true, false],
      ['speakers', 1, false, true],
      ['desks', 0, false, true],
    ])
  })

  it('moves among siblings only', () => {
    expect(moved(ALL, ALL[3]!, -1)).toEqual(['audio', 'speakers', 'headphones', 'desks'])
    expect(moved(ALL, ALL[0]!, 1)).toEqual(['desks', 'headphones', 'speakers', 'audio'])
    expect(moved(ALL, ALL[0]!, -1)).toBeNull()
  })
})
