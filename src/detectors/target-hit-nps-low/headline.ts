// The answer in one sentence, for every outcome.
import { formatCount, formatList, formatNps, formatNumber } from '../../report/index.ts'
import type { Judged } from '../target-verdict.ts'
import type { Options } from './options.ts'
import { periodOfSpan } from '../month-span.ts'
import type { LevelOutcome, LevelStanding } from '../target-standing.ts'
import { capital, countOf, pluralOf } from './words.ts'

const named = 3

const lowness = (level: Judged['level'], { compareTo, npsThreshold }: Options): string =>
  level === 'company' || compareTo === 'threshold'
    ? `below the threshold of ${formatNps(npsThreshold / 100)}`
    : 'below the rest of the company'

function names(rows: readonly Judged[]): string {
  const shown = rows
    .toSorted((a, b) => (a.p ?? 1) - (b.p ?? 1))
    .slice(0, named)
    .map((row) => `${row.label} (${formatNps(row.nps.nps ?? 0)} from ${formatCount(row.nps.n, 'answer')})`)
  const more = rows.length - shown.length
  return formatList(more > 0 ? [...shown, `${formatNumber(more)} more`] : shown)
}

function clause({ level, rows, span }: LevelStanding, outcome: LevelOutcome, options: Options): string {
  const period = periodOfSpan(span).label
  const hit = rows.filter(({ attainment }) => attainment.hit === true)
  const flagged = rows.filter((row) => row.outcome === outcome)
  const low = lowness(level, options)
  if (level === 'company') {
    const [row] = rows
    if (row === undefined) return ''
    if (hit.length === 0) return `the company did not hit its target in ${period}`
    const n = formatCount(row.nps.n, 'answer')
    if (row.nps.nps === null) return `the company hit its target in ${period} with ${n}, too few to judge`
    const how = {
      problem: `clearly ${low}`,
      watch: `${low}, perhaps by chance`,
      ok: `not clearly ${low}`,
      'insufficient-data': 'too few to judge',
    }
    return `the company hit its target in ${period} with an NPS of ${formatNps(row.nps.nps)} from ${n}, ${how[outcome]}`
  }
  const which = `${level === 'owner' ? 'who' : 'that'} hit target in ${period}`
  const one = hit.length === 1
  const all = one ? `the one ${level} ${which}` : `the ${countOf(hit.length, level)} ${which}`
  if (outcome === 'problem' || outcome === 'watch') {
    const who = one ? all : `${flagged.length} of ${all}`
    const how = outcome === 'problem' ? `clearly ${low}` : 'that looks low but may be chance'
    return `${who} ${flagged.length === 1 ? 'has' : 'have'} an NPS ${how}: ${names(flagged)}`
  }
  const set = rows.filter((row) => row.attainment.status === 'ok').length
  if (hit.length === 0 && set > 0)
    return set === 1
      ? `the one ${level} with a target missed it in ${period}`
      : `none of the ${countOf(set, level)} with a target hit it in ${period}`
  if (hit.length === 0) return `no target of ${pluralOf(level)} in ${period} can be compared with bookings`
  const open = rows.filter((row) => row.outcome === 'insufficient-data')
  if (outcome === 'insufficient-data') {
    if (!open.some((row) => row.nps.n < options.minResponses))
      return `${all} cannot be compared: nobody else has ${options.displayFloor} answers`
    const lack = `the ${options.minResponses} answers a verdict needs`
    return one ? `${all} does not have ${lack}` : `none of ${all} has ${lack}`
  }
  const rest =
    open.length === 0 ? '' : `; ${formatNumber(open.length)} of them cannot be judged for lack of answers`
  return `${one ? `${all} has no` : `none of ${all} has an`} NPS clearly ${low}${rest}`
}

/** The levels that make the outcome, each in a clause. */
export function headlineOf(
  standing: readonly LevelStanding[],
  outcome: LevelOutcome,
  options: Options,
): string {
  const clauses = standing
    .filter((level) => level.outcome === outcome)
    .map((level) => clause(level, outcome, options))
  return `${capital(clauses.join('; '))}.`
}
