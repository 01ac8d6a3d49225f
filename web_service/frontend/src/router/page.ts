/** A page together with the messages of its area. */

import type { Component } from 'vue'
import { useArea } from '@/i18n'

export function page(area: string, loader: () => Promise<{ default: Component }>): () => Promise<{ default: Component }> {
  return async () => {
    const [loaded] = await Promise.all([loader(), useArea(area)])
    return loaded
  }
}
