/** Names of a page's people: one question for all of them, and none for what is known or may not be known. */
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import type { Person } from '@/api/staff-users'
import { useSession } from '@/stores/session'
import { usePeople } from './people'

const asked = vi.hoisted(() => vi.fn())
vi.mock('@/api/staff-users', () => ({ readPeople: asked }))

const settled = async () => {
  for (let turn = 0; turn < 4; turn++) await nextTick()
}

beforeEach(() => {
  setActivePinia(createPinia())
  asked.mockReset().mockImplementation(async (ids: string[]) => ids.map((id) => ({ id, name: `name of ${id}` }) as Person))
})

function watching(ids: () => string[], may: boolean) {
  vi.spyOn(useSession(), 'may').mockReturnValue(may)
  return effectScope().run(() => usePeople(ids))!
}

describe('usePeople', () => {
  it('asks once for everybody with an account, and later only for who is new', async () => {
    const ids = ref(['usr_1', 'gst_1', 'james_li_5688', 'usr_1'])
    const people = watching(() => ids.value, true)
    await settled()
    ids.value = ['james_li_5688', 'usr_3']
    await settled()
    expect(asked.mock.calls.map(([who]) => who)).toEqual([['usr_1', 'james_li_5688'], ['usr_3']])
    expect([...people.value.keys()]).toEqual(['usr_1', 'james_li_5688', 'usr_3'])
  })

  it('does without names where they are not for this reader, or do not come', async () => {
    expect(watching(() => ['usr_1'], false).value.size).toBe(0)
    asked.mockRejectedValue(new Error('down'))
    const people = watching(() => ['usr_1'], true)
    await settled()
    expect(people.value.size).toBe(0)
    expect(asked).toHaveBeenCalledTimes(1)
  })
})
