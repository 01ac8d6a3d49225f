/** Durations and sizes as the reader writes them. */

import { useI18n } from 'vue-i18n'
import { useFormat } from '@/i18n/format'

const UNITS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
] as const

export function useOperationFigures() {
  const { t } = useI18n()
  const { number } = useFormat()

  function lasting(seconds: number): string {
    const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? (['seconds', 1] as const)
    const count = Math.floor(seconds / length)
    return t(`operations.${unit}`, { count: number(count) }, count)
  }

  const took = (ms: number | null) =>
    ms === null ? '–' : t('operations.milliseconds', { count: number(ms, { maximumSignificantDigits: 3 }) })
  const megabytes = (bytes: number | null) => (bytes === null ? '–' : t('operations.megabytes', { count: number(Math.round(bytes / 1e6)) }))

  return { lasting, took, megabytes }
}
