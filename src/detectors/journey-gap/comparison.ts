// Touchpoints against the whole journey: the same customers where enough gave both, else everybody on each side.
import { pairedDifference, welchDifference } from '../../stats/index.ts'
import type { Options } from './options.ts'
import type { PairRow, SideRow } from './rows.ts'

export interface Comparison {
  /** `paired`: the same customers on both sides. */
  readonly how: 'paired' | 'unpaired'
  /** Customers on each side; the same ones when paired. */
  readonly touchCustomers: number
  readonly journeyCustomers: number
  /** Means of the customers' means, 0 to 100. */
  readonly touch: number
  readonly journey: number
  /** `touch - journey`, with its two-sided 95 % interval; no interval where nothing varies. */
  readonly gap: number
  readonly lower: number | null
  readonly upper: number | null
  readonly t: number | null
  readonly p: number | null
}

/** Customers on each side where they are too few. */
export interface TooFew {
  readonly both: number
  readonly touch: number
  readonly journey: number
}

interface Values {
  readonly touch: number[]
  readonly journey: number[]
}

/** Of several ways to recognise a customer the one that finds most who gave both; of equals the surest. */
export function bestRecogniser(pairs: readonly PairRow[], keys: readonly string[]): string | null {
  const found = new Map<string, number>()
  for (const { by, touchpoint, respondents } of pairs)
    if (touchpoint === null) found.set(by, (found.get(by) ?? 0) + respondents)
  let best: string | null = null
  for (const key of keys) if ((found.get(key) ?? 0) > (best === null ? 0 : (found.get(best) ?? 0))) best = key
  return best
}

function pairedValues(pairs: readonly PairRow[]): Values {
  const values: Values = { touch: [], journey: [] }
  for (const { touchSum, touchCount, journeySum, journeyCount, respondents } of pairs)
    for (let one = 0; one < respondents; one++) {
      values.touch.push(touchSum / touchCount)
      values.journey.push(journeySum / journeyCount)
    }
  return values
}

export function meansOf(rows: readonly SideRow[]): number[] {
  const means: number[] = []
  for (const { sum, count, respondents } of rows)
    for (let one = 0; one < respondents; one++) means.push(sum / count)
  return means
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** `touchpoint`: one of them against the journey; null: all of them together. */
export function compare(
  touchpoint: string | null,
  pairs: readonly PairRow[],
  sides: readonly SideRow[],
  { minAnswers }: Options,
): Comparison | TooFew {
  const both = pairedValues(pairs.filter((row) => row.touchpoint === touchpoint))
  const touch = meansOf(sides.filter((row) => row.kind === 'touchpoint' && row.touchpoint === touchpoint))
  const journey = meansOf(sides.filter((row) => row.kind === 'journey'))
  if (both.touch.length >= minAnswers) {
    const { diff, lower, upper, t, p } = pairedDifference(both.touch, both.journey)
    return {
      how: 'paired',
      touchCustomers: both.touch.length,
      journeyCustomers: both.touch.length,
      touch: mean(both.touch),
      journey: mean(both.journey),
      gap: diff ?? 0,
      lower,
      upper,
      t,
      p,
    }
  }
  if (touch.length < minAnswers || journey.length < minAnswers)
    return { both: both.touch.length, touch: touch.length, journey: journey.length }
  const { diff, lower, upper, t, p } = welchDifference(touch, journey)
  return {
    how: 'unpaired',
    touchCustomers: touch.length,
    journeyCustomers: journey.length,
    touch: mean(touch),
    journey: mean(journey),
    gap: diff ?? 0,
    lower,
    upper,
    t,
    p,
  }
}

export const isCompared = (found: Comparison | TooFew): found is Comparison => 'how' in found

/** `problem`: large and beyond chance; `watch`: large, and it may be chance or nothing varies to tell. */
export function verdictOf({ gap, lower }: Comparison, { minGap }: Options): 'problem' | 'watch' | 'ok' {
  // A hair of tolerance: a gap of ten must not fail by rounding.
  if (gap <= 0 || gap < minGap - 1e-9) return 'ok'
  return lower !== null && lower > 0 ? 'problem' : 'watch'
}
