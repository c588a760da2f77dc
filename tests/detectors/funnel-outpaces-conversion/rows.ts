// Literal rows for `decide`: every lead converts on its first day or never, so that all months count in full and every number
// can be checked by hand.
import { decide } from '../../../src/detectors/funnel-outpaces-conversion/decide.ts'
import { options } from '../../../src/detectors/funnel-outpaces-conversion/options.ts'
import { addDays } from '../../../src/schema/index.ts'
import type { GroupRow, SourceRow, WonRow } from '../../../src/detectors/funnel-outpaces-conversion/rows.ts'

export type Input = Parameters<typeof decide>[0]
export type Settings = Input['options']

export const defaults: Settings = Object.fromEntries(
  Object.entries(options).map(([key, spec]) => [key, spec.default]),
) as unknown as Settings

const pad = (value: number): string => String(value).padStart(2, '0')

/** The first day of the month this many months after January 2023. */
export const monthStart = (index: number): string =>
  `${2023 + Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`

export const group = (row: Partial<GroupRow>): GroupRow => ({
  start: null,
  lag: null,
  leads: 0,
  late: 0,
  dateless: 0,
  future: 0,
  ...row,
})

/** `leads` that start on a day, of which so many convert at once. */
export const groupsOf = (start: string, leads: number, conversions: number): GroupRow[] => [
  group({ start, lag: 0, leads: conversions }),
  group({ start, leads: leads - conversions }),
]

/** `[leads, conversions]` per month from January 2023 on. */
export const funnelRows = (months: readonly (readonly [number, number])[]): GroupRow[] =>
  months.flatMap(([leads, conversions], at) => groupsOf(monthStart(at), leads, conversions))

const present = { has: (table: string) => table === 'leads' }

export interface Given {
  readonly groups?: readonly GroupRow[]
  readonly sources?: readonly SourceRow[]
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
    rows: { groups: [], sources: [], won: [], ...rows },
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
): ReturnType<typeof decide> => decideOn({ groups: funnelRows(months) }, months.length - 1, more)
