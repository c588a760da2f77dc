import { describe, expect, test } from 'vitest'
import { alignRow } from '../../../src/ingest/records/align.ts'
import { columnsOf, type TableShape } from '../../../src/ingest/records/table-shape.ts'
import { slowness } from '../../slowness.ts'

const names = ['id', 'company', 'city', 'amount', 'closed', 'note']
const rows = Array.from({ length: 30 }, (_, id) => [
  `${id}`,
  `Company ${String.fromCharCode(65 + (id % 26))}`,
  id % 2 === 0 ? 'Bonn' : 'Lyon',
  `${id * 10}.50`,
  '2026-01-05',
  '',
])
const shape: TableShape = { names, headerRows: [names], ...columnsOf(rows, names.length) }
const aligned = (cells: readonly string[], mapped?: readonly number[]) => alignRow(cells, shape, ',', mapped)

describe('too few cells', () => {
  test('are filled up at the end when what is there fits', () => {
    expect(aligned(['1', 'Alder', 'Bonn', '10', '2026-01-05'])).toEqual({
      kind: 'data',
      cells: ['1', 'Alder', 'Bonn', '10', '2026-01-05', ''],
      defect: 'padded',
    })
  })

  test('are refused when they have slipped', () => {
    expect(aligned(['1', 'Alder Bonn', '10', '2026-01-05', ''])).toMatchObject({
      kind: 'reject',
      code: 'short-row',
    })
  })
})

describe('too many cells', () => {
  test('are cut when the surplus is empty and the rest fits', () => {
    expect(aligned(['1', 'Alder', 'Bonn', '10', '2026-01-05', '', '', ''])).toMatchObject({
      kind: 'data',
      defect: 'trimmed',
    })
  })

  test('an empty cell slipped in is taken out, though the last cell is empty, too', () => {
    expect(aligned(['1', 'Alder', 'Bonn', '', '10', '2026-01-05', ''])).toEqual({
      kind: 'data',
      cells: ['1', 'Alder', 'Bonn', '10', '2026-01-05', ''],
      defect: 'surplus',
    })
  })

  test('are cut though one value is odd, but not when two are', () => {
    expect(aligned(['1', 'Alder', 'Bonn', 'ten', '2026-01-05', '', ''])).toMatchObject({ defect: 'trimmed' })
    expect(aligned(['1', 'Alder', 'Bonn', 'ten', 'soon', '', ''])).toMatchObject({ kind: 'reject' })
  })

  test('are refused when two columns of words could have the surplus', () => {
    expect(aligned(['1', 'Alder', 'Inc', 'Bonn', '10', '2026-01-05', ''])).toMatchObject({
      kind: 'reject',
      code: 'long-row',
    })
  })

  test('are kept when the columns in doubt are not used', () => {
    expect(aligned(['1', 'Alder', 'Inc', 'Bonn', '10', '2026-01-05', ''], [0, 3, 4])).toMatchObject({
      kind: 'data',
      defect: 'surplus',
    })
    expect(aligned(['1', 'Alder', 'Inc', 'Bonn', '10', '2026-01-05', ''], [0, 1, 3])).toMatchObject({
      kind: 'reject',
    })
  })

  test('a comma in an amount beside a column of words could be a delimiter: refused', () => {
    expect(aligned(['1', 'Alder', 'Bonn', '1', '250.00', '2026-01-05', ''])).toMatchObject({ kind: 'reject' })
  })

  test('of 10,000 columns are decided without looking everywhere', () => {
    const wide = Array.from({ length: 10_000 }, (_, column) => `c${column}`)
    const begun = performance.now()
    const wideShape = { names: wide, headerRows: [wide], ...columnsOf([wide, wide], wide.length) }
    expect(alignRow([...wide, 'x'], wideShape, ',')).toMatchObject({ kind: 'reject' })
    expect(performance.now() - begun).toBeLessThan(500 * slowness())
  })
})
