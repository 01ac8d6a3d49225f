/** How the kinds of payment are called that the service names without more. */

import { useI18n } from 'vue-i18n'

export function useMethodName() {
  const { t, te } = useI18n()
  return (method: string | null): string => (method && !te(`afterSales.methods.${method}`) ? method : t(`afterSales.methods.${method ?? 'first'}`))
}
