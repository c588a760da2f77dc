import { describe, expect, test } from 'vitest'
import { flagOf, isMissing, readCell, readPeriod, unwrapped } from '../../../src/ingest/values/index.ts'
import { dateShape } from '../../../src/ingest/values/date-shape.ts'
import { numberShape } from '../../../src/ingest/values/number-shape.ts'
import { decide } from './columns.ts'

test.each([
  ['="00123"', '00123'],
  ['="Acme ""West"" Ltd"', 'Acme "West" Ltd'],
  ['=""', ''],
  ['=" x "', 'x'],
  // Formulas that are no guard, and texts that only look like one, stay.
  ['="a"&"b"', '="a"&"b"'],
  ['=1+1', '=1+1'],
  ['="open', '="open'],
  ['="', '="'],
  ['="""', '="""'],
  ['00123', '00123'],
])('%s is %s', (cell, text) => {
  expect(unwrapped(cell)).toBe(text)
})

describe('a guarded cell is read as the text within', () => {
  test('ids and other texts', () => {
    expect(readCell({ kind: 'text' }, ' ="00123" ')).toEqual({ value: '00123' })
    expect(readCell({ kind: 'text' }, '=""')).toEqual({ value: null })
    expect([isMissing('="N/A"'), isMissing('="0"')]).toEqual([true, false])
  })
  test('numbers and dates', () => {
    expect(numberShape('="$1,200.50"')).toEqual(numberShape('$1,200.50'))
    expect(dateShape('="2026-02-01"')).toEqual({ kind: 'iso', date: '2026-02-01' })
    expect(decide('money', ['="1200"', '="800"'])).toMatchObject({ format: { kind: 'number' } })
  })
  test('scores, flags and periods', () => {
    expect(decide('score', ['="9"', '="10"', '="3"'])).toMatchObject({ format: { kind: 'score' } })
    expect([flagOf('="Yes"'), flagOf('="0"')]).toEqual([true, false])
    expect(readPeriod('="2026-Q3"')).toEqual(readPeriod('2026-Q3'))
  })
})
