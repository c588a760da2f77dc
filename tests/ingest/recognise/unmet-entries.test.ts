import { expect, test } from 'vitest'
import { unmetEntries } from '../../../src/ingest/recognise/index.ts'

const told = (names: readonly string[], ...keys: string[]): string[] =>
  unmetEntries(names, new Map(keys.map((key) => [key, {}]))).map(({ message }) => message)

test('an entry that a file read has says nothing, by whatever part of its path it is named', () => {
  expect(told(['exports/north/d.csv', './e.csv'], 'd.csv', 'north/d.csv', 'e.csv')).toEqual([])
  expect(told(['d.csv'])).toEqual([])
})

test.each([
  [['d.csv'], ['D-final.csv'], 'D-final.csv, which is not among the files read; did you mean "d.csv"?'],
  [
    ['exports/deals.csv.gz'],
    ['deals.csv'],
    'deals.csv, which is not among the files read; did you mean "exports/deals.csv.gz"?',
  ],
  [
    ['north/deals.csv'],
    ['south/deals.csv'],
    'south/deals.csv, which is not among the files read; did you mean "north/deals.csv"?',
  ],
  [
    ['pipeline.csv', 'nps.csv'],
    ['pipelin.csv'],
    'pipelin.csv, which is not among the files read; did you mean "pipeline.csv"?',
  ],
  [['nps.csv'], ['deals.csv'], 'deals.csv, which is not among the files read'],
])('of %j, %j is missing', (names, keys, message) => {
  expect(told(names, ...keys)).toEqual([`salescheck.json names ${message}`])
})

test('a file that has an entry is not suggested for another one', () => {
  expect(told(['deals.csv'], 'deals.csv', 'deals-2025.csv')).toEqual([
    'salescheck.json names deals-2025.csv, which is not among the files read',
  ])
})

test('many entries for other folders are one warning', () => {
  const others = ['a1.csv', 'b2.csv', 'c3.csv', 'd4.csv', 'e5.csv', 'f6.csv', 'g7.csv']
  expect(told(['pipeline.csv'], ...others)).toEqual([
    'salescheck.json names a1.csv, b2.csv, c3.csv, d4.csv, e5.csv and 2 more, which are not among the files read',
  ])
  expect(told(['pipeline.csv', 'zebra.csv'], 'pipelines.csv', 'x.csv')).toEqual([
    'salescheck.json names pipelines.csv, x.csv, which are not among the files read; did you mean "pipeline.csv" instead of "pipelines.csv"?',
  ])
})
