/** Zones and tiers of a way of shipping as people write them, a line or a word each. */

import type { ShippingMethod } from '@/api/settings'
import { fromMajor, toMajor } from '@/i18n/format'

type Zones = NonNullable<ShippingMethod['zones']>
type Tiers = NonNullable<ShippingMethod['tiers']>
type TierBy = ShippingMethod['tier_by']

/** `DE, AT` are countries; `US: CA NY` is some states of one. */
export function zonesOf(typed: string): Zones {
  return typed
    .split(/[,，;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [country = '', states = ''] = part.split(/[:：]/)
      return { country: country.trim().toUpperCase(), states: states.split(/\s+/).filter(Boolean) }
    })
}

export function zonesText(zones: Zones): string {
  return zones.map(({ country, states }) => (states?.length ? `${country}: ${states.join(' ')}` : country)).join(', ')
}

/** A line `5000 4.90` is the price up to 5000 g, or up to 5000 of the currency; `* 9.90` is without end. */
export function tiersOf(typed: string, by: TierBy, currency: string): Tiers {
  return typed
    .split(/\n+/)
    .map((line) => line.trim().split(/[\s=:]+/))
    .filter(([limit]) => limit)
    .map(([limit, price]) => ({
      up_to: limit === '*' ? null : by === 'weight' ? Number(limit) : fromMajor(Number(limit), currency),
      price: fromMajor(Number(price), currency),
    }))
}

export function tiersText(tiers: Tiers, by: TierBy, currency: string): string {
  const limit = (up_to: number | null) => (up_to === null ? '*' : by === 'weight' ? up_to : toMajor(up_to, currency))
  return tiers.map(({ up_to, price }) => `${limit(up_to)} ${toMajor(price, currency)}`).join('\n')
}
