// What is said about the words of a choice column that mean nothing to us, and how its cells are then read.
import { describe, expect, test } from 'vitest'
import { choiceOf, decideFormat, readCell } from '../../../src/ingest/values/index.ts'

const lights = new Map([
  ['red', 'stop'],
  ['green', 'go'],
])
const withRest = new Map([...lights, ['*', 'go']])
const four = new Map([...lights, ['amber', 'wait'], ['off', 'none'], ['*', 'go']])
const rows = (...cells: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] =>
  cells

const warningOf = (
  cells: readonly (readonly [string, number])[],
  words: ReadonlyMap<string, string>,
): string | undefined | null => {
  const decided = decideFormat('choice', cells, { words })
  return 'format' in decided ? decided.warning : null
}

describe('words of no known meaning', () => {
  test('are listed, the commonest first, words that occur as often by the alphabet', () => {
    const cells = rows(['red', 1], ['Blue', 2], ['pink', 5], ['azure', 2], [' pink', 1])
    expect(warningOf(cells, lights)).toBe(
      '10 cells hold words that mean none of the choices: "pink", "Blue", "azure"',
    )
  })

  test('are listed up to five', () => {
    const cells = 'abcdef'.split('').map((word) => [word, 1] as const)
    expect(warningOf(cells.slice(0, 5), lights)).toBe(
      '5 cells hold words that mean none of the choices: "a", "b", "c", "d", "e"',
    )
    expect(warningOf(cells, lights)).toBe(
      '6 cells hold words that mean none of the choices: "a", "b", "c", "d", "e" …',
    )
  })

  test('are said where they are read as the rest, and a choice never occurs', () => {
    expect(warningOf(rows(['blue', 1], ['green', 1]), withRest)).toBe(
      'no cell was understood as stop; 1 cell are read as go: "blue"',
    )
    expect(warningOf(rows(['blue', 1], ['red', 1]), withRest)).toBeUndefined()
    const three = new Map([...withRest, ['amber', 'wait']])
    expect(warningOf(rows(['blue', 2]), three)).toBe(
      'no cell was understood as stop or wait; 2 cells are read as go: "blue"',
    )
  })

  test('are said in any case where there are more than three choices', () => {
    const all = rows(['red', 1], ['green', 1], ['amber', 1], ['off', 1])
    expect(warningOf([...all, ['blue', 1]], four)).toBe(
      '1 cell hold words of no known meaning, read as go: "blue"',
    )
    expect(warningOf(all, four)).toBeUndefined()
  })

  test('are nothing to speak of where the rest means that nothing is known', () => {
    expect(warningOf(rows(['blue', 1]), new Map([...lights, ['*', '']]))).toBeUndefined()
  })

  test('missing cells are none of them', () => {
    expect(warningOf(rows(['', 5], ['NULL', 1], ['red', 1]), lights)).toBeUndefined()
  })
})

test('what was decided holds the words seen and the rest', () => {
  expect(decideFormat('choice', rows(['RED', 1], ['blue', 1]), { words: withRest })).toEqual({
    format: {
      kind: 'choice',
      words: new Map([
        ['*', 'go'],
        ['red', 'stop'],
      ]),
    },
  })
  expect(decideFormat('choice', rows(['Red!', 1]), { words: lights })).toEqual({
    format: { kind: 'choice', words: new Map([['red', 'stop']]) },
  })
  expect(decideFormat('choice', rows(['x', 1]), {})).toMatchObject({ format: { words: new Map() } })
})

test('a cell is read by the words of its column, then by the rest', () => {
  const format = { kind: 'choice', words: new Map([...lights, ['* dark *', 'stop']]) } as const
  expect(readCell(format, 'Red')).toEqual({ value: 'stop' })
  expect(readCell(format, 'very dark blue')).toEqual({ value: 'stop' })
  expect(readCell(format, 'blue')).toEqual({
    code: 'unknown-word',
    reason: '"blue" means none of the choices',
  })
  expect(readCell({ kind: 'choice', words: withRest }, 'blue')).toEqual({ value: 'go' })
  expect(readCell({ kind: 'choice', words: new Map([['*', '']]) }, 'blue')).toEqual({ value: null })
  expect(readCell({ kind: 'choice', words: withRest }, 'n/a')).toEqual({ value: null })
})

describe('words within a text', () => {
  const words = new Map([
    ['', 'stop'],
    ['* red *', 'stop'],
    ['* green *', 'go'],
  ])
  test.each([
    ['a red light', 'stop'],
    ['red, very red', 'stop'],
    ['red and green', undefined],
    ['not red', undefined],
    ['reddish', undefined],
    ['!!!', undefined],
    [`red ${'x'.repeat(116)}`, 'stop'],
    [`red ${'x'.repeat(117)}`, undefined],
  ])('%s', (text, choice) => {
    expect(choiceOf(text, words)).toBe(choice)
  })

  test('sort prefixes, codes and brackets are taken off', () => {
    const plain = new Map([['red', 'stop']])
    const cells = ['3. Red', 'B) red', '12 - RED', 'C6:RED', 'Red (signal)', 'red [1]']
    expect(cells.map((cell) => choiceOf(cell, plain))).toEqual(Array<string>(6).fill('stop'))
    expect(['1234. red', 'ABCD:RED', '(signal) red'].map((cell) => choiceOf(cell, plain))).toEqual(
      Array<undefined>(3).fill(undefined),
    )
  })
})
