import { expect, test } from 'vitest'
import { decideFormat, readCell } from '../../../src/ingest/values/index.ts'

test('text and flags need no decision', () => {
  expect(decideFormat('text', [['x', 1]], {})).toEqual({ format: { kind: 'text' } })
  expect(decideFormat('flag', [['yes', 1]], {})).toEqual({ format: { kind: 'flag' } })
})

test('every type of column is decided by its own rules', () => {
  const kinds = (['date', 'money', 'number', 'integer', 'score', 'choice'] as const).map((target) => {
    const decided = decideFormat(target, [['2', 1]], { words: new Map([['2', 'two']]) })
    return 'format' in decided ? decided.format.kind : 'undecidable'
  })
  expect(kinds).toEqual(['undecidable', 'number', 'number', 'number', 'score', 'choice'])
})

test('a flag is read as true or false', () => {
  expect(readCell({ kind: 'flag' }, 'yes')).toEqual({ value: 'true' })
  expect(readCell({ kind: 'flag' }, '✗')).toEqual({ value: 'false' })
})

test.each([
  ["'=1+1", '=1+1'],
  ["'+49 30", '+49 30'],
  ["'-5", '-5'],
  ["'@home", '@home'],
  ["'s Gravenhage", "'s Gravenhage"],
  ["'", "'"],
  ['x=1', 'x=1'],
  ['"=1', '"=1'],
  ["''=1", "''=1"],
])('the guard before a formula is no part of the text: %s', (cell, value) => {
  expect(readCell({ kind: 'text' }, ` ${cell} `)).toEqual({ value })
})
