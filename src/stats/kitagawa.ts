/**
 * A change of an overall rate split into what changed inside the segments and what changed in their mix.
 *
 * Use it to answer "did conversion fall, or did more leads come from the weak source?". Not as a test: it has
 * no error.
 *
 * Formula: with weights w = n/Σn: rate effect Σ (w1 + w2)/2 · (r2 - r1), mix effect Σ (r1 + r2)/2 · (w2 -
 * w1); they add up to the change. `simpson`: the total changed and every segment changed the other way. A
 * segment without cases in a period has rate 0 there by convention. Source: Kitagawa 1955, JASA 50:1168.
 *
 * Example: segments 100 at .5, 100 at .2 become 50 at .55, 150 at .25: total .35 -> .325, rate +.05, mix
 * -.075, simpson.
 */
import type { Answer } from './answer.ts'
import { requireThat } from './misuse.ts'

export interface KitagawaSegment {
  readonly n1: number
  readonly r1: number
  readonly n2: number
  readonly r2: number
}

export type Kitagawa = Answer<{
  readonly total1: number
  readonly total2: number
  readonly diff: number
  readonly rateEffect: number
  readonly mixEffect: number
  /** the same two effects, segment by segment, in the order given */
  readonly segments: readonly { readonly rateEffect: number; readonly mixEffect: number }[]
  readonly simpson: boolean
}>

export function kitagawa(segments: readonly KitagawaSegment[]): Kitagawa {
  requireThat(
    segments.every(({ n1, n2 }) => n1 >= 0 && n2 >= 0),
    'segment sizes must be >= 0',
  )
  const size1 = segments.reduce((sum, { n1 }) => sum + n1, 0)
  const size2 = segments.reduce((sum, { n2 }) => sum + n2, 0)
  if (size1 === 0 || size2 === 0) {
    const nothing = { total1: null, total2: null, diff: null, rateEffect: null, mixEffect: null }
    return { ...nothing, segments: null, simpson: null, reason: 'one of the periods is empty' }
  }
  const effects = segments.map(({ n1, r1, n2, r2 }) => ({
    rateEffect: ((n1 / size1 + n2 / size2) / 2) * (r2 - r1),
    mixEffect: ((r1 + r2) / 2) * (n2 / size2 - n1 / size1),
  }))
  const total1 = segments.reduce((sum, { n1, r1 }) => sum + (n1 / size1) * r1, 0)
  const total2 = segments.reduce((sum, { n2, r2 }) => sum + (n2 / size2) * r2, 0)
  const diff = total2 - total1
  return {
    total1,
    total2,
    diff,
    rateEffect: effects.reduce((sum, effect) => sum + effect.rateEffect, 0),
    mixEffect: effects.reduce((sum, effect) => sum + effect.mixEffect, 0),
    segments: effects,
    // Totals that differ only by rounding have not changed.
    simpson: Math.abs(diff) > 1e-12 && segments.every(({ r1, r2 }) => (r2 - r1) * diff < 0),
    reason: null,
  }
}
