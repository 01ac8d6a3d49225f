import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RouteLocationNormalized, RouteLocationNormalizedLoaded } from 'vue-router'
import { idIn, scrollTo } from './scroll'

const at = (path: string, hash = '') => ({ path, hash }) as RouteLocationNormalized & RouteLocationNormalizedLoaded
const go = (to: ReturnType<typeof at>, from: ReturnType<typeof at>, saved: { left: number; top: number } | null = null) =>
  scrollTo.call(undefined as never, to, from, saved)
const shown = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  window.scrollTo = vi.fn() as never
  HTMLElement.prototype.scrollIntoView = function (this: HTMLElement) {
    shown(this.id)
  }
})

afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
  shown.mockReset()
})

test('goes to the top of another page, back to where one was, and nowhere on the same page', async () => {
  expect(await go(at('/b'), at('/a'))).toEqual({ top: 0 })
  expect(await go(at('/b', '#x'), at('/a'), { left: 0, top: 300 })).toEqual({ left: 0, top: 300 })
  expect(await go(at('/a', '#x'), at('/a', '#x'))).toEqual({})
})

test('waits for the part that the address names', async () => {
  const going = go(at('/orders/x', '#reviews'), at('/sign-in'))
  expect(window.scrollTo).toHaveBeenCalledWith({ top: 0 })
  document.body.innerHTML = '<main><section id="reviews"></section></main>'
  expect(await going).toBe(false)
  expect(shown).toHaveBeenCalledExactlyOnceWith('reviews')
})

test('gives up on a part that does not come, or when the reader goes on', async () => {
  const first = go(at('/b', '#never'), at('/a'))
  const second = go(at('/c', '#never'), at('/b'))
  expect(await first).toBe(false)
  vi.advanceTimersByTime(5000)
  expect(await second).toBe(false)
  expect(shown).not.toHaveBeenCalled()
})

test('reads a hash in any script, and one that is written wrongly', () => {
  expect(idIn('#%E6%80%8E%E4%B9%88%E9%80%80%E8%B4%A7')).toBe('怎么退货')
  expect(idIn('#怎么退货')).toBe('怎么退货')
  expect(idIn('#100%')).toBe('100%')
})
