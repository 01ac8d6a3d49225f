import { expect, it } from 'vitest'
import { chosenDays } from './period'

it('counts today as one of the days', () => {
  expect(chosenDays(7, new Date(2026, 10, 21, 23, 59))).toEqual({ from: '2026-11-15', to: '2026-11-21' })
  expect(chosenDays(30, new Date(2026, 2, 1))).toEqual({ from: '2026-01-31', to: '2026-03-01' })
})
