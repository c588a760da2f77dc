// Counts and money per reason, from rows per wording.
import type { Money } from '../../report/index.ts'
import type { ReasonRow } from './rows.ts'
import type { Vocabulary } from './words/vocabulary.ts'

/** Money of one currency: positive amounts only. */
export interface CurrencyTally {
  readonly currency: string | null
  /** Losses with a reason and a positive amount, the sum of the amounts and of their squares. */
  valued: number
  value: number
  squares: number
  /** The same sum over all losses, with a reason or without. */
  lossValue: number
  /** Losses with a reason whose amount is zero or less. */
  dropped: number
  readonly byReason: Map<string, number>
}

export interface Tally {
  /** Rows that are losses: all but the administrative ones. */
  losses: number
  /** Rows whose only reasons are administrative. */
  administrative: number
  /** Losses with at least one reason. */
  reasoned: number
  /** Losses with an empty reason, and with words that say nothing. */
  blank: number
  unspecified: number
  /** Losses with a wording too rare to be read: reasoned, not ranked. */
  rare: number
  /** Reason -> losses that name it. */
  readonly counts: Map<string, number>
  /** Cells that name several reasons. */
  readonly several: { readonly labels: readonly string[]; readonly deals: number }[]
  readonly currencies: CurrencyTally[]
}

export const add = <K>(map: Map<K, number>, key: K, amount: number): void => {
  map.set(key, (map.get(key) ?? 0) + amount)
}

function currencyOf(
  tally: Tally,
  known: Map<string | null, CurrencyTally>,
  currency: string | null,
): CurrencyTally {
  const found = known.get(currency)
  if (found !== undefined) return found
  const made: CurrencyTally = {
    currency,
    valued: 0,
    value: 0,
    squares: 0,
    lossValue: 0,
    dropped: 0,
    byReason: new Map(),
  }
  known.set(currency, made)
  tally.currencies.push(made)
  return made
}

/** What a row says: its labels, or why it has none. */
export type Said =
  | { readonly labels: readonly string[] }
  | 'rare'
  | 'blank'
  | 'unspecified'
  | 'administrative'

export function saidBy(row: { reason: string | null; tail: boolean }, vocabulary: Vocabulary): Said {
  if (row.tail) return 'rare'
  if (row.reason === null) return 'blank'
  const reading = vocabulary.read(row.reason)
  return reading.kind === 'reasons' ? { labels: reading.labels } : reading.kind
}

/** A row that carries a reason, ranked or too rare to be. */
export const isReasoned = (said: Said): said is { readonly labels: readonly string[] } | 'rare' =>
  said === 'rare' || typeof said === 'object'

export const labelsOf = (said: Said): readonly string[] => (typeof said === 'object' ? said.labels : [])

export function tallyOf(rows: readonly ReasonRow[], vocabulary: Vocabulary): Tally {
  const tally: Tally = {
    losses: 0,
    administrative: 0,
    reasoned: 0,
    blank: 0,
    unspecified: 0,
    rare: 0,
    counts: new Map(),
    several: [],
    currencies: [],
  }
  const known = new Map<string | null, CurrencyTally>()
  for (const row of rows) {
    const said = saidBy(row, vocabulary)
    if (said === 'administrative') {
      tally.administrative += row.deals
      continue
    }
    tally.losses += row.deals
    const money = currencyOf(tally, known, row.currency)
    money.lossValue += row.value
    if (!isReasoned(said)) {
      tally[said] += row.deals
      continue
    }
    tally.reasoned += row.deals
    if (said === 'rare') tally.rare += row.deals
    money.valued += row.valued
    money.value += row.value
    money.squares += row.squares ?? 0
    money.dropped += row.dropped
    const labels = labelsOf(said)
    if (labels.length > 1) tally.several.push({ labels, deals: row.deals })
    for (const label of labels) {
      add(tally.counts, label, row.deals)
      add(money.byReason, label, row.value)
    }
  }
  tally.currencies.sort(byUse)
  return tally
}

/** The currency most losses are valued in comes first; ties by code, unknown last. */
const byUse = (a: CurrencyTally, b: CurrencyTally): number =>
  b.valued - a.valued || compareCurrency(a.currency, b.currency)

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const compareCurrency = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : compareText(a, b)

/** Money has four decimals: what adding and subtracting leaves beyond them is noise. */
export const cents = (amount: number): number => Number(amount.toFixed(4))

/** Sums per currency as money, zero sums left out, by currency. */
export const moneyOf = (sums: ReadonlyMap<string | null, number>): Money[] =>
  [...sums]
    .map(([currency, amount]) => [currency, cents(amount)] as const)
    .filter(([, amount]) => amount > 0)
    .sort(([a], [b]) => compareCurrency(a, b))
    .map(([currency, amount]) => ({ amount, currency }))
