// Tables a person wants to see, and the charts drawn from them. Reporters know columns by type, never by detector.
import { z } from 'zod'
import { scalar } from './values.ts'

/**
 * How a cell is printed: `share` is 0..1 and printed in percent, `nps` is -1..1 and printed in points, `money` takes its currency from
 * the column `currencyFrom`, `p` is a p-value.
 */
export const cellType = z.enum([
  'text',
  'count',
  'number',
  'share',
  'nps',
  'money',
  'p',
  'date',
  'period',
  'flag',
  'verdict',
])

export const tableColumn = z.strictObject({
  id: z.string(),
  label: z.string(),
  type: cellType,
  /** Of a money column: the column of the same table that holds the currency code. */
  currencyFrom: z.string().optional(),
  /** Narrow outputs drop columns with a higher number first; 0 (default) is never dropped. */
  priority: z.int().min(0).max(9).optional(),
  /** Worth a small bar beside the number. */
  bar: z.boolean().optional(),
})
export type TableColumn = z.infer<typeof tableColumn>

export const chart = z.strictObject({
  /** `interval`: a point with an interval per row; `lines`: series over periods; `pareto`: bars with a cumulative line. */
  kind: z.enum(['interval', 'lines', 'pareto']),
  title: z.string(),
  /** One sentence that says what the picture shows, for people who cannot see it. */
  description: z.string(),
  /** Column ids. `x`: the label or period; `y`: one or more values; `lower`/`upper`: ends of the interval of the first y. */
  x: z.string(),
  y: z.array(z.string()).min(1),
  lower: z.string().optional(),
  upper: z.string().optional(),
  /** A value of the first y that is worth a line across: a limit, a goal. */
  reference: z.number().optional(),
  /** A second measure drawn beside the first (attainment beside NPS). */
  beside: z.string().optional(),
  /** A flag column: rows that are to be drawn as not final (maturing months). */
  provisional: z.string().optional(),
  /** A verdict column: rows to highlight. */
  highlight: z.string().optional(),
})
export type Chart = z.infer<typeof chart>

export const table = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What a rate divides by what, over which days: printed under the table. */
  note: z.string().optional(),
  columns: z.array(tableColumn).min(1),
  rows: z.array(z.array(scalar)),
  /** How many rows there are when `rows` was capped. */
  totalRows: z.int().optional(),
  chart: chart.optional(),
})
export type Table = z.infer<typeof table>
