// Losses worth going back to: a reason that passes with time, rested, not won back, and no contact since.
import { addMoney, type MoneyTally } from '../money-by-currency.ts'
import type { LargestRow, UntouchedRow } from './rows.ts'
import type { Reasons } from './worthwhile.ts'

export interface Worth {
  readonly deals: number
  readonly value: MoneyTally
  /** The largest in each currency, the currency of most deals first. */
  readonly listed: readonly LargestRow[]
  /** The cells their reasons are typed in, most frequent first. */
  readonly cells: readonly string[]
  /** Untouched losses with any reason. */
  readonly untouched: number
}

/** Bound into the query for the rows behind a finding. */
const mostCells = 500

export function worthOf(
  untouched: readonly UntouchedRow[],
  largest: readonly LargestRow[],
  reasons: Reasons,
): Worth {
  const value: MoneyTally = new Map()
  const inCurrency = new Map<string | null, number>()
  const cells = new Set<string>()
  let deals = 0
  let all = 0
  for (const row of untouched) {
    all += row.deals
    if (!reasons.isWorthwhile(row.reason)) continue
    deals += row.deals
    addMoney(value, row.currency, row.amount, row.valued)
    inCurrency.set(row.currency, (inCurrency.get(row.currency) ?? 0) + row.deals)
    cells.add(row.reason)
  }
  const place = ({ currency }: LargestRow): number => inCurrency.get(currency) ?? 0
  return {
    deals,
    value,
    untouched: all,
    cells: [...cells].slice(0, mostCells),
    listed: largest
      .filter(({ reason }) => reasons.isWorthwhile(reason))
      .toSorted(
        (a, b) =>
          place(b) - place(a) ||
          ((a.currency ?? '') < (b.currency ?? '') ? -1 : (a.currency ?? '') > (b.currency ?? '') ? 1 : 0),
      ),
  }
}
