/**
 * When have a share p got there? Quantile of a Kaplan-Meier curve with Brookmeyer-Crowley limits.
 *
 * Use it for "half are confirmed within 9 days" with records that are still open; ask for at least 10 events
 * before printing. When the curve never falls that far the answer is null: print "more than `lastFollowUp`
 * days".
 *
 * Formula: first time with S <= 1 - p. If S equals 1 - p exactly (tolerance 1.5e-8) from one step to the
 * next, the middle of that stretch; it ends at the next drop, or at the last record. The limits are read off
 * the curve's lower and upper band in the same way. Source: Brookmeyer & Crowley 1982; R's
 * survival::quantile.survfit.
 *
 * Example: on the curve of kaplan-meier.ts the quartile (p = 0.25) is 10, the middle of 8 and 12, limits 5
 * and 25.
 */
import type { SurvivalCurve, SurvivalStep } from './kaplan-meier.ts'
import { requireThat } from './misuse.ts'

export interface SurvivalQuantile {
  readonly quantile: number | null
  /** limits at the confidence of the curve; null when the band never falls that far */
  readonly lower: number | null
  readonly upper: number | null
  /** longest time anyone was watched; null without records */
  readonly lastFollowUp: number | null
  readonly reason: string | null
}

const TOLERANCE = 1.5e-8

export function survivalQuantile({ steps, n }: SurvivalCurve, p: number): SurvivalQuantile {
  requireThat(p > 0 && p < 1, `survivalQuantile needs 0 < p < 1, got ${p}`)
  const lastFollowUp = steps.at(-1)?.time ?? null
  const quantile = firstTime(steps, 1 - p, (step) => step.survival)
  const lower = firstTime(steps, 1 - p, (step) => step.lower)
  const upper = firstTime(steps, 1 - p, (step) => step.upper)
  const reached =
    quantile === null ? 'the curve does not fall that far' : 'a limit lies beyond the last record'
  const isComplete = quantile !== null && lower !== null && upper !== null
  return {
    quantile,
    lower,
    upper,
    lastFollowUp,
    reason: n === 0 ? 'no records' : isComplete ? null : reached,
  }
}

function firstTime(
  steps: readonly SurvivalStep[],
  level: number,
  height: (step: SurvivalStep) => number | null,
): number | null {
  const isAtOrBelow = (step: SurvivalStep) => (height(step) ?? Infinity) <= level + TOLERANCE
  const first = steps.findIndex(isAtOrBelow)
  const hit = steps[first]
  if (hit === undefined) return null
  if ((height(hit) ?? 0) < level - TOLERANCE) return hit.time
  const next = steps.slice(first + 1).find((step) => step.events > 0 && step.survival < hit.survival)
  return (hit.time + (next ?? steps.at(-1) ?? hit).time) / 2
}
