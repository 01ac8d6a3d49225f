/** Zones and tiers read into the form and written back are the same ones. */
import { describe, expect, it } from 'vitest'
import { tiersOf, tiersText, zonesOf, zonesText } from './shipping'

describe('shipping', () => {
  it('takes countries, and states of one', () => {
    const zones = [{ country: 'DE', states: [] }, { country: 'US', states: ['CA', 'NY'] }]
    expect(zonesOf(' de, US: CA NY\n')).toEqual(zones)
    expect(zonesOf(zonesText(zones))).toEqual(zones)
    expect(zonesOf('')).toEqual([])
  })

  it('takes prices by weight and by worth', () => {
    const byWeight = [{ up_to: 5000, price: 490 }, { up_to: null, price: 990 }]
    expect(tiersOf('5000 4.90\n* 9.90\n', 'weight', 'EUR')).toEqual(byWeight)
    expect(tiersOf(tiersText(byWeight, 'weight', 'EUR'), 'weight', 'EUR')).toEqual(byWeight)
    expect(tiersOf('30: 4.9', 'subtotal', 'EUR')).toEqual([{ up_to: 3000, price: 490 }])
    expect(tiersText([{ up_to: 3000, price: 490 }], 'subtotal', 'EUR')).toBe('30 4.9')
  })
})
