/** Whole sentences out of a text that is still growing, for those who have it read to them. */

const END = /[。！？]+|[.!?…]+(?=\s)|\n+/g

/** The part of `text` after `from` that ends with a whole sentence; all of it when the text is finished. */
export function sentencesAfter(text: string, from: number, finished: boolean): string {
  const rest = text.slice(from)
  if (finished) return rest
  let end = 0
  for (const found of rest.matchAll(END)) end = found.index + found[0].length
  return rest.slice(0, end)
}

/** Without the marks that only the eye needs. */
export function spoken(text: string): string {
  return text.replace(/\*\*|^#+\s+/gm, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' ').trim()
}

/** Without a link or bold words of which only the beginning has come. */
export function settled(text: string): string {
  const whole = text.replace(/\[[^\]\n]*(\]\([^)\n]*)?\]?$/, '')
  const marks = whole.slice(whole.lastIndexOf('\n') + 1).split('**').length - 1
  return marks % 2 ? `${whole}**`.replace(/\*{4}$/, '') : whole
}
