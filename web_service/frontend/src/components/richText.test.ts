import { expect, test } from 'vitest'
import { blocksOf, piecesOf } from './richText'

const plain = (text: string) => [{ text, bold: false }]

test('reads headings, paragraphs and lists', () => {
  expect(blocksOf('# Terms\n\nFirst line\nsecond line\n\n1. **One.** More\n2. Two\n\n- a\n- b')).toEqual([
    { kind: 'heading', depth: 1, pieces: plain('Terms') },
    { kind: 'paragraph', pieces: [...plain('First line'), ...plain(' '), ...plain('second line')] },
    { kind: 'numbers', items: [[{ text: 'One.', bold: true }, { text: ' More', bold: false }], plain('Two')] },
    { kind: 'bullets', items: [plain('a'), plain('b')] },
  ])
})

test('leaves HTML as the text that it is', () => {
  expect(blocksOf('<script>alert(1)</script>')).toEqual([{ kind: 'paragraph', pieces: plain('<script>alert(1)</script>') }])
})

test('leaves stars without a partner as they are written', () => {
  expect(piecesOf('5 ** 2')).toEqual(plain('5 ** 2'))
})

test('links to pages of the shop, and to nowhere else', () => {
  expect(piecesOf('see [the mouse](/products/a) now')).toEqual([
    { text: 'see ', bold: false },
    { text: 'the mouse', bold: false, to: '/products/a' },
    { text: ' now', bold: false },
  ])
  for (const other of ['[x](https://evil.example)', '[x](//evil.example)', '[x](javascript:alert(1))']) expect(piecesOf(other)).toEqual(plain(other))
})
