// The rate by lost reason and by owner: the same curve for each group.
import { winBackRate, type Waiting, type WinBackRate } from '../../stats/index.ts'
import type { GroupRow } from './rows.ts'

export interface GroupRate {
  readonly label: string
  readonly rate: WinBackRate
}

/** `labelsOf`: the groups a value belongs to; a deal with two reasons counts for both. Largest group first. */
export function ratesBy(
  rows: readonly GroupRow[],
  grouping: 'owner' | 'reason',
  labelsOf: (value: string) => readonly string[],
  horizonDays: number,
): GroupRate[] {
  const waits = new Map<string, Waiting[]>()
  for (const { grouping: of, label, days, event, deals } of rows) {
    if (of !== grouping || label === null) continue
    for (const one of labelsOf(label)) {
      const known = waits.get(one)
      const waiting = { time: days, event, count: deals }
      if (known === undefined) waits.set(one, [waiting])
      else known.push(waiting)
    }
  }
  return [...waits]
    .map(([label, list]) => ({ label, rate: winBackRate(list, horizonDays) }))
    .sort((a, b) => b.rate.n - a.rate.n || (a.label < b.label ? -1 : 1))
}
