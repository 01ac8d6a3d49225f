/** What came of a return, as it is being counted. */

import type { Order, Return, ReturnReceipt } from '@/api/after-sales'

export interface Arrival {
  line_id: string
  title: string
  announced: number
  came: number
  restocked: number
}

/** All that was announced, and all of it good for the shelf. */
export function announced(order: Order, request: Return): Arrival[] {
  return request.lines.map(({ line_id, quantity }) => {
    const line = order.lines.find(({ id }) => id === line_id)
    const title = [line?.title, line?.variant_title].filter(Boolean).join(' · ')
    return { line_id, title, announced: quantity, came: quantity, restocked: quantity }
  })
}

/** Null when nothing came, or more went on the shelf than came; an empty field counts as none. */
export function receiptOf(arrivals: Arrival[]): ReturnReceipt | null {
  const counted = arrivals.map(({ line_id, came, restocked }) => ({ line_id, quantity: Number(came) || 0, restocked: Number(restocked) || 0 }))
  if (counted.some(({ quantity, restocked }) => restocked > quantity)) return null
  const lines = counted.filter(({ quantity }) => quantity > 0)
  return lines.length ? { lines, restock: true } : null
}
