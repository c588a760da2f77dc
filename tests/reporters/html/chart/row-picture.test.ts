import { describe, expect, it } from 'vitest'
import type { Chart, Table, Verdict } from '../../../../src/report/index.ts'
import { rowPicture } from '../../../../src/reporters/html/chart/row-picture.ts'
import { changeTable, ownerTable, reasonTable } from '../sample.ts'

const none = new Map<string, Verdict>()
const of = (table: Table, named = none): NonNullable<ReturnType<typeof rowPicture>> => {
  const picture = rowPicture(table, table.chart as Chart, named)
  if (picture === null) throw new Error('nothing to draw')
  return picture
}

describe('a chart of intervals', () => {
  it('starts with the end where the rows that stand out are', () => {
    const picture = of(ownerTable)
    expect(picture.labels).toEqual(['Ana', 'Ben', 'Dan', 'Finn', 'Cleo'])
    expect(picture.verdicts).toEqual(['problem', null, null, null, null])
  })

  it('starts with the largest value where none stands out', () => {
    const rows = ownerTable.rows.map((row) => [...row.slice(0, -1), 'ok'])
    expect(of({ ...ownerTable, rows }).labels).toEqual(['Cleo', 'Finn', 'Dan', 'Ben', 'Ana'])
  })

  it('has the other measure beside it, a line at 100 %, and how many are counted', () => {
    const { panels, texts } = of(ownerTable)
    expect(panels.map(({ shape, series, reference }) => [shape, series.label, reference])).toEqual([
      ['bars', 'Attainment', 1],
      ['dots', 'NPS', null],
    ])
    expect(texts.map(({ label, texts: cells }) => [label, cells[0]])).toEqual([
      ['NPS', '-34'],
      ['Answers', '50'],
    ])
  })

  it('has the line that the table asks for, and room for it', () => {
    const limited = { ...ownerTable, chart: { ...(ownerTable.chart as Chart), reference: -0.8 } }
    expect(of(limited).panels.map(({ reference }) => reference)).toEqual([1, -0.8])
  })

  it('writes differences of shares in points', () => {
    const { texts } = of(changeTable)
    expect(texts.map(({ label }) => label)).toEqual(['Difference', 'Share before', 'Share after'])
    expect(texts[0]?.texts).toEqual(['+14 points', '-0.5 points', '-2.0 points'])
  })

  it('keeps every row that stands out where there are too many, and counts the rest', () => {
    const rows = Array.from({ length: 100 }, (_none, index) => [
      `Owner ${index}`,
      1,
      index / 100,
      0,
      1,
      9,
      1,
      'USD',
      index === 50 || index === 99 ? 'watch' : 'ok',
    ])
    const picture = of({ ...ownerTable, rows })
    expect(picture.labels).toHaveLength(24)
    expect(picture.labels).toContain('Owner 50')
    expect(picture.labels).toContain('Owner 99')
    expect(picture.left).toBe(76)
  })
})

describe('a pareto chart', () => {
  it('keeps the order of the ranking, and names what findings are about', () => {
    const picture = of(reasonTable, new Map<string, Verdict>([['=cmd()', 'watch']]))
    expect(picture.labels.slice(0, 2)).toEqual(['Price too high', 'Went with competitor'])
    expect(picture.verdicts).toEqual([null, null, null, null, 'watch'])
    expect(picture.panels.map(({ shape }) => shape)).toEqual(['bars', 'steps'])
    expect(picture.panels[1]?.reference).toBe(0.8)
  })
})

describe('too little to draw', () => {
  it('is one row, no value, or a column that is not there', () => {
    const chart = ownerTable.chart as Chart
    expect(rowPicture({ ...ownerTable, rows: ownerTable.rows.slice(0, 1) }, chart, none)).toBeNull()
    expect(rowPicture({ ...ownerTable, rows: [] }, chart, none)).toBeNull()
    expect(rowPicture(ownerTable, { ...chart, y: ['gone'] }, none)).toBeNull()
    expect(rowPicture(ownerTable, { ...chart, x: 'gone' }, none)).toBeNull()
  })
})
