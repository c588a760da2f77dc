import { expect, test } from 'vitest'
import { flagOf, readFlag } from '../../../src/ingest/values/flag.ts'

test('yes in the words and signs of tools', () => {
  const words = [
    'TRUE',
    't',
    '1',
    '1.0',
    'Yes',
    'y',
    'ja',
    'Oui',
    'sí',
    'Sim',
    'vero',
    'tak',
    'はい',
    'Converted',
    'x',
  ]
  const signs = ['✓', '✔', '✅', '☑', ' ✔ ']
  expect([...words, ...signs].filter((text) => flagOf(text) !== true)).toEqual([])
})

test('no in the words and signs of tools', () => {
  const words = [
    'FALSE',
    'f',
    '0',
    '0.0',
    'No',
    'n',
    'nein',
    'Non',
    'não',
    'nee',
    'nie',
    'いいえ',
    'Not converted',
    'To do',
  ]
  const signs = ['✗', '✘', '❌', '☐', ' ✘ ']
  expect([...words, ...signs].filter((text) => flagOf(text) !== false)).toEqual([])
})

test('neither yes nor no', () => {
  expect(['', 'maybe', '2', '10', 'yes and no', '✦'].map(flagOf)).toEqual(Array<null>(6).fill(null))
})

test('cells are read as true, false, missing or refused with what stands there', () => {
  expect(readFlag('Yes')).toEqual({ value: 'true' })
  expect(readFlag('No')).toEqual({ value: 'false' })
  expect(readFlag(' ')).toEqual({ value: null })
  expect(readFlag('N/A')).toEqual({ value: null })
  expect(readFlag('maybe')).toEqual({ code: 'not-a-flag', reason: '"maybe" is neither yes nor no' })
})
