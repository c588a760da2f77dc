// Tables: retention per currency, the defectors by name, revenue by quarter and kind, incentives.
import { type Scalar, type Table, type TableColumn } from '../../report/index.ts'
import { periodOf } from '../../schema/index.ts'
import type { OptionValues } from '../options.ts'
import { toCents } from '../money-by-currency.ts'
import type { Basis } from './basis.ts'
import { whenText } from './findings.ts'
import type { Incentives } from './incentives.ts'
import type { Options } from './options.ts'
import type { Retention } from './retention.ts'
import type { DefectorRow, RevenueRow } from './rows.ts'

const mostListed = 25
const mostQuarters = 12

export function retentionTable(
  all: readonly Retention[],
  basis: Basis,
  options: OptionValues<Options>,
): Table | null {
  const known = all.filter(({ customers, newCustomers }) => customers + newCustomers > 0)
  if (known.length === 0 || basis === 'customers') return null
  const money = (id: string, label: string, priority: number): TableColumn => ({
    id,
    label,
    type: 'money',
    currencyFrom: 'currency',
    priority,
  })
  return {
    id: 'retention',
    title: 'Revenue kept and lost',
    note: `GRR: revenue kept of the customers ${whenText(basis, options)}, each at most what it was / their revenue then. NRR: the same with expansion. ${
      basis === 'invoices'
        ? 'From invoices both also hold what goes up and down by itself; lost is only who was billed nothing any more.'
        : 'Lost: with customers who left or pay less.'
    }`,
    columns: [
      { id: 'currency', label: 'Currency', type: 'text', priority: 1 },
      { id: 'customers', label: 'Customers', type: 'count' },
      { id: 'left', label: 'Left', type: 'count' },
      money('start', 'Start', 2),
      { id: 'grr', label: 'GRR', type: 'share' },
      { id: 'nrr', label: 'NRR', type: 'share' },
      money('churn', 'Churned', 3),
      money('contraction', 'Contraction', 5),
      money('expansion', 'Expansion', 5),
      { id: 'new', label: 'New', type: 'count', priority: 1 },
      money('newValue', 'New value', 2),
      { id: 'lost', label: 'Lost', type: 'share', priority: 4 },
      { id: 'lower', label: 'from', type: 'share', priority: 6 },
      { id: 'upper', label: 'to', type: 'share', priority: 6 },
      { id: 'verdict', label: 'Verdict', type: 'verdict', priority: 4 },
    ],
    rows: known.map((one) => [
      one.currency,
      one.customers,
      one.left,
      one.start,
      one.grr,
      one.nrr,
      one.churn,
      one.contraction,
      one.expansion,
      one.newCustomers,
      one.newValue,
      one.share,
      one.lower,
      one.upper,
      one.verdict === 'insufficient' ? 'insufficient-data' : one.verdict,
    ]),
  }
}

export function defectorTable(rows: readonly DefectorRow[], total: number): Table | null {
  if (rows.length === 0) return null
  return {
    id: 'lost-customers',
    title: 'Who left, the largest first',
    columns: [
      { id: 'name', label: 'Customer', type: 'text' },
      { id: 'owner', label: 'Owner', type: 'text', priority: 3 },
      { id: 'leftOn', label: 'Left on', type: 'date', priority: 1 },
      { id: 'value', label: 'Revenue', type: 'money', currencyFrom: 'currency' },
      { id: 'currency', label: 'Currency', type: 'text', priority: 6 },
      { id: 'reason', label: 'Reason', type: 'text', priority: 2 },
      { id: 'score', label: 'Last score', type: 'count', priority: 4 },
      { id: 'interviewed', label: 'Asked', type: 'flag', priority: 4 },
      { id: 'tried', label: 'Called back', type: 'flag', priority: 5 },
      { id: 'regained', label: 'Regained', type: 'flag', priority: 5 },
    ],
    rows: rows
      .slice(0, mostListed)
      .map((row) => [
        row.name,
        row.owner,
        row.leftOn,
        row.value,
        row.currency,
        row.reason,
        row.score,
        row.interviewed,
        row.tried,
        row.regained,
      ]),
    ...(total > mostListed ? { totalRows: total } : {}),
  }
}

const kinds = [
  ['new', 'New'],
  ['expansion', 'Expansion'],
  ['renewal', 'Renewal'],
  ['first', 'First invoices'],
  ['later', 'Later invoices'],
  ['credit', 'Credits'],
  ['unknown', 'Unknown'],
] as const

export function revenueTable(rows: readonly RevenueRow[]): Table | null {
  const used = kinds.filter(([kind]) => rows.some((row) => row.kind === kind))
  if (used.length === 0) return null
  const lines = new Map<string, { quarter: string; currency: string | null; amounts: Map<string, number> }>()
  for (const { quarter, currency, kind, amount } of rows) {
    const key = JSON.stringify([quarter, currency])
    const line = lines.get(key) ?? { quarter, currency, amounts: new Map<string, number>() }
    lines.set(key, line)
    line.amounts.set(kind, toCents((line.amounts.get(kind) ?? 0) + amount))
  }
  const all = [...lines.values()]
  const newest = [...new Set(all.map(({ quarter }) => quarter))].slice(-mostQuarters)[0] ?? ''
  return {
    id: 'revenue',
    title: 'Invoiced revenue by quarter',
    note: used.some(([kind]) => kind === 'first')
      ? 'Where invoices name no kind: first are those of the first day a customer was billed, later all others. At the beginning of the data everybody is new.'
      : 'By the kind the invoices name; cancelled and credited ones are left out.',
    columns: [
      { id: 'period', label: 'Quarter', type: 'period' },
      { id: 'currency', label: 'Currency', type: 'text', priority: 1 },
      ...used.map(([kind, label]): TableColumn => ({
        id: kind,
        label,
        type: 'money',
        currencyFrom: 'currency',
      })),
    ],
    rows: all
      .filter(({ quarter }) => quarter >= newest)
      .map(({ quarter, currency, amounts }) => {
        const start: Scalar[] = [periodOf('quarter', quarter).label, currency]
        return start.concat(used.map(([kind]) => amounts.get(kind) ?? 0))
      }),
  }
}

export function incentiveTable(incentives: Incentives | null): Table | null {
  if (incentives === null) return null
  const { others, onOthers, otherMoney, renewals, onRenewals, renewalMoney } = incentives
  const currencies = [...new Set([...otherMoney, ...renewalMoney].map(({ currency }) => currency))]
  const line = (label: string, invoices: number, paid: number, money: Incentives['otherMoney']): Scalar[][] =>
    (currencies.length === 0 ? [null] : currencies).map((currency) => [
      label,
      invoices,
      paid,
      money.find((one) => one.currency === currency)?.amount ?? 0,
      currency,
    ])
  return {
    id: 'incentives',
    title: 'What is rewarded',
    columns: [
      { id: 'on', label: 'Incentives on', type: 'text' },
      { id: 'invoices', label: 'Invoices', type: 'count' },
      { id: 'paid', label: 'With incentive', type: 'count' },
      { id: 'amount', label: 'Incentives', type: 'money', currencyFrom: 'currency' },
      { id: 'currency', label: 'Currency', type: 'text', priority: 1 },
    ],
    rows: [
      ...line('New business and expansion', others, onOthers, otherMoney),
      ...line('Renewals', renewals, onRenewals, renewalMoney),
    ],
  }
}
