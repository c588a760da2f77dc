import { describe, expect, it } from 'vitest'
import { narrowRanking } from '../../src/analyze/narrow-ranking.ts'
import type { Table } from '../../src/report/index.ts'
import { outcome, ranking, report } from '../reporters/markdown/report.ts'

const narrow = (table: Table, top: number | null, by: 'count' | 'value'): Table | undefined =>
  narrowRanking(report([outcome({ tables: [table] })]), { top, by }).outcomes[0]?.tables[0]

const reasons = (table: Table | undefined): unknown[] => table?.rows.map((row) => row[1]) ?? []

describe('a narrowed ranking', () => {
  const table = ranking(['Price', 'Timing', 'Fit'])

  it('keeps the first rows and says how many there are', () => {
    expect(reasons(narrow(table, 2, 'count'))).toEqual(['Price', 'Timing'])
    expect(narrow(table, 2, 'count')?.totalRows).toBe(3)
    expect(narrow({ ...table, totalRows: 70 }, 2, 'count')?.totalRows).toBe(70)
    expect(narrow(table, 3, 'count')).toEqual(table)
    expect(narrow({ ...table, id: 'change' }, 1, 'value')).toEqual({ ...table, id: 'change' })
  })

  it('by value says so, and whose ranks these still are', () => {
    const ordered = narrow(table, 2, 'value')
    expect(reasons(ordered)).toEqual(['Fit', 'Timing'])
    expect(ordered?.title).toBe('Why deals are lost, by value in EUR')
    expect(ordered?.columns[0]?.label).toBe('Rank by count')
    expect(ordered?.note).toBe(table.note)
  })

  it('of a group keeps its title', () => {
    const group = { ...table, id: 'ranking-by-product-1', title: 'Why deals are lost, product: Core' }
    expect(narrow(group, null, 'value')?.title).toBe(group.title)
    expect(reasons(narrow(group, null, 'value'))).toEqual(['Fit', 'Timing', 'Price'])
  })

  it('by value says when only the most frequent were ordered, and when there are no amounts', () => {
    expect(narrow({ ...table, totalRows: 70 }, null, 'value')?.note).toBe(
      `${table.note ?? ''}\nOrdered among the 3 named most.`,
    )
    const plain: Table = {
      id: 'ranking',
      title: 'T',
      columns: [{ id: 'reason', label: 'R', type: 'text' }],
      rows: [['Price']],
    }
    expect(narrow(plain, null, 'value')).toEqual({
      ...plain,
      note: 'Not ordered by value: there are no amounts.',
    })
  })
})
