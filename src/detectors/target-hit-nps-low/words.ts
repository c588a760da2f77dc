// The words sentences about levels, periods and numbers are made of.
import { formatList, formatNps, formatShare } from '../../report/index.ts'
import type { EntityAttainment } from '../target-attainment.ts'
import type { Judged } from '../target-verdict.ts'
import type { Level } from '../target-ledger.ts'
import { shownNps } from '../answered-nps.ts'
import type { NpsCounts } from '../../stats/index.ts'

const plurals: Readonly<Record<Level, string>> = {
  owner: 'owners',
  team: 'teams',
  product: 'products',
  company: 'companies',
}
export const titles: Readonly<Record<Level, string>> = {
  owner: 'Owner',
  team: 'Team',
  product: 'Product',
  company: 'Company',
}

/** `1 owner`, `3 owners`. */
export const countOf = (count: number, level: Level): string =>
  `${count} ${count === 1 ? level : plurals[level]}`
export const pluralOf = (level: Level): string => plurals[level]
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** In a sentence the company is not called by the name a target sheet gives it. */
export const nameOf = ({ level, label }: Pick<Judged, 'level' | 'label'>): string =>
  level === 'company' ? 'The company' : label

/** A target missed by a hair must not read as reached: 99.99 % is `99.9 %`, not `100.0 %`. */
const share = ({ attainment, hit }: EntityAttainment['lines'][number]): string => {
  const reached = attainment ?? 0
  return hit === false && reached >= 0.995 ? formatShare(Math.min(reached, 0.999), 1) : formatShare(reached)
}

/** `134 %`, or one figure per currency where there are several. */
export function attainmentText({ lines }: EntityAttainment): string {
  const judged = lines.filter(({ attainment }) => attainment !== null)
  const parts = judged.map((line) =>
    judged.length === 1 ? share(line) : `${share(line)} (${line.currency ?? 'no currency'})`,
  )
  return formatList(parts)
}

/** `NPS +12 from 5,000 answers (95 % interval +10 to +14)`, or why there is none. */
export function npsText(counts: NpsCounts, floor: number, answers: string): string {
  const { nps, lower, upper } = shownNps(counts, floor)
  if (nps === null || lower === null || upper === null)
    return `no NPS from ${answers} (at least ${floor} are needed)`
  return `NPS ${formatNps(nps)} from ${answers} (95 % interval ${formatNps(lower)} to ${formatNps(upper)})`
}
