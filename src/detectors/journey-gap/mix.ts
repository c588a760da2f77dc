// Simpson's check: where different customers answered, part of a gap may only say who was asked.
import { kitagawa } from '../../stats/index.ts'
import { meansOf } from './comparison.ts'
import type { SideRow } from './rows.ts'

export interface MixSegment {
  readonly segment: string
  readonly touchCustomers: number
  readonly touch: number
  readonly journeyCustomers: number
  readonly journey: number
}

export interface Mix {
  /** The gap over the segments compared; rate and mix effect add up to it. */
  readonly gap: number
  /** What is left of the gap when both sides have the same segments. */
  readonly rateEffect: number
  /** What of it says only that other segments answered. */
  readonly mixEffect: number
  /** Every segment moves against the total. */
  readonly simpson: boolean
  readonly segments: readonly MixSegment[]
}

/** Fewer customers on a side give a segment no mean of its own. */
const fewest = 5
/** Segments left out for that may hold this share of a side at most; else the split would speak of others. */
const mostLeftOut = 0.2

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** null with fewer than two segments that answered on both sides. */
export function mixOf(sides: readonly SideRow[]): Mix | null {
  const rows = sides.filter(({ touchpoint }) => touchpoint === null)
  const names = [...new Set(rows.flatMap(({ segment }) => segment ?? []))]
  const sizes = { touch: 0, journey: 0 }
  for (const { kind, respondents } of rows) sizes[kind === 'touchpoint' ? 'touch' : 'journey'] += respondents
  const segments = names.flatMap((segment): MixSegment[] => {
    const own = rows.filter((row) => row.segment === segment)
    const touch = meansOf(own.filter(({ kind }) => kind === 'touchpoint'))
    const journey = meansOf(own.filter(({ kind }) => kind === 'journey'))
    if (touch.length < fewest || journey.length < fewest) return []
    return [
      {
        segment,
        touchCustomers: touch.length,
        touch: mean(touch),
        journeyCustomers: journey.length,
        journey: mean(journey),
      },
    ]
  })
  const kept = (pick: (one: MixSegment) => number): number =>
    segments.reduce((sum, one) => sum + pick(one), 0)
  const enough = 1 - mostLeftOut
  if (
    segments.length < 2 ||
    kept((one) => one.touchCustomers) < enough * sizes.touch ||
    kept((one) => one.journeyCustomers) < enough * sizes.journey
  )
    return null
  const found = kitagawa(
    segments.map((one) => ({
      n1: one.journeyCustomers,
      r1: one.journey,
      n2: one.touchCustomers,
      r2: one.touch,
    })),
  )
  if (found.reason !== null) return null
  const { diff, rateEffect, mixEffect, simpson } = found
  return { gap: diff, rateEffect, mixEffect, simpson, segments }
}
