import { describe, expect, it } from 'vitest'
import { readiness } from '../../src/analyze/plan.ts'
import { fillSentence, findingKey } from '../../src/analyze/sentence.ts'
import { roundNumbers } from '../../src/analyze/finish-report.ts'
import type { Present } from '../../src/detectors/detector.ts'

const present = (tables: Readonly<Record<string, readonly string[]>>): Present => ({
  has: (table, column) =>
    tables[table] !== undefined && (column === undefined || tables[table].includes(column)),
})

describe('the plan', () => {
  const needs = {
    required: [{ leads: ['created_on', 'converted_on'] }, { deals: ['status', 'closed_on'] }],
    partial: [{ deals: ['status'] }],
  }

  it('lets a detector run on any one of its sets of columns', () => {
    expect(readiness(needs, present({ deals: ['status', 'closed_on'] })).level).toBe('full')
    expect(readiness(needs, present({ leads: ['created_on', 'converted_on'] })).level).toBe('full')
  })

  it('names the missing column of the set that is nearest', () => {
    const found = readiness(needs, present({ deals: ['status'] }))
    expect(found.level).toBe('partial')
    expect(found.reason).toBe('needs deals: the deals have no column for closed_on')
  })

  it('says in plain words when a table is not there at all', () => {
    const found = readiness({ required: [{ surveys: ['score'] }] }, present({}))
    expect(found.level).toBe('none')
    expect(found.reason).toBe(
      'needs surveys: no file was recognised as surveys (one survey response per row)',
    )
  })
})

describe('sentences and keys', () => {
  it('fill every placeholder and refuse to leave one empty', () => {
    expect(fillSentence('{owner} has {n}', { owner: 'Ann', n: '3' })).toBe('Ann has 3')
    expect(() => fillSentence('{constructor}', {})).toThrow(/placeholder/)
  })

  it('give a key that does not change with the order of findings', () => {
    expect(findingKey('d', 'low', [{ column: 'owner', value: 'A:B' }], { label: '2026-Q3' })).toBe(
      'd:low:owner=A%3AB:2026-Q3',
    )
  })
})

describe('numbers of a report', () => {
  it('are rounded to twelve digits and finite', () => {
    expect(roundNumbers({ a: [0.1 + 0.2, -0, 123456789.123456] })).toEqual({ a: [0.3, 0, 123456789.123] })
    expect(() => roundNumbers([Number.NaN])).toThrow(RangeError)
  })

  it('survive keys that name the prototype', () => {
    const value = JSON.parse('{"__proto__": 1}') as unknown
    expect(JSON.stringify(roundNumbers(value))).toBe('{"__proto__":1}')
  })
})
