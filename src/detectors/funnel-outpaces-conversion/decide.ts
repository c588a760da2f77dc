// Rows in, decision out: the verdict, its finding, and the tables that are there whatever the verdict.
import { formatCount } from '../../report/index.ts'
import type { DecideInput, Decision, Rollups } from '../detector.ts'
import { analyse, type Analysis } from './analysis.ts'
import { findingOf } from './findings.ts'
import { headlineOf } from './headline.ts'
import type { messages } from './messages.ts'
import { notesOf } from './notes.ts'
import type { options } from './options.ts'
import { reasonOf } from './reason.ts'
import type { rows } from './rows.ts'
import { funnelTable } from './tables/funnel.ts'
import { halvesTable } from './tables/halves.ts'
import { sourcesTable } from './tables/sources.ts'
import { elasticityTable, trendTable } from './tables/trend.ts'
import { wordingOf, type Wording } from './wording.ts'
import { missingConversions, worthOf } from './worth.ts'

type Input = DecideInput<typeof rows, typeof options, Rollups>
type Outcome = Decision<keyof typeof messages>

const summaryOf = ({ usable, settings, estimated: { estimate } }: Analysis): Outcome['summary'] => ({
  usableMonths: usable.length,
  leadsGrowth: estimate?.leadsGrowth ?? null,
  leadsGrowthP: estimate?.leadsGrowthP ?? null,
  gapSlope: estimate?.gapSlope ?? null,
  gapP: estimate?.gapP ?? null,
  totalGap: estimate?.totalGap ?? null,
  conversionDecline: estimate?.conversionDecline ?? null,
  horizonDays: settings.horizonDays,
})

const tablesOf = (analysis: Analysis, wording: Wording): Outcome['tables'] =>
  [
    funnelTable(analysis, wording),
    halvesTable(analysis, wording),
    trendTable(analysis, wording),
    sourcesTable(analysis, wording),
    elasticityTable(analysis, wording),
  ].flatMap((table) => table ?? [])

const periodNote = ({ period }: Input): string | null =>
  period === null
    ? null
    : 'A period is not judged by itself: the trend runs over all months. --since and --until narrow it.'

export function decide(input: Input): Outcome {
  const analysis = analyse(input, input.rows)
  const { census, settings, usable, halves, estimated } = analysis
  const wording = wordingOf(census.basis, settings.horizonDays)
  const shared = { summary: summaryOf(analysis), tables: tablesOf(analysis, wording) }
  const { estimate } = estimated
  if (estimate === null) {
    const reason = reasonOf(analysis, estimated.reason, wording)
    return {
      ...shared,
      outcome: census.basis === 'leads-only' ? 'skipped' : 'insufficient-data',
      headline: `Whether ${wording.entrants} outgrow conversion cannot be judged yet: ${reason}.`,
      reason,
      findings: [],
      notes: notesOf(analysis, wording, [periodNote(input)]),
    }
  }
  const missing = halves === null ? 0 : missingConversions(halves)
  const worth = worthOf(missing, usable, analysis.won)
  const finding = findingOf(analysis, estimate, wording, worth)
  const valued =
    finding === null || worth.how === null
      ? null
      : `Money at stake: ${formatCount(Math.round(missing), `missing ${wording.one}`, `missing ${wording.many}`)} ${worth.how}.`
  return {
    ...shared,
    outcome: finding?.verdict ?? 'ok',
    headline: headlineOf(analysis, estimate, wording),
    findings: finding === null ? [] : [finding],
    notes: notesOf(analysis, wording, [valued, periodNote(input)]),
  }
}
