import { mount, flushPromises } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { createRouter, createMemoryHistory } from 'vue-router'
import { beforeEach, expect, it } from 'vitest'
import { i18n } from '@/i18n'
import { useListing, type Listing, type Query } from './listing'

interface Row {
  id: string
}

let asked: Query[]
let listing: Listing<Row>
const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: () => null } }] })

async function open(path: string): Promise<void> {
  asked = []
  await router.push(path)
  const List = defineComponent(() => {
    listing = useListing({ q: '', status: 'all', sort: 'newest' }, async (query) => {
      asked.push(query)
      return { items: [{ id: query.cursor ?? 'first' }], next_cursor: query.cursor === 'b' ? null : query.cursor ? 'b' : 'a' }
    })
    return () => h('div')
  })
  mount(List, { global: { plugins: [router, i18n] } })
  await flushPromises()
}

beforeEach(() => open('/?q=lamp'))

it('asks with what the URL says, and defaults for the rest', () => {
  expect(asked).toEqual([{ limit: '20', q: 'lamp', status: 'all', sort: 'newest' }])
  expect(listing.filtered.value).toBe(true)
})

it('writes filters into the URL without defaults, and begins at the first page again', async () => {
  listing.next()
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ q: 'lamp', cursor: 'a' })
  listing.set({ status: 'draft', q: null })
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ status: 'draft' })
  expect(asked.at(-1)).toEqual({ limit: '20', status: 'draft', sort: 'newest' })
})

it('goes on and back by the cursors of the pages it came through', async () => {
  for (const step of [listing.next, listing.next]) {
    step()
    await flushPromises()
  }
  expect(listing.rows.value).toEqual([{ id: 'b' }])
  expect([listing.hasNext.value, listing.hasPrevious.value]).toEqual([false, true])
  listing.previous()
  await flushPromises()
  expect(listing.rows.value).toEqual([{ id: 'a' }])
  listing.previous()
  await flushPromises()
  expect(listing.rows.value).toEqual([{ id: 'first' }])
  expect(listing.hasPrevious.value).toBe(false)
})

it('takes all filters off but keeps the size of pages', async () => {
  listing.set({ limit: '50', status: 'draft' })
  await flushPromises()
  listing.clear()
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ limit: '50' })
  expect(listing.filtered.value).toBe(false)
})

it('forgets what was selected when other rows come', async () => {
  listing.select(listing.rows.value)
  expect(listing.selected.value).toHaveLength(1)
  listing.next()
  await flushPromises()
  expect(listing.selected.value).toEqual([])
})
