// Why a source is not a table although its headers would do: a list of something else, of people, of expenses, of tasks.
import type { TableName } from '../../schema/index.ts'
import type { MappedColumn } from '../mapping.ts'
import { choiceWords } from '../values/index.ts'
import type { Headers } from './assignment.ts'
import type { Foreign } from './foreign.ts'
import { vocabulary } from './vocabulary.ts'

const amountColumns: ReadonlySet<string> = new Set(['amount', 'target_amount'])

/** The objection in words, or null. */
export function objectionTo(
  table: TableName,
  columns: readonly MappedColumn[],
  headers: Headers,
  foreign: Foreign | null,
): string | null {
  if (foreign !== null && !foreign.mayBe.includes(table))
    return `looks like a list of ${foreign.what} (${foreign.headers.map((name) => `"${name}"`).join(', ')})`
  const has = (...names: readonly string[]): boolean => columns.some(({ column }) => names.includes(column))
  switch (table) {
    case 'owners':
      return rosterObjection(columns, headers, has)
    case 'invoices':
      return has('invoice_id', 'customer', 'customer_id', 'deal_id') ? null : 'nothing says who was billed'
    case 'deals':
      return has('amount', 'closed_on', 'expected_close_on', 'stage', 'lost_reason', 'pipeline') ||
        decides(columns, headers)
        ? null
        : 'nothing in it speaks of a sale'
    default:
      return null
  }
}

function rosterObjection(
  columns: readonly MappedColumn[],
  headers: Headers,
  has: (...names: readonly string[]) => boolean,
): string | null {
  const money = headers.forms.some(({ keys }) =>
    (['deals', 'invoices', 'targets'] as const).some((other) =>
      keys.some(
        (key) =>
          vocabulary(other)
            .get(key)
            ?.some(({ column }) => amountColumns.has(column)) === true,
      ),
    ),
  )
  if (money) return 'a roster has no amounts'
  const named = columns.some(
    ({ column, why }) =>
      (column === 'owner' || column === 'owner_id') && !/"(?:name|full name|id)"$/.test(why),
  )
  if (!named && !has('manager', 'team')) return 'a list of people, of whom nothing says that they sell'
  return columns.length < 3 && columns.length < 0.15 * headers.names.length
    ? 'too few of its headers are of a roster'
    : null
}

/** The status tells won or lost; of an empty file nobody knows. */
function decides(columns: readonly MappedColumn[], headers: Headers): boolean {
  const status = columns.find(({ column }) => column === 'status')
  if (status === undefined || headers.isEmpty) return true
  const { choices } = headers.understood(status.index, choiceWords('deals', 'status'))
  return choices.has('won') || choices.has('lost')
}
