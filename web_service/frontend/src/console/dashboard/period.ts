/** The stretch of days that the dashboard tells about. */

import type { Days } from '@/api/reports'

export const PERIODS = [7, 30, 90, 365] as const

/** So many days, the last of them today; the calendar is the reader's. */
export function chosenDays(days: number, today: Date): Days {
  const first = new Date(today.getFullYear(), today.getMonth(), today.getDate() - days + 1)
  return { from: written(first), to: written(today) }
}

function written(day: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
