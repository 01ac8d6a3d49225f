/** How many approvals wait, for the menu: looked up now and then while somebody who may decide is here. */

import { onScopeDispose, readonly, ref } from 'vue'
import { countWaiting } from '@/api/approvals'
import { useSession } from '@/stores/session'

const EVERY = 30_000
const waiting = ref(0)

export async function lookAgain(): Promise<void> {
  waiting.value = await countWaiting().catch(() => waiting.value)
}

export function useWaiting() {
  if (useSession().may('approvals:decide')) {
    void lookAgain()
    const clock = setInterval(() => document.hidden || void lookAgain(), EVERY)
    onScopeDispose(() => clearInterval(clock))
  }
  return readonly(waiting)
}
