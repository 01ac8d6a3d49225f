/** Something staff does with a click: once at a time; what was done or what went wrong is said at the edge of the page. */

import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { Problem, Unreachable } from '@/api/problem'
import { useNotices } from '@/stores/notices'

/** `run` answers whether it worked; it says `done` if given. */
export function useAction() {
  const { t } = useI18n()
  const notices = useNotices()
  const running = ref(false)

  async function run(work: () => Promise<unknown>, done = ''): Promise<boolean> {
    if (running.value) return false
    running.value = true
    try {
      await work()
      if (done) notices.say(done)
      return true
    } catch (error) {
      notices.say(said(error), 'failed')
      return false
    } finally {
      running.value = false
    }
  }

  function said(error: unknown): string {
    if (error instanceof Unreachable) return t('errors.unreachable')
    return error instanceof Problem ? error.detail : t('errors.failed')
  }

  return { running, run, said }
}
