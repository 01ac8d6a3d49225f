/** Amounts, numbers and dates as the reader writes them. */

import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

export interface Money {
  amount: number
  currency: string
}

const TAGS: Record<string, string[]> = { en: ['en-GB'], zh: ['zh-CN'] }

/** The reader's own variety of the language spoken (en-US, zh-TW), else ours. */
export function localeTag(language: string): string {
  return navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? TAGS[language]?.[0] ?? language
}

export function formatMoney(money: Money, tag: string): string {
  const format = moneyFormat(tag, money.currency)
  return format.format(money.amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** 1290 minor units of EUR are 12.9. */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency)
}

export function fromMajor(major: number, currency: string): number {
  return Math.round(major * 10 ** minorDigits(currency))
}

function minorDigits(currency: string): number {
  return moneyFormat('en', currency).resolvedOptions().maximumFractionDigits ?? 2
}

/** A day of the calendar (2026-10-24): the same one in every time zone. */
export function formatDay(day: string, tag: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format costs far more than using it, and a list uses one for every price and count on it. */
function numberFormat(tag: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = tag + JSON.stringify(options)
  const format = formats.get(key) ?? new Intl.NumberFormat(tag, options)
  formats.set(key, format)
  return format
}

function moneyFormat(tag: string, currency: string): Intl.NumberFormat {
  return numberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
}

export function useFormat() {
  const { locale } = useI18n()
  const tag = computed(() => localeTag(locale.value))
  return {
    money: (value: Money) => formatMoney(value, tag.value),
    number: (value: number, options?: Intl.NumberFormatOptions) => numberFormat(tag.value, options).format(value),
    percent: (value: number) => numberFormat(tag.value, { style: 'percent', maximumFractionDigits: 1 }).format(value),
    day: (value: string) => formatDay(value, tag.value, { dateStyle: 'medium' }),
    shortDay: (value: string) => formatDay(value, tag.value, { day: 'numeric', month: 'short' }),
    date: (value: string | Date) => new Intl.DateTimeFormat(tag.value, { dateStyle: 'medium' }).format(new Date(value)),
    dateTime: (value: string | Date) =>
      new Intl.DateTimeFormat(tag.value, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value)),
  }
}
