// Which sources moved the conversion rate: every source's own rate, or the mix of sources (Kitagawa).
import { kitagawa } from '../../stats/index.ts'
import type { Exposure } from './exposure.ts'
import type { Halves } from './halves.ts'
import type { SourceRow } from './rows.ts'

interface Side {
  leads: number
  conversions: number
  /** Leads that have had their time, in whole-lead equivalents. */
  mature: number
}

export interface SourceMove {
  /** null: leads without a source, or `other`. */
  readonly source: string | null
  /** Smaller sources taken together. */
  readonly other: boolean
  readonly older: Readonly<Side>
  readonly newer: Readonly<Side>
  /** Part of the change of the overall rate: from this source converting better or worse … */
  readonly rateEffect: number
  /** … and from this source bringing a larger or smaller part of the leads. */
  readonly mixEffect: number
}

interface Sums {
  readonly source: string | null
  readonly other: boolean
  readonly older: Side
  readonly newer: Side
}

const nothing = (): Side => ({ leads: 0, conversions: 0, mature: 0 })

export const sideRate = ({ conversions, mature }: Readonly<Side>): number | null =>
  mature > 0 ? conversions / mature : null

function sumBySource(rows: readonly SourceRow[], halves: Halves, exposure: Exposure): Sums[] {
  const sideOf = new Map<string, 'older' | 'newer'>()
  for (const { name, months } of halves) for (const { period } of months) sideOf.set(period.label, name)
  // The leading word keeps "all others" and "no source" apart from sources of any name.
  const found = new Map<string, Sums>()
  for (const { start, source, other, leads, conversions } of rows) {
    const side = sideOf.get(start.slice(0, 7))
    if (side === undefined) continue
    const key = other ? 'others' : source === null ? 'none' : `source ${source}`
    const sums = found.get(key) ?? { source, other, older: nothing(), newer: nothing() }
    found.set(key, sums)
    const sum = sums[side]
    sum.leads += leads
    sum.conversions += conversions
    sum.mature += leads * exposure(start)
  }
  return [...found.values()]
}

/** Per source, largest effect first; null where there is only one source to speak of. */
export function sourceMoves(
  rows: readonly SourceRow[],
  halves: Halves,
  exposure: Exposure,
): SourceMove[] | null {
  const sums = sumBySource(rows, halves, exposure)
  if (sums.length < 2) return null
  const { segments } = kitagawa(
    sums.map(({ older, newer }) => {
      // A source that is new or gone has no change of its own: all of its effect is mix.
      const [before, after] = [sideRate(older), sideRate(newer)]
      return { n1: older.mature, r1: before ?? after ?? 0, n2: newer.mature, r2: after ?? before ?? 0 }
    }),
  )
  if (segments === null) return null
  const moves = sums.map(({ source, other, older, newer }, at): SourceMove => {
    const { rateEffect, mixEffect } = segments[at] ?? { rateEffect: 0, mixEffect: 0 }
    return { source, other, older, newer, rateEffect, mixEffect }
  })
  const size = ({ rateEffect, mixEffect }: SourceMove): number => Math.abs(rateEffect) + Math.abs(mixEffect)
  return moves.toSorted((a, b) => size(b) - size(a))
}
