/** What models cost and how long they take, as the reader writes it. */

import { useI18n } from 'vue-i18n'
import { useFormat } from '@/i18n/format'

export interface Micros {
  currency: string
  micros: number
}

export function useFigures() {
  const { t } = useI18n()
  const { number } = useFormat()

  /** Costs are millionths of the currency's unit: far below a cent for one answer. */
  function cost(costs: Micros[] | undefined): string {
    const told = (costs ?? []).filter((one) => one.micros > 0)
    if (!told.length) return t('staffChats.free')
    return told
      .map(({ currency, micros }) => number(micros / 1e6, { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 6 }))
      .join(' + ')
  }

  const took = (ms: number | null | undefined) => (ms == null ? '–' : t('staffChats.milliseconds', { count: number(ms) }))
  const tokens = (input = 0, output = 0) => t('staffChats.inOut', { in: number(input), out: number(output) })

  return { cost, took, tokens }
}
