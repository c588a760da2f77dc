import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/report/index.ts'
import { bar, spark } from '../../src/reporters/terminal/bars.ts'
import { makeStyle } from '../../src/reporters/terminal/style.ts'
import { tableLines } from '../../src/reporters/terminal/table.ts'
import { cut, displayWidth, hang, wrap } from '../../src/reporters/terminal/width.ts'

const style = makeStyle({ color: 0, unicode: true })

const table = (rows: Table['rows']): Table => ({
  id: 't',
  title: 't',
  columns: [
    { id: 'reason', label: 'reason', type: 'text' },
    { id: 'deals', label: 'deals', type: 'count' },
    { id: 'share', label: 'share', type: 'share', bar: true },
    { id: 'value', label: 'value', type: 'money', currencyFrom: 'currency', priority: 2 },
    { id: 'currency', label: 'currency', type: 'text' },
    { id: 'example', label: 'example wording', type: 'text', priority: 3 },
  ],
  rows,
})

describe('a table on a terminal', () => {
  it('lines columns up, numbers on the right, with a bar beside the share', () => {
    const lines = tableLines(
      table([
        ['Price', 120, 0.4, 12000, 'EUR', 'too expensive'],
        ['Timing', 30, 0.1, 900.5, 'EUR', null],
      ]),
      style,
      { columns: null, limit: null },
    )
    expect(lines).toEqual([
      'reason  deals  share                   value  example wording',
      'Price     120   40 %  ██████████  EUR 12,000  too expensive',
      'Timing     30   10 %  ██▌            EUR 901',
    ])
  })

  it('drops what is optional when it is narrow, and says so', () => {
    const lines = tableLines(table([['Price', 120, 0.4, 12000, 'EUR', 'too expensive']]), style, {
      columns: 30,
      limit: null,
    })
    expect(lines.at(-1)).toBe('(too narrow for: value, examp…')
    expect(lines[0]).toBe('reason  deals  share')
  })

  it('says how many rows it does not show', () => {
    const rows: Table['rows'] = Array.from({ length: 5 }, (_, index) => [
      `r${index}`,
      index,
      null,
      null,
      null,
      null,
    ])
    expect(tableLines(table(rows), style, { columns: null, limit: 2 }).at(-1)).toBe('… 3 more rows')
    const fromEnd = tableLines(table(rows), style, { columns: null, limit: 2, fromEnd: true })
    expect(fromEnd.at(-1)).toBe('… 3 earlier rows')
    expect(fromEnd[1]).toMatch(/^r3/)
  })

  it('never runs over the width, at any width from 20, whatever the text', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constant('競合他社の価格'),
      fc.constant('👩‍👩‍👧 family'),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer(), cell), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 20, max: 200 }),
        (cells, columns) => {
          const rows = cells.map(([reason, deals, share, value, example]): Table['rows'][number] => [
            reason,
            deals,
            share,
            value,
            'EUR',
            example,
          ])
          for (const line of tableLines(table(rows), style, { columns, limit: null }))
            expect(displayWidth(line)).toBeLessThanOrEqual(columns)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('text on a terminal', () => {
  it('is cut with a mark and never wider than asked', () => {
    expect(cut('abcdef', 4, '…')).toBe('abc…')
    expect(cut('abc', 4, '…')).toBe('abc')
    expect(displayWidth(cut('競合他社', 5, '…'))).toBeLessThanOrEqual(5)
  })

  it('is wrapped without losing a letter', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 5, max: 80 }), (text, columns) => {
        const lines = wrap(text, columns)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })

  it('hangs below its mark', () => {
    expect(hang('- ', 'one two three', 14)).toEqual(['- one two', '  three'])
  })
})

describe('small pictures', () => {
  it('draw bars in proportion and nothing for nothing', () => {
    expect(bar([1, 0.5, 0, null], 4, true)).toEqual(['████', '██', '', ''])
    expect(bar([1, 0.5], 4, false)).toEqual(['####', '##'])
  })

  it('draw a series', () => {
    expect(spark([0, 1, 2, null, 4], true)).toBe('▁▂▄ █')
  })
})
