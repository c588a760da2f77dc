// The value of each reason, per currency: shares never mix currencies.
import { weightedShareFromSums } from '../../stats/index.ts'
import { cents, compareText, type CurrencyTally, type Tally } from './tally.ts'

export interface ValuedReason {
  readonly label: string
  readonly value: number
  /** Of the value of the losses with a reason in this currency. */
  readonly share: number | null
  /** Interval of the share; null where too few deals carry the value (effective number under 5). */
  readonly lower: number | null
  readonly upper: number | null
  /** Of the value of all losses in this currency, with a reason or without. */
  readonly shareOfAll: number | null
}

export interface CurrencyValue {
  readonly currency: string | null
  /** Reasoned losses with a positive amount, and how many equally large deals they are worth as evidence (Kish). */
  readonly valued: number
  readonly effective: number | null
  readonly value: number
  /** Reasoned losses whose amount is zero or less: left out. */
  readonly dropped: number
  /** By value, largest first. */
  readonly reasons: readonly ValuedReason[]
}

const leastEffective = 5

function valued(label: string, value: number, money: CurrencyTally): ValuedReason {
  const { valued: n, value: sum, squares: sumOfSquares, lossValue } = money
  // Squares are summed over whole units: amounts under one unit leave none, and then there is no interval.
  const found = sumOfSquares > 0 ? weightedShareFromSums({ n, hitSum: value, sum, sumOfSquares }) : null
  const claim = found !== null && found.reason === null && found.nEff >= leastEffective ? found : null
  return {
    label,
    value: cents(value),
    share: sum > 0 ? Math.min(1, value / sum) : null,
    lower: claim?.lower ?? null,
    upper: claim?.upper ?? null,
    shareOfAll: lossValue > 0 ? Math.min(1, value / lossValue) : null,
  }
}

/** One entry per currency with a valued loss, the most used first. */
export const valuesOf = (tally: Tally): CurrencyValue[] =>
  tally.currencies
    .filter(({ valued: n, value }) => n > 0 && value > 0)
    .map((money) => ({
      currency: money.currency,
      valued: money.valued,
      effective: money.squares > 0 ? (money.value / money.squares) * money.value : null,
      value: cents(money.value),
      dropped: money.dropped,
      reasons: [...money.byReason]
        .filter(([, value]) => value > 0)
        .map(([label, value]) => valued(label, value, money))
        .sort((a, b) => b.value - a.value || compareText(a.label, b.label)),
    }))
