import { describe, expect, test } from 'vitest'
import { decideFormat, readCell } from '../../../src/ingest/values/index.ts'
import { decide, read, refusal } from './columns.ts'

describe('scores from 0 to 10', () => {
  const cases: [string, string | null][] = [
    ['9', '9'],
    ['10', '10'],
    ['0', '0'],
    ['9.0', '9'],
    ['10 - Extremely likely', '10'],
    ['0 = not at all likely', '0'],
    ['10 (Extremely likely)', '10'],
    ['Extremely likely (10)', '10'],
    ['9/10', '9'],
    ['9.5', '! not-a-score'],
    ['11', '! score-out-of-range'],
    ['-1', '! score-out-of-range'],
    ['great', '! not-a-score'],
    ['Promoter', '! not-a-score'],
    ['n/a', null],
    ['', null],
    ['NA', null],
  ]
  test.each(cases)('%s gives %s', (cell, value) => {
    expect(read('score', ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', cell]).at(-1)).toBe(value)
  })
})

test('codes 1 to 11 are one above the score', () => {
  const codes = Array.from({ length: 20 }, (_, at) => `${at < 3 ? 11 : (at % 9) + 2}${' '.repeat(at)}`)
  expect(read('score', codes).slice(0, 5)).toEqual(['10', '10', '10', '4', '5'])
  expect(decide('score', codes)).toMatchObject({
    format: { offset: 1, evidence: '20 cells from 1 to 11: choice codes, one above the score' },
    warning:
      '20 cells from 1 to 11 are read as choice codes and 1 is subtracted from each; "scoreOffset": 0 in salescheck.json keeps them as they are',
  })
  expect(read('score', ['3', '9'], { scoreOffset: 1 })).toEqual(['2', '8'])
})

describe('elevens that do not make codes', () => {
  const many = (rows: number, elevens: number): [string, number][] => [
    ['9', rows - elevens],
    ['11', elevens],
  ]

  test.each<[rows: number, elevens: number]>([
    [12, 1],
    [12, 2],
    [39, 2],
    [19, 2],
    [60, 3],
  ])('of %i answers %i are 11: slips, and no score is shifted', (rows, elevens) => {
    const decided = decideFormat('score', many(rows, elevens), {})
    expect(decided).toEqual({
      format: { kind: 'score', offset: 0, labels: false, evidence: `${rows - elevens} cells from 0 to 10` },
    })
  })

  test('three among fewer than 20 answers may be either: refused with what to write', () => {
    expect(decideFormat('score', many(19, 3), {})).toEqual({
      undecidable:
        '3 cells of 19 are 11 and none is 0: choice codes from 1 to 11, or slips in scores from 0 to 10',
      hint: 'write "scoreOffset": 1 for this file in salescheck.json where 11 stands for 10, "scoreOffset": 0 where it is a slip',
    })
    expect(decideFormat('score', many(20, 3), {})).toMatchObject({ format: { offset: 1 } })
    expect(decideFormat('score', many(19, 3), { scoreOffset: 1 })).toMatchObject({ format: { offset: 1 } })
  })

  test('a header from 0 to 10 is believed before many elevens', () => {
    expect(decideFormat('score', many(100, 30), { zeroToTen: true })).toMatchObject({
      undecidable:
        '30 cells of 100 are 11 and none is 0: choice codes from 1 to 11, or slips in scores from 0 to 10, as the header says',
    })
    expect(decideFormat('score', many(100, 5), { zeroToTen: true })).toMatchObject({ format: { offset: 0 } })
  })
})

test('one stray 11 among many scores does not turn them into codes', () => {
  const decided = decide('score', [...Array.from({ length: 40 }, (_, i) => `${(i % 10) + 1} - ${i}`), '11'])
  expect(decided).toMatchObject({ format: { offset: 0 } })
})

test('class labels become a score of their class', () => {
  expect(read('score', ['Promoter', 'Passive', 'Detractor', ''])).toEqual(['10', '8', '3', null])
})

test('a 1 to 5 scale is refused for NPS and pointed to satisfaction', () => {
  const many = Array.from({ length: 25 }, (_, i) => `${(i % 5) + 1}${' '.repeat(i)}`)
  expect(refusal('score', many)).toMatch(/1 to 5 scale, not 0 to 10/)
  expect(refusal('score', many.slice(0, 10))).toBeNull()
  expect(read('score', many, { scoreOffset: 0 })[0]).toBe('1')
})

test('a 1 to 7 scale is refused for NPS', () => {
  const many = Array.from({ length: 70 }, (_, i) => `${(i % 7) + 1}${' '.repeat(i % 20)}`)
  expect(refusal('score', many)).toMatch(/1 to 7 scale/)
})

test('a 0 to 100 scale is refused for NPS', () => {
  expect(refusal('score', ['80', '95', '70', '100', '55'])).toMatch(/0 to 100 scale/)
})

test('a scale said in the cell is believed', () => {
  expect(refusal('score', ['4/5', '5/5'])).toMatch(/scale of 5/)
})

test('rows weigh, not distinct cells: four scores given 30 times are a 1 to 5 scale', () => {
  const cells = ['2', '3', '4', '5'].map((cell) => [cell, 30] as const)
  expect(decideFormat('score', cells, {})).toMatchObject({
    undecidable: expect.stringContaining('1 to 5') as string,
  })
})

test('sixty answers from 1 to 9, none of them 0, are a 0 to 10 scale', () => {
  const cells = Array.from({ length: 60 }, (_, at) => [String((at % 9) + 1) + ' '.repeat(at), 1] as const)
  expect(decideFormat('score', cells, {})).toMatchObject({
    format: { offset: 0, evidence: '60 cells from 0 to 10' },
  })
})

test('two answers outside are slips, however few there are; three in a small column are another scale', () => {
  expect(read('score', ['80', '95', '5'])).toEqual(['! score-out-of-range', '! score-out-of-range', '5'])
  expect(refusal('score', ['80', '95', '99', '5'])).toMatch(
    /0 to 100 scale, not 0 to 10: 3 cells lie outside/,
  )
  expect(refusal('score', ['80', '95', '999', '5'])).toMatch(/other numbers/)
  const outside = (count: number) =>
    decideFormat(
      'score',
      [
        ['5', 20],
        ['0', 20],
        ['80', count],
      ],
      {},
    )
  expect(outside(4)).toMatchObject({ format: { offset: 0 } })
  expect(outside(5)).toMatchObject({ undecidable: expect.stringContaining('0 to 100') as string })
})

test('an 11 beside a number beyond it is no code', () => {
  expect(read('score', ['11', '80', '4'])).toEqual(['! score-out-of-range', '! score-out-of-range', '4'])
})

test('what is refused says what stands there and what would do', () => {
  const format = { kind: 'score', offset: 0, labels: false, evidence: '' } as const
  expect(readCell(format, 'great')).toEqual({ code: 'not-a-score', reason: '"great" is not a score' })
  expect(readCell(format, '9.5')).toEqual({ code: 'not-a-score', reason: '"9.5" is not a whole number' })
  expect(readCell(format, '12')).toEqual({
    code: 'score-out-of-range',
    reason: '"12" lies outside 0 to 10',
  })
  expect(readCell({ ...format, offset: 1 }, '0')).toEqual({
    code: 'score-out-of-range',
    reason: '"0" lies outside 1 to 11',
  })
  expect(readCell(format, ' 9 ')).toEqual({ value: '9' })
})
