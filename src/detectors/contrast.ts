// Two groups side by side (complete and incomplete, contacted and not): NPS, or a share, with the difference and its interval.
import { formatNps, formatNumber, formatShare, type Table } from '../report/index.ts'
import {
  npsDifference,
  npsScoreInterval,
  shareDifference,
  twoProportionTest,
  type NpsCounts,
} from '../stats/index.ts'
import type { ShareCount } from './share-limit.ts'

/** Fewer answers than this: the NPS is not shown. */
const fewestAnswers = 5

export interface Contrast {
  readonly label: string
  readonly unit: 'nps' | 'share'
  /** What is counted: `answers`, `customers`. */
  readonly counted: string
  /** NPS on -1..1 or share on 0..1 of the troubled and the other group. */
  readonly troubled: { readonly value: number; readonly n: number }
  readonly others: { readonly value: number; readonly n: number }
  /** Troubled minus others, with its 95 % interval; p two-sided. */
  readonly difference: number
  readonly lower: number
  readonly upper: number
  readonly p: number
}

const size = ({ detractors, passives, promoters }: NpsCounts): number => detractors + passives + promoters

/** null where either side has fewer than five answers. */
export function npsContrast(label: string, troubled: NpsCounts, others: NpsCounts): Contrast | null {
  if (Math.min(size(troubled), size(others)) < fewestAnswers) return null
  const [a, b] = [npsScoreInterval(troubled), npsScoreInterval(others)]
  const found = npsDifference(troubled, others)
  if (a.nps === null || b.nps === null || found.reason !== null) return null
  return {
    label,
    unit: 'nps',
    counted: 'answers',
    troubled: { value: a.nps, n: a.n },
    others: { value: b.nps, n: b.n },
    difference: found.diff,
    lower: found.lower,
    upper: found.upper,
    p: Math.min(1, 2 * Math.min(found.pLess, 1 - found.pLess)),
  }
}

/** null where either side is empty. */
export function shareContrast(
  label: string,
  counted: string,
  troubled: ShareCount,
  others: ShareCount,
): Contrast | null {
  const found = shareDifference(troubled.x, troubled.n, others.x, others.n)
  const { p } = twoProportionTest(troubled.x, troubled.n, others.x, others.n)
  if (found.reason !== null || p === null) return null
  return {
    label,
    unit: 'share',
    counted,
    troubled: { value: troubled.x / troubled.n, n: troubled.n },
    others: { value: others.x / others.n, n: others.n },
    difference: found.diff,
    lower: found.lower,
    upper: found.upper,
    p,
  }
}

const points = (value: number): string => {
  const text = formatNumber(value * 100)
  return value > 0 && text !== '0' ? `+${text}` : text
}

/** `NPS -12 (40 answers) against +35 (120): -47 points, 95 % interval -66 to -28` */
export function contrastText({
  label,
  unit,
  counted,
  troubled,
  others,
  difference,
  lower,
  upper,
}: Contrast): string {
  const value = unit === 'nps' ? formatNps : (share: number) => formatShare(share)
  return `${label} ${value(troubled.value)} (${formatNumber(troubled.n)} ${counted}) against ${value(others.value)} (${formatNumber(others.n)}): ${points(difference)} points, 95 % interval ${points(lower)} to ${points(upper)}`
}

/** null without contrasts. `names`: the two groups, the troubled one first. */
export function contrastTable(
  contrasts: readonly (Contrast | null)[],
  names: readonly [string, string],
  note: string,
): Table | null {
  const rows = contrasts.flatMap((one) =>
    one === null
      ? []
      : [
          [
            one.unit === 'nps' ? one.label : `${one.label}, %`,
            one.troubled.value * 100,
            one.troubled.n,
            one.others.value * 100,
            one.others.n,
            one.difference * 100,
            one.lower * 100,
            one.upper * 100,
            one.p,
          ],
        ],
  )
  if (rows.length === 0) return null
  return {
    id: 'contrast',
    title: `${names[0]} against ${names[1].toLowerCase()}`,
    note: `${note} Difference in points with its 95 % interval; p two-sided. What goes together need not cause each other.`,
    columns: [
      { id: 'measure', label: 'Measure', type: 'text' },
      { id: 'troubled', label: names[0], type: 'number' },
      { id: 'troubledN', label: 'n', type: 'count', priority: 2 },
      { id: 'others', label: names[1], type: 'number' },
      { id: 'othersN', label: 'n', type: 'count', priority: 2 },
      { id: 'difference', label: 'Difference', type: 'number' },
      { id: 'lower', label: 'from', type: 'number', priority: 1 },
      { id: 'upper', label: 'to', type: 'number', priority: 1 },
      { id: 'p', label: 'p', type: 'p', priority: 3 },
    ],
    rows,
  }
}
