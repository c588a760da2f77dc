/**
 * The vital few: things ordered by size, and how many of the largest make up 80 % of the whole.
 *
 * Use it to say where to look first. Not as a finding: a few things nearly always make up most.
 *
 * Rule: by value descending, then label by code unit; `vital` is the smallest number of leading rows whose
 * shares add up to `enough` (tolerance 1e-12). Source: J. M. Juran's Pareto principle.
 *
 * Example: price 50, feature 30, timing 15, other 5: the first two make up 0.80, vital = 2.
 */
import { compareText } from './compare-text.ts'
import { requireThat } from './misuse.ts'

export interface ParetoRow {
  readonly label: string
  readonly value: number
  /** null when all values are 0 */
  readonly share: number | null
  readonly cumulativeShare: number | null
}

export interface Pareto {
  readonly rows: readonly ParetoRow[]
  readonly vital: number | null
  readonly reason: string | null
}

export function pareto(
  items: readonly { readonly label: string; readonly value: number }[],
  enough = 0.8,
): Pareto {
  requireThat(
    items.every(({ value }) => value >= 0),
    'pareto needs values >= 0',
  )
  const sorted = [...items].sort((a, b) => b.value - a.value || compareText(a.label, b.label))
  const total = sorted.reduce((sum, { value }) => sum + value, 0)
  if (total === 0) {
    const rows = sorted.map(({ label, value }) => ({ label, value, share: null, cumulativeShare: null }))
    return { rows, vital: null, reason: 'nothing to share out' }
  }
  let running = 0
  let vital: number | null = null
  const rows = sorted.map(({ label, value }, index) => {
    running += value
    const cumulativeShare = running / total
    if (vital === null && cumulativeShare >= enough - 1e-12) vital = index + 1
    return { label, value, share: value / total, cumulativeShare }
  })
  return { rows, vital: vital ?? rows.length, reason: null }
}
