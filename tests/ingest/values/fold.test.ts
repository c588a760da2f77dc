import { expect, test } from 'vitest'
import { cellsWord, fold, quoted } from '../../../src/ingest/values/fold.ts'

test.each([
  ['closed lost', 'closed lost'],
  ['Closed--LOST!', 'closed lost'],
  [' q1  2026 ', 'q1 2026'],
  ['Straße', 'strasse'],
  ['złoty', 'zloty'],
  ['Smørrebrød', 'smorrebrod'],
  ['Æble', 'aeble'],
  ['kapalı', 'kapali'],
  ['ﬁxed №1', 'fixed no1'],
  ['失注・価格', '失注 価格'],
  ['!?', ''],
])('%j folds to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('what is folded already stays as it is', () => {
  const words = ['a', 'closed lost', 'größe', '成約', 'x 1 y']
  expect(words.map((word) => fold(fold(word)))).toEqual(words.map(fold))
})

test.each([
  [0, '0 cells'],
  [1, '1 cell'],
  [999, '999 cells'],
  [1204, '1,204 cells'],
  [100_000, '100,000 cells'],
  [1_234_567, '1,234,567 cells'],
])('%d is told as %s', (count, words) => {
  expect(cellsWord(count)).toBe(words)
})

test('a cell is quoted on one line, without control characters', () => {
  expect(quoted('plain')).toBe('"plain"')
  expect(quoted(' a\r\n\u0007b\u2028c\u009f ')).toBe('"a b c"')
})

test('a long cell is cut to 39 characters and an ellipsis; emoji are never cut in two', () => {
  expect(quoted('x'.repeat(40))).toBe(`"${'x'.repeat(40)}"`)
  expect(quoted('x'.repeat(41))).toBe(`"${'x'.repeat(39)}…"`)
  expect(quoted('🎉'.repeat(41))).toBe(`"${'🎉'.repeat(39)}…"`)
  expect(quoted(`ab${'\n'.repeat(300)}${'c'.repeat(300)}`)).toBe(`"ab ${'c'.repeat(36)}…"`)
})
