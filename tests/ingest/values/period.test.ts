import { describe, expect, test } from 'vitest'
import { readPeriod } from '../../../src/ingest/values/index.ts'

const label = (text: string, year?: number): string => {
  const reading = readPeriod(text, year)
  if ('period' in reading) return reading.period.label
  if ('startsOn' in reading) return `from ${reading.startsOn}`
  return 'part' in reading ? `part ${reading.part}` : `! ${reading.code}`
}

describe('periods as people write them', () => {
  const cases: [string, string][] = [
    ['2026-Q3', '2026-Q3'],
    ['2026Q3', '2026-Q3'],
    ['Q3 2026', '2026-Q3'],
    ['Q3-26', '2026-Q3'],
    ['3Q26', '2026-Q3'],
    ['T3 2026', '2026-Q3'],
    ['3. Quartal 2026', '2026-Q3'],
    ['Sep 2026', '2026-09'],
    ['September-26', '2026-09'],
    ['sept. 2026', '2026-09'],
    ['März 2026', '2026-03'],
    ['2026-09', '2026-09'],
    ['2026/9', '2026-09'],
    ['09/2026', '2026-09'],
    ['202609', '2026-09'],
    ['2026', '2026'],
    ['2026-07-01', 'from 2026-07-01'],
    ['01 Jul 2026', 'from 2026-07-01'],
    ['Sep', 'part M09'],
    ['M01', 'part M01'],
    ['Q1', 'part Q1'],
    ['FY26 Q3', '! fiscal-period'],
    ['H1 2026', '! half-year-period'],
    ['Q5 2026', '! not-a-period'],
    ['soon', '! not-a-period'],
    ['', '! not-a-period'],
  ]
  test.each(cases)('%s is %s', (text, expected) => expect(label(text)).toBe(expected))
})

test('a year from elsewhere completes a month or quarter', () => {
  expect(label('M12', 2017)).toBe('2017-12')
  expect(label('Q2', 2017)).toBe('2017-Q2')
  expect(label('Sep 2026', 2017)).toBe('2026-09')
})

test('a fiscal period is refused with what to write instead', () => {
  expect(readPeriod('FY26 Q3')).toMatchObject({ hint: expect.stringContaining('2026-Q3') as string })
})
