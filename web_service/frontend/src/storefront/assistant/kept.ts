/** What this tab keeps over a reload: which conversation is open, and a message that nobody has taken yet. */

export interface Kept {
  conversationId: string | null
  unsent: { messageId: string; text: string } | null
}

const KEY = 'assistant-conversation'

export function kept(): Kept {
  try {
    return { conversationId: null, unsent: null, ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') }
  } catch {
    return { conversationId: null, unsent: null }
  }
}

export function keep(now: Kept): void {
  sessionStorage.setItem(KEY, JSON.stringify(now))
}
