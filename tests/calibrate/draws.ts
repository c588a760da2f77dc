// Counts drawn at random, for calibrations: how many of n, and how n things spread over groups.
import type { Random } from '../bench/random.ts'

/** How many of n happen, each with this chance. */
export function binomial(random: Random, n: number, chance: number): number {
  let hits = 0
  for (let index = 0; index < n; index += 1) if (random.next() < chance) hits += 1
  return hits
}

export interface DrawnGroup {
  readonly label: string
  readonly hits: number
  readonly total: number
}

/** Groups of these sizes; `chance` may differ from group to group. */
export const drawGroups = (
  random: Random,
  sizes: readonly number[],
  chance: (place: number) => number,
): DrawnGroup[] =>
  sizes.map((total, place) => ({
    label: `Owner ${place + 1}`,
    hits: binomial(random, total, chance(place)),
    total,
  }))

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
