/** Texts in every language of the shop, as forms edit them. */

import { config } from '@/api/config'
import { Problem } from '@/api/problem'

export type Texts = Record<string, string>
export interface NamedTexts {
  name: Texts
  value: Texts
}

/** With a place for every language, so that fields have something to write to. */
export function full(texts: Texts | null | undefined = {}): Texts {
  return Object.fromEntries(config.languages.map((language) => [language, texts?.[language] ?? '']))
}

export function fullPairs(pairs: readonly NamedTexts[]): NamedTexts[] {
  return pairs.map((pair) => ({ name: full(pair.name), value: full(pair.value) }))
}

/** Without the languages in which nothing is said. */
export function said(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))
}

/** Rows in which something is said. */
export function saidPairs(pairs: readonly NamedTexts[]): NamedTexts[] {
  return pairs
    .map((pair) => ({ name: said(pair.name), value: said(pair.value) }))
    .filter((pair) => Object.keys(pair.name).length || Object.keys(pair.value).length)
}

/** What the server said about a field or anything in it. */
export function wrongIn(error: unknown, field: string): string {
  if (!(error instanceof Problem)) return ''
  return error.fields.find((wrong) => wrong.loc?.includes(field))?.msg ?? ''
}
