// Revenue kept and lost per currency, and whether too much of it was lost.
import { revenueRetention, weightedShareFromSums } from '../../stats/index.ts'
import type { OptionValues } from '../options.ts'
import { toCents } from '../money-by-currency.ts'
import type { Basis } from './basis.ts'
import type { Options } from './options.ts'
import type { MovementRow } from './rows.ts'

export interface Retention {
  readonly currency: string | null
  /** Customers with revenue at the start, and how many of them left. */
  readonly customers: number
  readonly left: number
  readonly start: number
  readonly churn: number
  readonly contraction: number
  readonly expansion: number
  readonly grr: number | null
  readonly nrr: number | null
  readonly newCustomers: number
  readonly newValue: number
  /** What is judged: revenue lost, as a share of that at the start, with its two-sided 95 % interval. */
  readonly lost: number
  readonly share: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** How many equally large customers the revenue is worth as evidence. */
  readonly effective: number | null
  readonly verdict: 'problem' | 'watch' | 'ok' | 'insufficient'
  readonly unknown: number
  readonly negatives: number
}

/** The excess that makes a problem, and the evidence without which nothing is claimed, as everywhere. */
const minExcess = 0.05
const leastEffective = 5
const falseAlarms = 0.05

function retentionOf(
  currency: string | null,
  all: readonly MovementRow[],
  basis: Basis,
): Omit<Retention, 'verdict'> & { readonly squares: number } {
  const of = (name: string): MovementRow | undefined => all.find((row) => row.class === name)
  const count = (name: string): number => of(name)?.customers ?? 0
  const based = all.filter((row) => ['left', 'less', 'more'].includes(row.class))
  // The classes stand for their customers: within each all move the same way, so the sums are those of the customers.
  const found = revenueRetention(
    based.map(({ startValue, endValue }) => ({ start: startValue, end: endValue })),
  )
  const squares = based.reduce((sum, row) => sum + (row.squares ?? 0), 0)
  const customers = based.reduce((sum, row) => sum + row.customers, 0)
  const [churn, contraction, expansion] = [
    found.churn ?? 0,
    found.contraction ?? 0,
    found.expansion ?? 0,
  ].map(toCents)
  const start = found.startMrr ?? 0
  // What was billed goes up and down by itself: from invoices only customers who are gone count as lost.
  const lost = toCents((churn ?? 0) + (basis === 'invoices' ? 0 : (contraction ?? 0)))
  const judged =
    squares > 0
      ? weightedShareFromSums({ n: customers, hitSum: lost, sum: start, sumOfSquares: squares })
      : null
  return {
    currency,
    customers,
    left: count('left'),
    start: toCents(start),
    churn: churn ?? 0,
    contraction: contraction ?? 0,
    expansion: expansion ?? 0,
    grr: found.grr,
    nrr: found.nrr,
    newCustomers: count('new'),
    newValue: toCents(of('new')?.endValue ?? 0),
    lost,
    share: judged?.share ?? null,
    lower: judged?.lower ?? null,
    upper: judged?.upper ?? null,
    effective: judged?.nEff ?? null,
    unknown: count('unknown'),
    negatives: all.reduce((sum, row) => sum + row.negatives, 0),
    squares,
  }
}

function verdictOf(
  one: ReturnType<typeof retentionOf>,
  currencies: number,
  options: OptionValues<Options>,
): Retention['verdict'] {
  const { share, effective, customers, lost, start, squares } = one
  if (share === null || effective === null || customers < options.minCustomers) return 'insufficient'
  const limit = options.maxLost / 100
  if (share <= limit) return 'ok'
  const sums = { n: customers, hitSum: lost, sum: start, sumOfSquares: squares }
  // One-sided, and shared among the currencies that are judged.
  const bound = weightedShareFromSums(sums, 1 - (2 * falseAlarms) / currencies).lower ?? 0
  const isClear = bound > limit && share - limit >= minExcess - 1e-12 && effective >= leastEffective
  return isClear ? 'problem' : 'watch'
}

/** Currencies with most customers first. */
export function retentions(
  rows: readonly MovementRow[],
  basis: Basis,
  options: OptionValues<Options>,
): Retention[] {
  const byCurrency = new Map<string | null, MovementRow[]>()
  for (const row of rows) {
    const known = byCurrency.get(row.currency)
    if (known === undefined) byCurrency.set(row.currency, [row])
    else known.push(row)
  }
  const all = [...byCurrency].map(([currency, list]) => retentionOf(currency, list, basis))
  const judged = all.filter(({ customers }) => customers >= options.minCustomers).length
  return all
    .map((one) => ({ ...one, verdict: verdictOf(one, Math.max(1, judged), options) }))
    .sort((a, b) => b.customers - a.customers || ((a.currency ?? '') < (b.currency ?? '') ? -1 : 1))
}
