/** The little Markdown that texts of the shop use: headings, paragraphs, lists, bold, links to its own pages. Anything else stays as it is written. */

export interface Piece {
  text: string
  bold: boolean
  /** The page of this shop to which it leads. */
  to?: string
}

export type Block =
  | { kind: 'heading'; depth: number; pieces: Piece[] }
  | { kind: 'paragraph'; pieces: Piece[] }
  | { kind: 'bullets' | 'numbers'; items: Piece[][] }

const HEADING = /^(#{1,4})\s+(.*)$/
const BULLET = /^\s*[-*•]\s+(.*)$/
const NUMBER = /^\s*\d+[.)、]\s*(.*)$/

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let joins = false
  for (const line of text.split(/\r?\n/)) {
    const block = line.trim() ? blockOf(line) : null
    if (block) append(blocks, block, joins)
    joins = block !== null || (joins && isList(blocks.at(-1)))
  }
  return blocks
}

function blockOf(line: string): Block {
  const heading = HEADING.exec(line)
  if (heading) return { kind: 'heading', depth: heading[1]!.length, pieces: piecesOf(heading[2]!) }
  const bullet = BULLET.exec(line)
  if (bullet) return { kind: 'bullets', items: [piecesOf(bullet[1]!)] }
  const number = NUMBER.exec(line)
  if (number) return { kind: 'numbers', items: [piecesOf(number[1]!)] }
  return { kind: 'paragraph', pieces: piecesOf(line.trim()) }
}

/** A line goes on with the block before it where that is of its kind; a plain line below a list item belongs to the item. */
function append(blocks: Block[], block: Block, joins: boolean): void {
  const last = blocks.at(-1)
  if (joins && last && 'items' in last && 'items' in block && last.kind === block.kind) last.items.push(...block.items)
  else if (joins && last?.kind === 'paragraph' && block.kind === 'paragraph') last.pieces.push(space, ...block.pieces)
  else blocks.push(block)
}

const space: Piece = { text: ' ', bold: false }

function isList(block: Block | undefined): boolean {
  return !!block && 'items' in block
}

export function piecesOf(text: string): Piece[] {
  return text
    .split(/\*\*(.+?)\*\*/)
    .flatMap((part, index) => linksIn(part, index % 2 === 1))
    .filter((piece) => piece.text)
}

const LINK = /\[([^\]]+)\]\((\/(?!\/)[^\s()]*)\)/

/** Split gives the words before a link, its own words, its path, and so on. */
function linksIn(text: string, bold: boolean): Piece[] {
  const parts = text.split(LINK)
  return parts.flatMap((part, at) => (at % 3 === 2 ? [] : [at % 3 ? { text: part, bold, to: parts[at + 1]! } : { text: part, bold }]))
}
