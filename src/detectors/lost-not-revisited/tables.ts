// Tables: the losses to go back to, the rate of the two halves, by reason and by owner.
import { formatNumber, type Scalar, type Table } from '../../report/index.ts'
import type { WinBackRate } from '../../stats/index.ts'
import { spanOf } from './findings.ts'
import type { GroupRate } from './rates.ts'
import type { Trend } from './trend.ts'
import type { Worth } from './worth.ts'

const mostListed = 25
const mostGroups = 50

export interface Found {
  readonly trend: Trend
  readonly worth: Worth
  readonly byReason: readonly GroupRate[]
  readonly byOwner: readonly GroupRate[]
  readonly horizonDays: number
}

function listTable({ worth }: Found): Table | null {
  if (worth.listed.length === 0) return null
  return {
    id: 'deals',
    title: 'Losses worth going back to',
    note: 'Lost for a reason that passes with time (timing, budget, no decision), and no contact since. The largest first.',
    columns: [
      { id: 'deal', label: 'Deal', type: 'text' },
      { id: 'name', label: 'Customer', type: 'text' },
      { id: 'owner', label: 'Owner', type: 'text', priority: 2 },
      { id: 'lostOn', label: 'Lost on', type: 'date', priority: 1 },
      { id: 'reason', label: 'Reason', type: 'text', priority: 3 },
      { id: 'amount', label: 'Amount', type: 'money', currencyFrom: 'currency' },
      { id: 'currency', label: 'Currency', type: 'text', priority: 5 },
    ],
    rows: worth.listed
      .slice(0, mostListed)
      .map(({ dealId, name, owner, lostOn, reason, amount, currency }) => [
        dealId,
        name,
        owner,
        lostOn,
        reason,
        amount,
        currency,
      ]),
    ...(worth.deals > mostListed ? { totalRows: worth.deals } : {}),
  }
}

const rateColumns = [
  { id: 'losses', label: 'Lost deals', type: 'count' },
  { id: 'back', label: 'Won back', type: 'count' },
  { id: 'rate', label: 'Rate', type: 'share', bar: true },
  { id: 'lower', label: 'from', type: 'share', priority: 2 },
  { id: 'upper', label: 'to', type: 'share', priority: 2 },
] as const satisfies Table['columns']

const rateRow = (label: string, { n, events, rate, lower, upper }: WinBackRate): Scalar[] => [
  label,
  n,
  events,
  rate,
  lower,
  upper,
]

const rateNote = (horizonDays: number): string =>
  `Won back: within ${formatNumber(horizonDays)} days of the loss, so far. Rate: share that comes back within that time, with newer losses counted as still waiting (Kaplan-Meier), and its 95 % interval.`

function trendTable({ trend, horizonDays }: Found): Table | null {
  const halves = [trend.older, trend.newer].flatMap((half, at) =>
    half === null ? [] : [rateRow(`${at === 0 ? 'Older' : 'Newer'} half, ${spanOf(half)}`, half.rate)],
  )
  if (trend.all.n === 0) return null
  return {
    id: 'trend',
    title: 'How many lost deals are won back',
    note: rateNote(horizonDays),
    columns: [{ id: 'span', label: 'Lost in', type: 'text' }, ...rateColumns],
    rows: [...halves, rateRow('All', trend.all)],
  }
}

function groupTable(
  id: string,
  title: string,
  label: string,
  groups: readonly GroupRate[],
  horizonDays: number,
): Table | null {
  if (groups.length === 0) return null
  return {
    id,
    title,
    note: rateNote(horizonDays),
    columns: [{ id: 'group', label, type: 'text' }, ...rateColumns],
    rows: groups.slice(0, mostGroups).map(({ label: name, rate }) => rateRow(name, rate)),
    ...(groups.length > mostGroups ? { totalRows: groups.length } : {}),
  }
}

export const tablesOf = (found: Found): Table[] =>
  [
    listTable(found),
    trendTable(found),
    groupTable('by-reason', 'Won back by lost reason', 'Reason', found.byReason, found.horizonDays),
    groupTable('by-owner', 'Won back by owner', 'Owner', found.byOwner, found.horizonDays),
  ].filter((table) => table !== null)
