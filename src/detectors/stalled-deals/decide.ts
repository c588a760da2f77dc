// From rows to the decision: how long a win takes, which open deals are older than that, and whether they are too many.
import { formatCount, formatNumber, formatShare } from '../../report/index.ts'
import type { DecideInput, Decision, Rollups } from '../detector.ts'
import { whoseText } from '../headline-cause.ts'
import { moneyOf, moneyText } from '../money-by-currency.ts'
import { shareText } from '../share-limit-words.ts'
import { cycleOf, type Cycle } from './cycle.ts'
import { findingsOf } from './findings.ts'
import { judge, type Judgement } from './judge.ts'
import type { Message } from './messages.ts'
import { notesOf } from './notes.ts'
import type { Options } from './options.ts'
import { countOf, pipelineOf, valueOf, type Pipeline } from './pipeline.ts'
import type { Rows } from './rows.ts'
import { tablesOf } from './tables.ts'
import { dealsText } from './words.ts'

type Input = DecideInput<Rows, Options, Rollups>

/** Why no verdict can be given; null: it can. */
function missing({ yes, threshold }: Cycle, { company }: Pipeline, { options }: Input): string | null {
  if (company.open === 0)
    return `there is no open deal among ${formatCount(yes.deals, 'won deal')}: export the open deals too`
  if (threshold === null)
    return `${formatCount(yes.deals, 'won deal')} with a creation and a closing day, ${formatNumber(options.minWon)} are needed to know how long a win takes`
  if (company.aged < options.minOpen)
    return `${dealsText(company.aged)} with a creation day, ${formatNumber(options.minOpen)} are needed to judge`
  return null
}

function headlineOf(
  cycle: Cycle,
  { company: pipeline }: Pipeline,
  { company, owners }: Judgement,
  { options }: Input,
): string {
  if (company === null || cycle.threshold === null)
    return pipeline.open === 0
      ? 'There are no open deals to look at.'
      : `${dealsText(pipeline.open)}: how long a win takes is not known yet.`
  const money = moneyText(moneyOf(valueOf(company.part, 'stalled')))
  const worth = money === '' || company.verdict === 'ok' ? '' : `, worth ${money}`
  const named = owners.filter(({ verdict }) => verdict === 'problem')
  const [first] = named
  const whose =
    company.verdict === 'ok' && first !== undefined
      ? whoseText(
          'too many',
          { column: 'owner', count: named.length },
          { label: first.part.owner ?? '', x: first.stalled, n: first.open },
        )
      : ''
  return `${shareText({ x: company.stalled, n: company.open }, 'open deal')} are older than ${formatNumber(cycle.threshold)} days, by which ${formatShare(options.wonShare / 100)} of all wins have happened${worth}${whose}.`
}

function summaryOf(cycle: Cycle, { company }: Pipeline, judged: Judgement): Record<string, unknown> {
  const { yes, no, threshold, longest } = cycle
  const isKnown = threshold !== null
  return {
    thresholdDays: threshold,
    open: company.aged,
    openUndated: company.open - company.aged,
    stalled: isKnown ? countOf(company, 'stalled') : null,
    stalledShare: judged.company?.share ?? null,
    longestCycleDays: longest,
    olderThanAnyClosed: longest === null ? null : countOf(company, 'beyond'),
    pastCloseDate: countOf(company, 'overdue'),
    longerInStageThanWon: countOf(company, 'stuck'),
    stalledValue: isKnown ? moneyOf(valueOf(company, 'stalled')) : [],
    medianDaysToYes: yes.half,
    medianDaysToNo: no.half,
  }
}

export function decide(input: Input): Decision<Message> {
  const { rows, options, present } = input
  const cycle = cycleOf(rows.cycles, options)
  const pipeline = pipelineOf(rows.open, cycle)
  const judgement = judge(pipeline, cycle, options)
  const reason = missing(cycle, pipeline, input)
  const findings = reason === null ? findingsOf(judgement, cycle, options) : []
  const answer = {
    headline: headlineOf(cycle, pipeline, judgement, input),
    summary: summaryOf(cycle, pipeline, judgement),
    findings,
    tables: tablesOf({ cycle, pipeline, judgement, oldest: rows.oldest, options }),
    notes: notesOf(cycle, pipeline, present, {
      isPeriodAsked: input.period !== null,
      isSinceAsked: input.since !== null,
    }),
  }
  if (reason !== null) return { outcome: 'insufficient-data', reason, ...answer }
  const isProblem = findings.some(({ verdict }) => verdict === 'problem')
  return { outcome: isProblem ? 'problem' : findings.length > 0 ? 'watch' : 'ok', ...answer }
}
