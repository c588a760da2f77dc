// Tables parsed back by a GFM parser: the same cells, whatever is in them.
import { array, assert, constantFrom, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scalar, Table } from '../../../src/report/index.ts'
import { tableLines, type TableShape } from '../../../src/reporters/markdown/table.ts'
import { terminalText } from '../../../src/reporters/terminal/text.ts'
import { hostile, magicIn, plain, tablesOf, tagsOf, toHtml } from './gfm.ts'

const whole: TableShape = { limit: null }
const lines = (table: Table, shape = whole): string => tableLines(table, shape).join('\n')

const texts = (rows: readonly (readonly string[])[], labels: readonly string[]): Table => ({
  id: 'texts',
  title: 'Texts',
  columns: labels.map((label, index) => ({ id: `c${index}`, label, type: 'text' })),
  rows: rows.map((row) => [...row]),
})

/** What a person reads in a cell. */
const seen = (text: string): string => plain(terminalText(text))

interface Parsed {
  readonly tags: readonly string[]
  readonly magic: readonly string[]
  readonly tables: readonly (readonly (readonly string[])[])[]
}

function parsed(table: Table): Parsed {
  const markdown = `before\n\n${lines(table)}\n\nafter`
  const html = toHtml(markdown)
  return { tags: tagsOf(html), magic: magicIn(html), tables: tablesOf(markdown) }
}

const sameCells = ({ columns, rows }: Table): Parsed => ({
  tags: ['p', 'table', 'tbody', 'td', 'th', 'thead', 'tr'],
  magic: [],
  tables: [
    [columns.map(({ label }) => seen(label)), ...rows.map((row) => row.map((cell) => seen(String(cell))))],
  ],
})

const shares = (rows: Scalar[][]): Table => ({
  id: 'shares',
  title: 'Shares',
  columns: [
    { id: 'reason', label: 'Reason', type: 'text' },
    { id: 'share', label: 'Share', type: 'share' },
    { id: 'lower', label: 'from', type: 'share' },
    { id: 'upper', label: 'to', type: 'share' },
    { id: 'value', label: 'Value', type: 'money', currencyFrom: 'currency' },
    { id: 'currency', label: 'Currency', type: 'text' },
    { id: 'valueShare', label: 'of value', type: 'share' },
    { id: 'otherValues', label: 'Other currencies', type: 'text' },
    { id: 'note', label: 'Note', type: 'text' },
  ],
  rows,
})

describe('a table in Markdown', () => {
  it.each([
    [
      'a cell',
      texts(
        hostile.map((text, index) => [`${index}`, text, 'after']),
        ['number', 'text', 'end'],
      ),
    ],
    [
      'the first cell and the header',
      texts(
        hostile.map((text) => [text, 'after']),
        hostile.slice(0, 2),
      ),
    ],
  ])('keeps every hostile text in %s', (_place, table) => {
    expect(parsed(table)).toEqual(sameCells(table))
  })

  it('keeps any text in its cell', () => {
    const cell = oneof(
      string({ unit: 'grapheme' }),
      string({ unit: 'binary' }),
      constantFrom(...hostile),
      tuple(constantFrom(...hostile), string()).map((parts) => parts.join('')),
    )
    assert(
      property(array(tuple(cell, cell), { minLength: 1, maxLength: 4 }), cell, (rows, label) => {
        // A last cell that is never empty keeps its column.
        const table = texts(
          rows.map(([a, b]) => [a, `x${b}`]),
          [label, 'b'],
        )
        expect(parsed(table)).toEqual(sameCells(table))
      }),
      { numRuns: 150 },
    )
    expect.hasAssertions()
  })

  it('puts an interval and other currencies into the cell they belong to, and leaves columns without a word out', () => {
    const table = shares([
      ['Price', 0.38, 0.34, 0.42, 2701, 'EUR', 0.5, 'USD 5; CHF 1', null],
      ['Fit', 0.09, 0.0601, 0.14, 0, 'EUR', 0, '', ''],
      ['Other', null, null, null, null, 'EUR', null, null, null],
    ])
    expect(lines(table)).toBe(
      [
        '| Reason | Share (95 % interval) | Value | of value |',
        '| --- | ---: | ---: | ---: |',
        '| Price | 38 % (34-42 %) | EUR 2,701; USD 5; CHF 1 | 50 % |',
        '| Fit | 9.0 % (6.0-14 %) | EUR 0 | 0 % |',
        '| Other | n/a | n/a | n/a |',
      ].join('\n'),
    )
    expect(lines(table, { limit: 1, first: ['value', 'gone'], leaveOut: new Set(['valueShare']) })).toBe(
      [
        '| Value | Reason | Share (95 % interval) |',
        '| ---: | --- | ---: |',
        '| EUR 2,701; USD 5; CHF 1 | Price | 38 % (34-42 %) |',
      ].join('\n'),
    )
  })

  it('writes intervals with a sign and without an end', () => {
    const table: Table = {
      id: 'ratios',
      title: 'Ratios',
      columns: [
        { id: 'ratio', label: 'Ratio', type: 'number' },
        { id: 'lower', label: '95 % from', type: 'number' },
        { id: 'upper', label: 'to', type: 'number' },
      ],
      rows: [
        [10.2, 5.6, 19.3],
        [null, 5.6, null],
        [0.5, -1.5, 2],
      ],
    }
    expect(lines(table, { limit: null, labels: new Map([['ratio', 'Times']]) })).toBe(
      [
        '| Times (95 % interval) |',
        '| ---: |',
        '| 10.2 (5.60-19.3) |',
        '| n/a (5.60 or more) |',
        '| 0.50 (-1.50 to 2) |',
      ].join('\n'),
    )
  })

  it('without rows has its header', () => {
    expect(lines(shares([]))).toBe(
      '| Reason | Share (95 % interval) | Value | of value | Note |\n| --- | ---: | ---: | ---: | --- |',
    )
  })
})
