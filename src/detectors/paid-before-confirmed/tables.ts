// What is shown whatever the verdict: what became of the invoices, money per currency, days to a confirmation, owners and segments.
import { wilsonInterval } from '../../stats/index.ts'
import type { Scalar, Table } from '../../report/index.ts'
import { contrastTable, type Contrast } from '../contrast.ts'
import { moneyShown } from '../money-by-currency.ts'
import { groupTables, type JudgedGroup } from '../share-groups.ts'
import { waitingQuantile, type WaitingRow } from '../waiting-days.ts'
import { states, type Payments, type State } from './payments.ts'

const names: Readonly<Record<State, string>> = {
  after: 'after the confirmation',
  before: 'before it, confirmed since',
  open: 'not confirmed so far',
  'taken-back': 'cancelled or credited since',
}

function paymentsTable({ incentives, counts, money }: Payments): Table[] {
  if (incentives === 0) return []
  const shown = moneyShown(
    'Incentive',
    states.map((state) => money[state]),
  )
  return [
    {
      id: 'payments',
      title: 'Incentives paid, by what became of the invoice',
      note: 'Share: incentives / all incentives paid, with 95 % interval. Cancelled and credited ones are counted there only.',
      columns: [
        { id: 'paid', label: 'Paid', type: 'text' },
        { id: 'incentives', label: 'Incentives', type: 'count' },
        { id: 'share', label: 'Share', type: 'share', bar: true },
        { id: 'lower', label: 'from', type: 'share', priority: 3 },
        { id: 'upper', label: 'to', type: 'share', priority: 3 },
        ...shown.columns,
      ],
      rows: states.map((state): Scalar[] => {
        const { share, lower, upper } = wilsonInterval(counts[state], incentives)
        return [names[state], counts[state], share, lower, upper, ...shown.cells(money[state])]
      }),
    },
  ]
}

const quantiles = [0.25, 0.5, 0.75, 0.9] as const

function waitingTable(rows: readonly WaitingRow[]): Table[] {
  const found = quantiles.flatMap((share): Scalar[][] => {
    const one = waitingQuantile(rows, share)
    return one === null ? [] : [[share, one.quantile, one.lower, one.upper]]
  })
  if (found.length === 0) return []
  return [
    {
      id: 'confirmation',
      title: 'Days from invoice to confirmation',
      note: 'So many days after the invoice this share of all invoices is confirmed (Kaplan-Meier, 95 % interval). Invoices not confirmed so far count, cancelled ones too; n/a: not reached yet.',
      columns: [
        { id: 'share', label: 'Confirmed', type: 'share' },
        { id: 'days', label: 'Days', type: 'number' },
        { id: 'lower', label: 'from', type: 'number' },
        { id: 'upper', label: 'to', type: 'number' },
      ],
      rows: found,
    },
  ]
}

export function tablesOf(
  payments: Payments,
  groups: readonly JudgedGroup[],
  waiting: readonly WaitingRow[],
  contrasts: readonly (Contrast | null)[],
): Table[] {
  const contrast = contrastTable(
    contrasts,
    ['Paid early', 'Paid after confirmation'],
    'NPS of the latest answer since the invoice and customers kept, by the last incentive paid on a customer; invoices taken back of all.',
  )
  return [
    ...paymentsTable(payments),
    ...groupTables(groups, {
      title: 'Incentives paid before confirmation',
      hits: 'Early',
      total: 'Incentives',
      note: 'Share: incentives paid before the customer confirmed / incentives paid.',
    }),
    ...waitingTable(waiting),
    ...(contrast === null ? [] : [contrast]),
  ]
}
