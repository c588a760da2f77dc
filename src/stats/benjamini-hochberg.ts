/**
 * p-values adjusted for having asked many questions at once (Benjamini-Hochberg).
 *
 * Use it on a family of tests of the same kind (all owners, all reasons): calling those with an adjusted p <=
 * 0.10 keeps the expected share of false alarms among the calls at or below 10 %. Not to combine questions of
 * different kinds, and not needed for a single test.
 *
 * Formula: p sorted, adjusted(i) = min over j >= i of p(j) m / j, capped at 1. A null p (no answer) stays
 * null and does not count in m. Source: Benjamini & Hochberg 1995; R's p.adjust(method = "BH").
 *
 * Example: [0.01, 0.02, 0.03, 0.04, 0.05] all become 0.05.
 */
import { requireThat } from './misuse.ts'

export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const known: { value: number; index: number }[] = []
  p.forEach((value, index) => {
    if (value === null) return
    requireThat(value >= 0 && value <= 1, `a p-value must lie between 0 and 1, got ${value}`)
    known.push({ value, index })
  })
  known.sort((a, b) => b.value - a.value)
  const adjusted: (number | null)[] = p.map(() => null)
  let smallest = 1
  known.forEach(({ value, index }, place) => {
    smallest = Math.min(smallest, value * (known.length / (known.length - place)))
    adjusted[index] = smallest
  })
  return adjusted
}
