import { describe, expect, test } from 'vitest'
import { cleanName, joinedHeader, uniqueNames } from '../../../src/ingest/head/names.ts'
import { growth, notQuadratic } from '../../growth.ts'

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

  test('of many equal headers take time as they are many', () => {
    const named = (count: number): void => {
      const equal = Array.from({ length: count }, () => 'x')
      expect(new Set(uniqueNames(equal, count)).size).toBe(count)
    }
    expect(growth(named, 5000)).toBeLessThan(notQuadratic)
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
