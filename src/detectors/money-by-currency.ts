// Money counted per currency, and how a table shows it: currencies are never added up.
import { formatMoney, type Money, type Scalar, type TableColumn } from '../report/index.ts'

/** Currency (null: none named) -> rows with an amount, and their sum. */
export type MoneyTally = Map<string | null, { rows: number; amount: number }>

/** Sums of decimals in binary carry an error far below a cent: it is rounded away. */
export const toCents = (amount: number): number => Math.round(amount * 100) / 100

export function addMoney(tally: MoneyTally, currency: string | null, amount: number, rows = 1): void {
  const known = tally.get(currency)
  if (known === undefined) tally.set(currency, { rows, amount })
  else {
    known.rows += rows
    known.amount += amount
  }
}

/** The amounts that are not zero, the currency of most rows first. */
export const moneyOf = (tally: MoneyTally): Money[] =>
  [...tally]
    .filter(([, { amount }]) => toCents(amount) !== 0)
    .sort(([a, one], [b, two]) => two.rows - one.rows || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([currency, { amount }]) => ({ amount: toCents(amount), currency }))

export const moneyText = (money: readonly Money[]): string =>
  money.map(({ amount, currency }) => formatMoney(amount, currency)).join('; ')

export interface MoneyShown {
  readonly columns: readonly TableColumn[]
  /** The cells of these columns. */
  cells(tally: MoneyTally): Scalar[]
}

/**
 * Columns for amounts: the currency of most rows as money, the others beside it as text where there are any; none at all without an
 * amount.
 */
export function moneyShown(label: string, tallies: readonly MoneyTally[], priority = 1): MoneyShown {
  const all: MoneyTally = new Map()
  for (const tally of tallies)
    for (const [currency, { rows, amount }] of tally) addMoney(all, currency, Math.abs(amount), rows)
  const [first, ...rest] = moneyOf(all)
  if (first === undefined) return { columns: [], cells: () => [] }
  const columns: TableColumn[] = [
    { id: 'value', label, type: 'money', currencyFrom: 'currency', priority },
    { id: 'currency', label: 'Currency', type: 'text', priority },
  ]
  if (rest.length > 0)
    columns.push({ id: 'otherValues', label: 'Other currencies', type: 'text', priority: priority + 2 })
  const cells = (tally: MoneyTally): Scalar[] => {
    const money = moneyOf(tally)
    const main = money.find(({ currency }) => currency === first.currency)
    const start: Scalar[] = [main?.amount ?? null, first.currency]
    return rest.length === 0 ? start : [...start, moneyText(money.filter((one) => one !== main)) || null]
  }
  return { columns, cells }
}
