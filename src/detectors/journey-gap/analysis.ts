// Everything the answer is made of, computed once. No words here.
import { benjaminiHochberg } from '../../stats/index.ts'
import type { DecideInput, Rollups } from '../detector.ts'
import { recognisedBy } from './answers.ts'
import { bestRecogniser, compare, isCompared, verdictOf, type Comparison, type TooFew } from './comparison.ts'
import { mixOf, type Mix } from './mix.ts'
import type { options } from './options.ts'
import type { rows, TotalRow } from './rows.ts'

export type Input = DecideInput<typeof rows, typeof options, Rollups>

export interface Handoff {
  readonly touchpoint: string
  readonly compared: Comparison | TooFew
  /** Benjamini-Hochberg over the touchpoints compared. */
  readonly adjustedP: number | null
  readonly verdict: 'watch' | 'ok' | 'insufficient-data'
}

export interface Kind {
  readonly answers: number
  readonly mean: number | null
  /** Of these answers: given on the 0 to 10 scale. */
  readonly scored: number
}

export interface Analysis {
  readonly touchpoints: Kind
  readonly journey: Kind
  /** The column customers were recognised by in both surveys; null where none matches. */
  readonly by: string | null
  readonly compared: Comparison | TooFew
  readonly verdict: 'problem' | 'watch' | 'ok' | null
  /** The gap is large, but within segments it is not: other customers were asked. */
  readonly fromMix: boolean
  readonly mix: Mix | null
  /** Largest gap first; those that cannot be compared last. */
  readonly handoffs: readonly Handoff[]
  readonly leftOut: { readonly unrated: number; readonly undated: number }
}

const falseShare = 0.1

function kindOf(totals: readonly TotalRow[], kind: string): Kind {
  const row = totals.find((one) => one.kind === kind)
  if (row === undefined) return { answers: 0, mean: null, scored: 0 }
  return { answers: row.answers, mean: row.sum / row.answers, scored: row.scored }
}

function handoffsOf(
  pairs: Input['rows']['pairs'],
  sides: Input['rows']['sides'],
  chosen: Input['options'],
): Handoff[] {
  const names = [...new Set(sides.flatMap(({ touchpoint }) => touchpoint ?? []))].toSorted()
  const compared = names.map((name) => compare(name, pairs, sides, chosen))
  const adjusted = benjaminiHochberg(compared.map((one) => (isCompared(one) ? one.p : null)))
  const found = names.map((touchpoint, at): Handoff => {
    const one = compared[at] ?? { both: 0, touch: 0, journey: 0 }
    const adjustedP = adjusted[at] ?? null
    if (!isCompared(one)) return { touchpoint, compared: one, adjustedP, verdict: 'insufficient-data' }
    const isLarge = verdictOf(one, chosen) === 'problem' && adjustedP !== null && adjustedP <= falseShare
    return { touchpoint, compared: one, adjustedP, verdict: isLarge ? 'watch' : 'ok' }
  })
  const gap = ({ compared: one }: Handoff): number => (isCompared(one) ? one.gap : -Infinity)
  return found.toSorted((a, b) => (gap(a) === gap(b) ? 0 : gap(b) - gap(a)))
}

export function analyse(input: Input): Analysis {
  const { rows, options: chosen } = input
  const by = bestRecogniser(rows.pairs, recognisedBy(input))
  const pairs = rows.pairs.filter((row) => row.by === by)
  const compared = compare(null, pairs, rows.sides, chosen)
  const isUnpaired = isCompared(compared) && compared.how === 'unpaired'
  const mix = isUnpaired ? mixOf(rows.sides) : null
  const verdict = isCompared(compared) ? verdictOf(compared, chosen) : null
  const fromMix = verdict === 'problem' && mix !== null && mix.rateEffect < chosen.minGap
  return {
    touchpoints: kindOf(rows.totals, 'touchpoint'),
    journey: kindOf(rows.totals, 'journey'),
    by,
    compared,
    verdict: fromMix ? 'watch' : verdict,
    fromMix,
    mix,
    handoffs: handoffsOf(pairs, rows.sides, chosen),
    leftOut: rows.leftOut[0] ?? { unrated: 0, undated: 0 },
  }
}
