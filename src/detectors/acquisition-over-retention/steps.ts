// The defector pipeline and the raw counts a manager can act on this week.
import { addMoney, moneyShown, type MoneyTally } from '../money-by-currency.ts'
import { formatNumber, type Scalar, type Table } from '../../report/index.ts'
import type { StepRow } from './rows.ts'

interface Counted {
  customers: number
  readonly value: MoneyTally
}

export function counted(rows: readonly StepRow[], is: (row: StepRow) => boolean): Counted {
  const found: Counted = { customers: 0, value: new Map() }
  for (const row of rows) {
    if (!is(row)) continue
    found.customers += row.customers
    addMoney(found.value, row.currency, row.value, row.valued)
  }
  return found
}

/** What the data say at all: a step nobody records is not shown as nothing. */
export interface Recorded {
  readonly risk: boolean
  readonly interviews: boolean
  readonly tries: boolean
  readonly regained: boolean
  readonly contacts: boolean
  readonly days: boolean
}

/** `left within`: days of the window. */
export function pipelineTable(
  rows: readonly StepRow[],
  recorded: Recorded,
  windowDays: number,
): Table | null {
  const steps: readonly (readonly [string, boolean, (row: StepRow) => boolean])[] = [
    ['At risk (marked so, or last score 6 or less)', recorded.risk, ({ atRisk }) => atRisk],
    [`Left within ${formatNumber(windowDays)} days`, true, ({ left }) => left],
    ['of these: asked why', recorded.interviews, ({ interviewed }) => interviewed],
    ['of these: win-back tried', recorded.tries, ({ tried }) => tried],
    ['of these: regained', recorded.regained, ({ regained }) => regained],
  ]
  const shown = steps.filter(([, isRecorded]) => isRecorded)
  const counts = shown.map(([, , is]) => counted(rows, is))
  if (counts.every(({ customers }) => customers === 0)) return null
  const money = moneyShown(
    'Revenue at the start',
    counts.map(({ value }) => value),
  )
  return {
    id: 'defectors',
    title: 'Customers at risk, lost, asked, called back',
    note: 'Those who left include customers who came within the same days. Steps that the data do not record are left out.',
    columns: [
      { id: 'step', label: 'Step', type: 'text' },
      { id: 'customers', label: 'Customers', type: 'count', bar: true },
      ...money.columns,
    ],
    rows: shown.map(([label], at) => {
      const one = counts[at] ?? { customers: 0, value: new Map() }
      const start: Scalar[] = [label, one.customers]
      return start.concat(money.cells(one.value))
    }),
  }
}

/** Counts of the last days, not rates: each is a list of names to call. */
export function metricsTable(rows: readonly StepRow[], recorded: Recorded, recentDays: number): Table | null {
  const days = formatNumber(recentDays)
  const lost = recorded.days
  const metrics: readonly (readonly [string, boolean, (row: StepRow) => boolean])[] = [
    [`Lost in the last ${days} days`, lost, ({ recent }) => recent],
    [
      'of these: nobody asked why',
      lost && recorded.interviews,
      ({ recent, interviewed }) => recent && !interviewed,
    ],
    ['of these: nobody called back', lost && recorded.tries, ({ recent, tried }) => recent && !tried],
    [`Regained in the last ${days} days`, recorded.regained, ({ recentlyRegained }) => recentlyRegained],
    [`Still customers, no contact for ${days} days`, recorded.contacts, ({ silent }) => silent],
  ]
  const shown = metrics.filter(([, isRecorded]) => isRecorded)
  if (shown.length === 0 || rows.length === 0) return null
  return {
    id: 'metrics',
    title: 'Guerrilla metrics: what a manager can act on this week',
    columns: [
      { id: 'metric', label: 'Customers', type: 'text' },
      { id: 'customers', label: 'Count', type: 'count', bar: true },
    ],
    rows: shown.map(([label, , is]) => [label, counted(rows, is).customers]),
  }
}
