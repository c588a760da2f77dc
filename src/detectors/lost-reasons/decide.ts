// From rows to the decision: each population analysed for itself, the worst outcome and all findings given.
import type { ReportPeriod } from '../../report/index.ts'
import { formatNumber } from '../../report/index.ts'
import type { DecideInput, Decision, Rollups } from '../detector.ts'
import { analyse, type Analysis } from './analysis.ts'
import type { Message, ReasonDraft } from './findings/draft.ts'
import { liftFindings } from './findings/lifted.ts'
import { coverageFinding } from './findings/low-coverage.ts'
import { risesOf } from './findings/share-rose.ts'
import { headlineOf } from './headline.ts'
import { countOf, nounOf } from './nouns.ts'
import { notesOf } from './notes.ts'
import type { Options } from './options.ts'
import { populations } from './populations.ts'
import type { Rows } from './rows.ts'
import { summaryOf } from './summary.ts'
import { tablesOf } from './tables/index.ts'

type Input = DecideInput<Rows, Options, Rollups>

interface Judged {
  readonly findings: readonly ReasonDraft[]
  /** Why nothing could be judged; null: it could. */
  readonly unjudged: string | null
}

function judge(analysis: Analysis, input: Input): Judged {
  const { options } = input
  const { tally, population, comparison, isThin } = analysis
  if (population.kind === 'churn-category') return { findings: [], unjudged: null }
  if (isThin) {
    const noun = nounOf(population)
    const unjudged = `${formatNumber(tally.reasoned)} of ${countOf(tally.losses, noun)} carry a reason, ${options.minReasoned} are needed to judge; record why each one was lost`
    return { findings: [], unjudged }
  }
  const period: ReportPeriod | null = input.period
  const findings = [
    ...risesOf(analysis, options.problemRise / 100),
    ...coverageFinding(analysis, options.minCoverage, period),
    ...liftFindings(analysis, period),
  ]
  const unjudged =
    findings.length === 0 && comparison.change === null
      ? `whether a reason rose cannot be judged: ${comparison.missing}`
      : null
  return { findings, unjudged }
}

/** Lost deals answer the question; without them the customers that left, then the leads. */
function analysesOf(input: Input): Analysis[] {
  const all = populations(input.present).map((population) => analyse(population, input.rows, input))
  const lost = all.find(({ population }) => population.kind === 'lost')
  const hasReasons = lost !== undefined && lost.tally.reasoned > 0
  return all.filter(({ population }) => population.kind !== 'lead' || !hasReasons)
}

const worstFirst = (a: ReasonDraft, b: ReasonDraft): number =>
  Number(b.verdict === 'problem') - Number(a.verdict === 'problem')

/** Headline and notes of a population beside the main one, each saying whose it is. */
function notesBeside(analysis: Analysis, unjudged: string | null): string[] {
  const { many } = nounOf(analysis.population)
  const whose = `${many.charAt(0).toUpperCase()}${many.slice(1)}`
  const why = unjudged === null || !analysis.isThin ? [] : [`not judged: ${unjudged}.`]
  return [headlineOf(analysis), ...why, ...notesOf(analysis)].map((note) => `${whose}: ${note}`)
}

/** The populations with anything to say; when none has, the first. */
function told(analyses: readonly Analysis[]): readonly Analysis[] {
  const some = analyses.filter(({ tally }) => tally.losses > 0)
  return some.length > 0 ? some : analyses.slice(0, 1)
}

export function decide(input: Input): Decision<Message> {
  const analyses = told(analysesOf(input))
  const [main] = analyses
  if (main === undefined) {
    const reason = 'no table with reasons was read'
    return { outcome: 'skipped', headline: reason, reason, summary: summaryOf([]), findings: [], tables: [] }
  }
  const judged = analyses.map((analysis) => judge(analysis, input))
  const findings = judged.flatMap((one) => one.findings).sort(worstFirst)
  // The main population answers the question: a handful of lost customers beside it cannot take the answer back.
  const unjudged = judged[0]?.unjudged ?? null
  const others = analyses.flatMap((analysis, index) =>
    index === 0 || analysis.population.kind === 'churn-category'
      ? []
      : notesBeside(analysis, judged[index]?.unjudged ?? null),
  )
  const answer = {
    headline: headlineOf(main, findings[0]),
    summary: summaryOf(analyses),
    findings,
    tables: analyses.flatMap((analysis) => tablesOf(analysis, input.options.problemRise / 100)),
    notes: notesOf(main).concat(others),
  }
  if (findings.some(({ verdict }) => verdict === 'problem')) return { outcome: 'problem', ...answer }
  if (findings.length > 0) return { outcome: 'watch', ...answer }
  return unjudged === null
    ? { outcome: 'ok', ...answer }
    : { outcome: 'insufficient-data', reason: unjudged, ...answer }
}
