/** How providers and prices are put into words. */

import { useI18n } from 'vue-i18n'
import type { Health, Model } from '@/api/models'
import { useFormat } from '@/i18n/format'

export const TONES = { ok: 'good', degraded: 'warn', down: 'bad', limited: 'warn', unknown: 'quiet', disabled: 'quiet' } as const
export const KINDS = ['input', 'cached', 'output', 'reasoning'] as const
export const MICROS = 1_000_000

export function useWords() {
  const { t, te } = useI18n()
  const { number, dateTime } = useFormat()

  const reason = (code: string): string => (te(`models.errors.${code}`) ? t(`models.errors.${code}`) : code)

  /** "0.27 / 0.07 / 1.1 USD": input, cached, output and, where it is billed apart, reasoning. */
  function prices({ prices: known }: Model): string {
    const told = KINDS.map((kind) => known[kind]).filter((price): price is number => price != null)
    if (!told.some(Boolean)) return t('models.free')
    return `${told.map((price) => number(price / MICROS, { maximumFractionDigits: 6 })).join(' / ')} ${known.currency}`
  }

  function looked({ check }: Health): string {
    if (!check) return ''
    const outcome = check.error ? reason(check.error) : t('models.there', { time: number(check.latency_ms) })
    return t('models.checked', { date: dateTime(check.at), outcome })
  }

  return { reason, prices, looked }
}
