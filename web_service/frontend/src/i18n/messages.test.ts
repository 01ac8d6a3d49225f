/** Both languages say everything: a key of one that the other lacks would be shown raw to somebody. */
import { describe, expect, it } from 'vitest'

type Messages = { [key: string]: string | Messages }
const files = import.meta.glob<Messages>('./{en,zh}/*.ts', { eager: true, import: 'default' })
const areas = [...new Set(Object.keys(files).map((path) => path.split('/')[2] ?? ''))]

function keys(messages: Messages, before = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key} ${placeholders(value)}`] : keys(value, `${before}${key}.`),
  )
}

function placeholders(message: string): string {
  return [...new Set(message.match(/\{\w+\}/g))].sort().join(' ')
}

describe('messages', () => {
  it.each(areas)('%s: the same keys with the same placeholders in both languages', (area) => {
    const [english, chinese] = [files[`./en/${area}`], files[`./zh/${area}`]]
    expect(keys(chinese ?? {}).sort()).toEqual(keys(english ?? {}).sort())
  })
})
