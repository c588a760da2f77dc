import { describe, expect, test } from 'vitest'
import { cleanName, joinedHeader, uniqueNames } from '../../../src/ingest/head/names.ts'
import { slowness } from '../../slowness.ts'

test('names lose control characters, invisible ones and doubled spaces', () => {
  expect(cleanName('\ufeff Close \n Date\u200b ')).toBe('Close Date')
  expect(cleanName('Total\u00a0amount\u0085')).toBe('Total amount')
})

describe('unique names', () => {
  test('number blanks by position and repeats by occurrence', () => {
    expect(uniqueNames(['a', '', 'a', ' ', 'a'], 5)).toEqual(['a', 'column 2', 'a (2)', 'column 4', 'a (3)'])
  })

  test('never collide with a name that is given', () => {
    expect(uniqueNames(['a', 'a', 'a (2)', 'column 4', ''], 5)).toEqual([
      'a',
      'a (3)',
      'a (2)',
      'column 4',
      'column 5',
    ])
  })

  test('fill up to the width', () => {
    expect(uniqueNames(['__proto__', 'constructor'], 3)).toEqual(['__proto__', 'constructor', 'column 3'])
  })

  test('of 10,000 equal headers are made at once', () => {
    const begun = performance.now()
    expect(
      new Set(
        uniqueNames(
          Array.from({ length: 10_000 }, () => 'x'),
          10_000,
        ),
      ).size,
    ).toBe(10_000)
    expect(performance.now() - begun).toBeLessThan(500 * slowness())
  })
})

describe('several header rows', () => {
  test('that are both full: the first names the columns', () => {
    expect(
      joinedHeader(
        [
          ['StartDate', 'Q1'],
          ['Start Date', 'How likely?'],
        ],
        0,
      ),
    ).toEqual(['StartDate', 'Q1'])
  })

  test('that fill each other: joined, and a heading over several columns repeated', () => {
    expect(
      joinedHeader(
        [
          ['Id', 'Which?', '', 'Why?'],
          ['', 'A', 'B', 'Response'],
        ],
        0,
      ),
    ).toEqual(['Id', 'Which? A', 'Which? B', 'Why? Response'])
  })
})
