/**
 * Are rows and columns of a table of counts independent? Pearson's chi-square, with the strength of the
 * relation.
 *
 * Use it as the one overall question before looking at single cells (lost reason by segment). Warn when more
 * than 20 % of the expected counts are below 5. Not for shares of money or for tables where a case stands in
 * two cells.
 *
 * Formula: Σ (observed - expected)² / expected with (r-1)(c-1) degrees of freedom; rows and columns of zeros
 * are left out. Cramér's V = √(chi²/N / min(r-1, c-1)); Bergsma's correction takes off what chance alone
 * gives: phi² - (r-1)(c-1)/(N-1), floored at 0, with r and c shrunk to r - (r-1)²/(N-1) likewise.
 * Source: Bergsma 2013, J. Korean Statistical Society 42:323.
 *
 * Example: [[10, 20, 30], [15, 25, 18]]: chi² 4.523, df 2, p 0.104, V 0.196, corrected 0.146.
 */
import type { Answer } from './answer.ts'
import { chiSquareUpperTail } from './distributions/chi-square.ts'
import { requireThat } from './misuse.ts'

export type ChiSquareTable = Answer<{
  readonly statistic: number
  readonly df: number
  readonly p: number
  readonly cramersV: number
  /** Bergsma's bias-corrected V */
  readonly correctedV: number
  readonly minExpected: number
  /** share of cells whose expected count is below 5 */
  readonly smallExpectedShare: number
}>

export function chiSquareTable(table: readonly (readonly number[])[]): ChiSquareTable {
  const width = table[0]?.length ?? 0
  requireThat(
    table.every((row) => row.length === width && row.every((count) => count >= 0)),
    'a table needs rows of the same length and counts >= 0',
  )
  const columnTotals = Array.from({ length: width }, (_, j) =>
    table.reduce((sum, row) => sum + (row[j] ?? 0), 0),
  )
  const columns = columnTotals.flatMap((total, j) => (total > 0 ? [{ total, j }] : []))
  const rows = table
    .map((cells) => ({ cells, total: cells.reduce((sum, x) => sum + x, 0) }))
    .filter(({ total }) => total > 0)
  if (rows.length < 2 || columns.length < 2) return undefinedTable
  const n = rows.reduce((sum, { total }) => sum + total, 0)
  let statistic = 0
  let minExpected = Infinity
  let small = 0
  for (const row of rows) {
    for (const column of columns) {
      const expected = (row.total * column.total) / n
      statistic += ((row.cells[column.j] ?? 0) - expected) ** 2 / expected
      minExpected = Math.min(minExpected, expected)
      if (expected < 5) small += 1
    }
  }
  const df = (rows.length - 1) * (columns.length - 1)
  return {
    statistic,
    df,
    p: chiSquareUpperTail(statistic, df),
    cramersV: Math.sqrt(statistic / n / Math.min(rows.length - 1, columns.length - 1)),
    correctedV: bergsmaV(statistic / n, n, rows.length, columns.length),
    minExpected,
    smallExpectedShare: small / (rows.length * columns.length),
    reason: null,
  }
}

const undefinedTable: ChiSquareTable = {
  statistic: null,
  df: null,
  p: null,
  cramersV: null,
  correctedV: null,
  minExpected: null,
  smallExpectedShare: null,
  reason: 'fewer than 2 rows or columns with any count',
}

function bergsmaV(phiSquare: number, n: number, r: number, c: number): number {
  if (n <= 1) return 0
  const phi = Math.max(0, phiSquare - ((r - 1) * (c - 1)) / (n - 1))
  const rows = r - (r - 1) ** 2 / (n - 1)
  const columns = c - (c - 1) ** 2 / (n - 1)
  const most = Math.min(rows - 1, columns - 1)
  return most > 0 ? Math.sqrt(phi / most) : 0
}
