// Bound values: from the typed helpers of the SQL tag to what the DuckDB binding takes.
import type * as Duckdb from '@duckdb/node-api'
import type { DuckDBDecimalValue, DuckDBType, DuckDBValue } from '@duckdb/node-api'
import { dayNumber } from '../../schema/index.ts'
import type { Bound } from '../../sql/index.ts'

type Api = typeof Duckdb

function decimalOf(api: Api, text: string): DuckDBDecimalValue {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (match === null) throw new RangeError(`not a plain decimal: ${text}`)
  const fraction = match[3] ?? ''
  const digits = `${match[2]}${fraction}`.replace(/^0+(?=\d)/, '')
  // The width must hold the scale too: 0.05 has one digit but needs DECIMAL(2,2).
  const width = Math.max(digits.length, fraction.length, 1)
  return api.decimalValue(BigInt(`${match[1]}${digits}`), width, fraction.length)
}

/** The value for the binding and its type, which matters where the value is null. */
export function bind(api: Api, bound: Bound): { value: DuckDBValue; type: DuckDBType } {
  const { type, value } = bound
  switch (type) {
    case 'text':
      return { value: value === null ? null : String(value), type: api.VARCHAR }
    case 'date':
      return { value: value === null ? null : api.dateValue(dayNumber(String(value))), type: api.DATE }
    case 'integer':
      return { value: value === null ? null : BigInt(value), type: api.BIGINT }
    case 'decimal': {
      if (value === null) return { value, type: api.DECIMAL(18, 4) }
      const decimal = decimalOf(api, String(value))
      return { value: decimal, type: api.DECIMAL(decimal.width, decimal.scale) }
    }
    case 'number':
      return { value: value === null ? null : Number(value), type: api.DOUBLE }
    default:
      return { value: value === null ? null : Boolean(value), type: api.BOOLEAN }
  }
}
