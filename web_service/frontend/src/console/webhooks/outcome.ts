/** How an attempt ended, in words. */

import { useI18n } from 'vue-i18n'
import type { Delivery } from '@/api/webhooks'

export const TONES: Record<Delivery['status'], 'good' | 'warn' | 'bad'> = { pending: 'warn', delivered: 'good', failed: 'bad' }

export function useOutcome() {
  const { t, te } = useI18n()

  function outcome(status: number | null, error: string | null): string {
    if (status !== null) return t('webhooks.answered', { status })
    const known = `webhooks.errors.${error}`
    return te(known) ? t(known) : (error ?? '')
  }

  return { outcome }
}
