// The tables: which field is missing, how long customers wait, owners and segments, NPS.
import type { Scalar, Table } from '../../report/index.ts'
import { wilsonInterval, type SurvivalQuantile } from '../../stats/index.ts'
import { fieldText } from './fields.ts'
import type { FieldRow, WaitingRow } from './rows.ts'

/** null where no field was looked at. */
export function fieldTable(fields: readonly FieldRow[], dueIncomplete: number, due: number): Table | null {
  if (fields.length === 0) return null
  const row = (name: string, missing: number, of: number): Scalar[] => {
    const { share, lower, upper } = wilsonInterval(missing, of)
    return [name, missing, of, share, lower, upper]
  }
  return {
    id: 'fields',
    title: 'Which field is missing',
    note: 'Share: customers lacking the field / customers invoiced or active, with 95 % interval. Empty today: what was filled in later is not seen.',
    columns: [
      { id: 'field', label: 'Field', type: 'text' },
      { id: 'missing', label: 'Missing', type: 'count' },
      { id: 'customers', label: 'of', type: 'count' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
      { id: 'lower', label: 'from', type: 'share', priority: 1 },
      { id: 'upper', label: 'to', type: 'share', priority: 1 },
    ],
    rows: [
      row('any of them', dueIncomplete, due),
      ...fields.map((field) => row(fieldText(field.field), field.missing, field.due)),
    ],
  }
}

export interface Waits {
  readonly incomplete: SurvivalQuantile | null
  readonly complete: SurvivalQuantile | null
}

/** null where neither side has enough customers with a first use. */
export function waitingTable({ incomplete, complete }: Waits, rows: readonly WaitingRow[]): Table | null {
  if (incomplete === null && complete === null) return null
  const line = (name: string, troubled: boolean, found: SurvivalQuantile | null): Scalar[] => {
    const own = rows.filter((row) => row.troubled === troubled)
    const count = (only: (row: WaitingRow) => boolean): number =>
      own.reduce((sum, row) => sum + (only(row) ? row.count : 0), 0)
    return [
      name,
      count(() => true),
      count(({ happened }) => happened),
      found?.quantile ?? null,
      found?.lower ?? null,
      found?.upper ?? null,
    ]
  }
  return {
    id: 'waiting',
    title: 'Days between the sale and the first confirmed use',
    note: 'Days within which half of the customers use what they bought (Kaplan-Meier: those without a first use go on waiting), with 95 % interval; none below ten first uses.',
    columns: [
      { id: 'customers', label: 'Customers', type: 'text' },
      { id: 'n', label: 'n', type: 'count' },
      { id: 'used', label: 'With a first use', type: 'count', priority: 1 },
      { id: 'median', label: 'Half within days', type: 'number' },
      { id: 'lower', label: 'from', type: 'number', priority: 2 },
      { id: 'upper', label: 'to', type: 'number', priority: 2 },
    ],
    rows: [line('incomplete', true, incomplete), line('complete', false, complete)],
  }
}
