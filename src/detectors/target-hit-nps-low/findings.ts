// Findings: one per owner, team, product or company that hit its target with a low NPS, the worst first.
import { formatNps, formatNumber, formatP, type Money } from '../../report/index.ts'
import type { Draft } from '../detector.ts'
import { bookedIn } from '../target-attainment.ts'
import type { Judged } from '../target-verdict.ts'
import type { Ledger } from '../target-ledger.ts'
import type { Options } from './options.ts'
import { periodOfSpan, type Span } from '../month-span.ts'
import type { LevelStanding } from '../target-standing.ts'
import { attainmentText, nameOf } from './words.ts'

export const messages = {
  'low-against-rest':
    '{entity} booked {attainment} of target in {period}, but the NPS of {n} answers is {nps} (95 % interval {lower} to {upper}), against {reference} in the rest of the company.',
  'low-against-rest-weak':
    '{entity} booked {attainment} of target in {period}, and the NPS of {n} answers looks low at {nps} (95 % interval {lower} to {upper}), against {reference} in the rest of the company; this may be chance ({doubt}).',
  'low-against-threshold':
    '{entity} booked {attainment} of target in {period}, but the NPS of {n} answers is {nps} (95 % interval {lower} to {upper}), below the threshold of {reference}.',
  'low-against-threshold-weak':
    '{entity} booked {attainment} of target in {period}, and the NPS of {n} answers lies at {nps} (95 % interval {lower} to {upper}), below the threshold of {reference}; this may be chance ({doubt}).',
} as const
export type Message = keyof typeof messages

const advice: Readonly<Record<Judged['level'], string | null>> = {
  owner: null,
  team: 'Read what the detractors of this team wrote and compare how it sells and hands over with the other teams; put customer satisfaction beside revenue in the team goal.',
  product:
    'Read what the detractors of this product wrote: look for promises the product does not keep, and fix the product or the promise before selling more of it.',
  company:
    'Revenue is on target while customers would not recommend the company: find the two reasons detractors name most, give each an owner and a date, and watch renewals.',
}

function moneyIn(row: Judged, span: Span, ledger: Ledger): Money[] {
  const entity = ledger.levels[row.level].get(row.key)
  return [...(entity === undefined ? [] : bookedIn(entity, span))]
    .filter(([, amount]) => amount !== 0)
    .map(([currency, amount]) => ({ amount, currency }))
    .toSorted((a, b) => ((a.currency ?? '') < (b.currency ?? '') ? -1 : 1))
}

const testName = (row: Judged): string =>
  row.reference?.n === null
    ? `one-sided ${row.nps.n > 100 ? 'score' : 'exact'} test against the threshold`
    : 'one-sided comparison with the rest of the company (MOVER on score intervals)'

function draftOf(row: Judged, span: Span, ledger: Ledger, options: Options): Draft<Message> | null {
  const { nps, reference, p, adjustedP, outcome } = row
  if (outcome !== 'problem' && outcome !== 'watch') return null
  if (nps.nps === null || nps.lower === null || nps.upper === null || reference === null) return null
  const against = reference.n === null ? 'low-against-threshold' : 'low-against-rest'
  const doubt =
    adjustedP === null
      ? `fewer than ${options.minResponses} answers`
      : `p ${formatP(adjustedP)} after correcting for the number of comparisons`
  const period = periodOfSpan(span)
  const own = advice[row.level]
  return {
    messageId: outcome === 'problem' ? against : `${against}-weak`,
    verdict: outcome,
    data: {
      entity: nameOf(row),
      attainment: attainmentText(row.attainment),
      period: period.label,
      n: formatNumber(nps.n),
      nps: formatNps(nps.nps),
      lower: formatNps(nps.lower),
      upper: formatNps(nps.upper),
      reference: formatNps(reference.nps),
      doubt,
      entityKey: row.key,
    },
    subject: [{ column: row.level, value: row.label }],
    period,
    measure: {
      name: 'NPS',
      unit: 'nps',
      observed: nps.nps,
      expected: reference.nps,
      lower: nps.lower,
      upper: nps.upper,
      intervalOf: 'observed',
      numerator: 'promoters minus detractors',
      denominator: 'answers, the latest of each account in the period',
    },
    evidence: { test: testName(row), statistic: nps.nps - reference.nps, p, adjustedP, n: nps.n },
    impact: moneyIn(row, span, ledger),
    ...(own === null ? {} : { advice: own }),
  }
}

/** Problems before things to watch, then by p: the surest first. */
export function findingsOf(
  standing: readonly LevelStanding[],
  ledger: Ledger,
  options: Options,
): Draft<Message>[] {
  const found = standing.flatMap(({ rows, span }) =>
    rows.flatMap((row) => {
      const draft = draftOf(row, span, ledger, options)
      return draft === null ? [] : [draft]
    }),
  )
  const place = ({ verdict }: Draft<Message>): number => (verdict === 'problem' ? 0 : 1)
  return found.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      (a.evidence.adjustedP ?? 1) - (b.evidence.adjustedP ?? 1) ||
      (a.evidence.p ?? 1) - (b.evidence.p ?? 1),
  )
}
