// Literal rows for `decide`: every lead converts on its first day or never, so that all months count in full and every number
// can be checked by hand.
import { decide } from '../../../src/detectors/funnel-outpaces-conversion/decide.ts'
import { options } from '../../../src/detectors/funnel-outpaces-conversion/options.ts'
import { addDays } from '../../../src/schema/index.ts'
import type { CohortRow, GroupRow, WonRow } from '../../../src/detectors/funnel-outpaces-conversion/rows.ts'

export type Input = Parameters<typeof decide>[0]
export type Settings = Input['options']

export const defaults: Settings = Object.fromEntries(
  Object.entries(options).map(([key, spec]) => [key, spec.default]),
) as unknown as Settings

const pad = (value: number): string => String(value).padStart(2, '0')

/** The first day of the month this many months after January 2023. */
export const monthStart = (index: number): string =>
  `${2023 + Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`

const counted = { early: 0, late: 0, dateless: 0, undated: 0, future: 0 }

export const cohort = (row: Partial<CohortRow>): CohortRow => ({
  start: null,
  source: null,
  other: false,
  leads: 0,
  conversions: 0,
  ...counted,
  ...row,
})

/** `[leads, conversions]` per month from January 2023 on. */
export function funnelRows(months: readonly (readonly [number, number])[]): {
  cohorts: CohortRow[]
  groups: GroupRow[]
} {
  return {
    cohorts: months.map(([leads, conversions], at) => cohort({ start: monthStart(at), leads, conversions })),
    groups: months.flatMap(([leads, conversions], at) => [
      { start: monthStart(at), lag: 0, leads: conversions },
      { start: monthStart(at), lag: null, leads: leads - conversions },
    ]),
  }
}

const present = { has: (table: string) => table === 'leads' }

export interface Given {
  readonly groups?: readonly GroupRow[]
  readonly cohorts?: readonly CohortRow[]
  readonly won?: readonly WonRow[]
}

/** Decides on literal rows; the data end with this month (2023-01 is 0). */
export function decideOn(
  rows: Given,
  lastMonth: number,
  { settings = {}, input = {} }: { settings?: Partial<Settings>; input?: Partial<Input> } = {},
): ReturnType<typeof decide> {
  const end = addDays(monthStart(lastMonth + 1), -1)
  return decide({
    rows: { groups: [], cohorts: [], won: [], ...rows },
    rollups: {},
    options: { ...defaults, ...settings },
    present,
    asOf: end,
    horizon: () => end,
    period: null,
    since: null,
    until: null,
    words: { aliases: new Map() },
    ...input,
  })
}

/** Decides on months of leads and conversions that end with the last of them. */
export const decideMonths = (
  months: readonly (readonly [number, number])[],
  more: Parameters<typeof decideOn>[2] = {},
): ReturnType<typeof decide> => decideOn(funnelRows(months), months.length - 1, more)
