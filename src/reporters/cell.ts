// One cell of a report table as people read it, whatever the format it is printed in.
import {
  formatMoney,
  formatNps,
  formatNumber,
  formatP,
  formatShare,
  type Scalar,
  type Table,
  type TableColumn,
} from '../report/index.ts'

/** Columns whose cells line up on the right. */
export const isNumeric = ({ type }: TableColumn): boolean =>
  ['count', 'number', 'share', 'nps', 'money', 'p'].includes(type)

const words: Readonly<Record<string, string>> = {
  'insufficient-data': 'not enough data',
  'not-hit': 'target not hit',
  'no-target': 'no target',
  missing: 'no target given',
}

function number(value: number, column: TableColumn, currency: string | null): string {
  switch (column.type) {
    case 'count':
      return formatNumber(value)
    case 'share':
      // Not all is never shown as all: a target missed by a hair is missed.
      if (value < 1 && value >= 0.995) return formatShare(Math.min(value, 0.999), 1)
      // In a column small shares are compared with each other: one decimal tells them apart.
      return formatShare(value, Math.abs(value) < 0.0995 && value !== 0 ? 1 : 0)
    case 'nps':
      return formatNps(value)
    case 'money':
      return formatMoney(value, currency)
    case 'p':
      return formatP(value)
    default:
      return formatNumber(
        value,
        Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2,
      )
  }
}

/** Not escaped: every reporter escapes for where it writes. null is `n/a` in numeric columns and blank elsewhere, never 0. */
export function formatCell(
  value: Scalar | undefined,
  column: TableColumn,
  row: readonly Scalar[],
  table: Table,
): string {
  if (value === null || value === undefined) return isNumeric(column) ? 'n/a' : ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return column.type === 'verdict' ? (words[value] ?? value) : value
  const from = table.columns.findIndex(({ id }) => id === column.currencyFrom)
  const currency = from === -1 ? null : row[from]
  return number(value, column, typeof currency === 'string' ? currency : null)
}

/** Columns worth printing: those that only hold the currency of another column are part of it. */
export function printedColumns(table: Table): { column: TableColumn; index: number }[] {
  const carriers = new Set(table.columns.map(({ currencyFrom }) => currencyFrom))
  return table.columns.flatMap((column, index) =>
    carriers.has(column.id) && column.type === 'text' && column.id.includes('currency')
      ? []
      : [{ column, index }],
  )
}
