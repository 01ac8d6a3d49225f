/** What an answer says in words although a card beside it shows the same: a list of titles with prices, for one. */

import type { Card } from '@/api/assistant'

const ITEM = /^\s*(?:[-*•]|\d+[.)、])\s*(.+)$/
/** More than so many characters beside the title say something that the card does not. */
const BESIDE = 60

/** The text without lists all of whose items are on the cards; every line is a paragraph of its own. */
export function withoutRepeated(text: string, cards: Card[]): string {
  const kept: string[] = []
  let list: string[] = []
  const close = () => {
    if (!list.every((line) => isShown(ITEM.exec(line)?.[1] ?? '', cards))) kept.push(...list)
    else if (list.length) kept.push(withoutAnnouncement(kept.pop() ?? ''))
    list = []
  }
  for (const line of text.split('\n')) {
    if (ITEM.test(line)) list.push(line)
    else {
      close()
      kept.push(line)
    }
  }
  close()
  return kept.filter((line) => line.trim()).join('\n\n')
}

/** Without "… in your basket now:" of a list that is not there. */
function withoutAnnouncement(line: string): string {
  return /[:：]\s*$/.test(line) ? (/^.*(?:[。！？]|[.!?](?=\s))/.exec(line)?.[0] ?? '') : line
}

function isShown(item: string, cards: Card[]): boolean {
  return cards.some((card) => {
    if (card.type === 'comparison' && card.rows.some(({ name }) => item.startsWith(`${name}:`) || item.startsWith(`${name}：`))) return true
    if (card.type === 'orders') return card.items.some(({ number }) => number && item.startsWith(number))
    return titlesOf(card).some((title) => item.includes(title) && item.length - title.length <= BESIDE)
  })
}

function titlesOf(card: Card): string[] {
  if (card.type === 'product') return [card.product.title]
  if (card.type === 'order') return card.order.lines.map((line) => line.title)
  return card.type === 'orders' ? [] : card.items.map((item) => item.title)
}
