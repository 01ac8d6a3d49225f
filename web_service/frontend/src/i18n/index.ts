/** English and Chinese. Each area's messages are one file per language; the console's come when it is opened. */

import { createI18n } from 'vue-i18n'

type Messages = Record<string, unknown>
const sources = import.meta.glob<Messages>(['./{en,zh}/*.ts', '!./*/{catalogue,common,shop}.ts'], { import: 'default' })
const first = import.meta.glob<Record<string, Messages>>('./first-*.ts')
const areas = new Set(['common', 'shop'])
const loaded = new Set<string>()
let spoken = 'en' // or about to be, once its messages are here

export const i18n = createI18n({ legacy: false, locale: 'en', fallbackLocale: [], messages: {}, missingWarn: true })

/** Speak this language from now on. */
export async function useLanguage(language: string): Promise<void> {
  spoken = language
  if (!loaded.size) i18n.global.locale.value = language as never // nothing is shown yet
  await Promise.all([...areas].map((area) => load(language, area)))
  if (spoken === language) i18n.global.locale.value = language as never
}

/** Make the messages of an area known, in the language spoken now and in those spoken later. */
export async function useArea(area: string): Promise<void> {
  areas.add(area)
  await Promise.all([...new Set([spoken, i18n.global.locale.value])].map((language) => load(language, area)))
}

async function load(language: string, area: string): Promise<void> {
  const path = `./${language}/${area}.ts`
  if (loaded.has(path)) return
  const messages = (await first[`./first-${language}.ts`]?.())?.[area] ?? (await sources[path]?.())
  if (!messages) throw new Error(`There are no messages ${path}`)
  i18n.global.mergeLocaleMessage(language, messages)
  loaded.add(path)
}
