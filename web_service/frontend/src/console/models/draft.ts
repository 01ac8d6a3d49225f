/** From what is typed to what is sent. */

import { MICROS } from './words'

/** An empty field is no number. */
export function whole(typed: number | string): number | null {
  return typed === '' ? null : Number(typed)
}

/** 0.27 a million tokens is 270000 millionths. */
export function micros(typed: number | string): number | null {
  return typed === '' ? null : Math.round(Number(typed) * MICROS)
}
