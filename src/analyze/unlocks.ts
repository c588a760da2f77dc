// Which further export would unlock which question, the shortest way first: from what questions need against what is there.
import type { Detector, Present } from '../detectors/detector.ts'
import { formatList, type DetectorOutcome, type Unlock } from '../report/index.ts'
import { distance, missingOf } from './plan.ts'

type Missing = ReturnType<typeof missingOf>

interface Way {
  readonly missing: Missing
  readonly distance: number
  /** The question ran and had too few rows: this is another source of them. */
  readonly again: boolean
  readonly detectors: string[]
}

/**
 * The nearest set of columns a question lacks. One that ran on too few rows is not helped by a further column, only by another table;
 * null: nothing would help.
 */
function nearest({ needs }: Detector, outcome: DetectorOutcome, present: Present): Missing | null {
  const gaps = needs.required.map((columns) => missingOf(columns, present)).filter((gap) => gap.length > 0)
  const ran = gaps.length < needs.required.length
  if (ran && outcome.outcome === 'skipped') return null
  const useful = ran ? gaps.filter((gap) => gap.every(({ table }) => !present.has(table))) : gaps
  const [first, ...rest] = useful
  if (first === undefined) return null
  return rest.reduce((best, gap) => (distance(gap, present) < distance(best, present) ? gap : best), first)
}

const words = (name: string): string => name.replaceAll('_', ' ')

function partText({ table, columns }: Missing[number], isPresent: boolean): string {
  const names = columns.map(words)
  if (isPresent)
    return `${names.length === 1 ? 'a column' : 'columns'} for ${formatList(names)} to the ${words(table)}`
  return `an export of ${words(table)} (${names.join(', ')})`
}

function sentenceOf({ missing, again, detectors }: Way, present: Present): string {
  const parts = missing.map((part) => partText(part, present.has(part.table)))
  const run = again ? 'could then be answered from other rows' : 'could then run'
  return `add ${formatList(parts)}: ${formatList(detectors)} ${run}`
}

/** Questions that were skipped first; then fewer files, fewer columns, more questions at once. */
function compare(a: Way, b: Way): number {
  return (
    Number(a.again) - Number(b.again) ||
    a.distance - b.distance ||
    b.detectors.length - a.detectors.length ||
    columnsOf(a) - columnsOf(b)
  )
}

const columnsOf = ({ missing }: Way): number => missing.reduce((sum, { columns }) => sum + columns.length, 0)

export function unlocksOf(
  detectors: readonly Detector[],
  outcomes: readonly DetectorOutcome[],
  present: Present,
): Unlock[] {
  const ways = new Map<string, Way>()
  for (const outcome of outcomes) {
    if (outcome.outcome !== 'skipped' && outcome.outcome !== 'insufficient-data') continue
    const detector = detectors.find(({ id }) => id === outcome.detector)
    const missing = detector === undefined ? null : nearest(detector, outcome, present)
    if (missing === null) continue
    const again = outcome.outcome === 'insufficient-data'
    // The same columns unlock several questions: one line for all of them.
    const key = JSON.stringify([again, missing.map(({ table, columns }) => [table, columns.toSorted()])])
    const known = ways.get(key)
    if (known === undefined)
      ways.set(key, { missing, distance: distance(missing, present), again, detectors: [outcome.detector] })
    else known.detectors.push(outcome.detector)
  }
  return [...ways.values()].toSorted(compare).map((way) => ({
    detectors: [...way.detectors],
    missing: way.missing.map(({ table, columns }) => ({ table, columns, present: present.has(table) })),
    sentence: sentenceOf(way, present),
  }))
}
