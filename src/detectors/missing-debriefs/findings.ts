// The findings: too few losses are asked about, by the company or an owner; or debriefs are held in a way that brings no truth.
import { formatCount, formatList, formatNumber, type Money, type ReportPeriod } from '../../report/index.ts'
import type { CalendarDate } from '../../schema/index.ts'
import type { Draft } from '../detector.ts'
import type { OptionValues } from '../options.ts'
import { groupFindings } from '../share-limit-findings.ts'
import { limitText, shareEvidence, shareMeasure, shareText } from '../share-limit-words.ts'
import { isBeyond, lossNoun, type Analysis, type JudgedRule, type Rule } from './analysis.ts'
import type { Options } from './options.ts'

export const messages = {
  'few-debriefs': '{shares} were asked why (limit: {limit}).',
  'few-in-group': '{column} {group}: {share} were asked why (limit: {limit}).',
  'none-since':
    'No debrief since {day}, while {losses} came due after it: nobody asks any more, or the export of debriefs ends there.',
  // Short on purpose: the limits stand in the table of how debriefs are held.
  'same-day': '{share} came the same day.',
  'too-long': '{share} took over {minutes} minutes.',
  'by-owner': '{share} were held by the owner.',
} as const

export type Message = keyof typeof messages
export type DebriefDraft = Draft<Message>

const advices: Readonly<Record<'same-day' | 'too-long' | 'by-owner' | 'none-since', string>> = {
  'same-day':
    'Wait some days: on the day of the loss customers say what ends the call, and later they say why.',
  'too-long':
    'Keep to three questions and the time agreed on: customers who expect an hour say no to the next one.',
  'by-owner':
    'Let a colleague hold the debrief: customers do not tell the person who sold what that person did wrong.',
  'none-since':
    'Export the debriefs again up to today; if there are none, name a person who holds them from now on.',
}

const wordOf = (rule: Rule): string =>
  rule === 'deals' ? lossNoun('deal') : rule === 'customers' ? lossNoun('customer') : 'debrief'

const tableOf = (rule: Rule): string => (rule === 'deals' ? 'deals' : 'customers')

/** Kinds of losses with the same verdict are one finding: what is clear lends nothing to what is not. */
function coverageFindings(
  beyond: readonly JudgedRule[],
  period: ReportPeriod | null,
  impact: readonly Money[],
): DebriefDraft[] {
  const verdicts = [...new Set(beyond.map(({ verdict }) => verdict))]
  return verdicts.flatMap((verdict) => {
    const rules = beyond.filter((rule) => rule.verdict === verdict)
    const [first] = rules.toSorted((a, b) => b.n - a.n)
    return first === undefined ? [] : [coverageFinding(first, rules, verdicts.length > 1, { period, impact })]
  })
}

function coverageFinding(
  first: JudgedRule,
  rules: readonly JudgedRule[],
  isPart: boolean,
  { period, impact }: { readonly period: ReportPeriod | null; readonly impact: readonly Money[] },
): DebriefDraft {
  const isProblem = first.verdict === 'problem'
  return {
    messageId: 'few-debriefs',
    verdict: isProblem ? 'problem' : 'watch',
    data: {
      shares: formatList(rules.map((rule) => shareText(rule, wordOf(rule.rule)))),
      limit: limitText(first),
      // Which tables the rows behind it come from.
      ...Object.fromEntries(rules.map(({ rule }) => [tableOf(rule), 'yes'])),
    },
    // The weaker one of two stands apart.
    subject: isPart && !isProblem ? [{ column: 'losses', value: tableOf(first.rule) }] : [],
    period,
    measure: shareMeasure(first, {
      name: `share of ${wordOf(first.rule)}s debriefed`,
      numerator: `${wordOf(first.rule)}s debriefed`,
      denominator: `${wordOf(first.rule)}s due for a debrief`,
    }),
    evidence: shareEvidence(first),
    impact: rules.some(({ rule }) => rule === 'deals') ? impact : [],
  }
}

const isConduct = (rule: Rule): rule is Rule & Message =>
  rule === 'same-day' || rule === 'too-long' || rule === 'by-owner'

const conductWords: Readonly<Record<'same-day' | 'too-long' | 'by-owner', string>> = {
  'same-day': 'debriefs on the day of the loss or in the same call',
  'too-long': 'debriefs that took too long',
  'by-owner': 'debriefs held by the owner',
}

function conductFindings(
  analysis: Analysis,
  options: OptionValues<Options>,
  period: ReportPeriod | null,
): DebriefDraft[] {
  return analysis.rules.flatMap((judged) => {
    const { rule } = judged
    if (!isConduct(rule) || !isBeyond(judged)) return []
    return [
      {
        messageId: rule,
        verdict: judged.verdict === 'problem' ? ('problem' as const) : ('watch' as const),
        data: {
          share: shareText(judged, 'debrief'),
          minutes: formatNumber(options.maxMinutes),
        },
        subject: [{ column: 'debriefs', value: rule }],
        period,
        measure: shareMeasure(judged, {
          name: `share of ${conductWords[rule]}`,
          numerator: conductWords[rule],
          denominator: 'debriefs of which that is known',
        }),
        evidence: shareEvidence(judged),
        impact: [],
        advice: advices[rule],
      },
    ]
  })
}

function noneSince(
  { coverage }: Analysis,
  last: CalendarDate,
  minRows: number,
  period: ReportPeriod | null,
): DebriefDraft[] {
  const beyond = coverage.deal.beyond + coverage.customer.beyond
  if (beyond < minRows) return []
  return [
    {
      messageId: 'none-since',
      verdict: 'watch',
      data: { day: last, losses: formatCount(beyond, 'loss', 'losses') },
      subject: [],
      period,
      measure: {
        name: 'losses due for a debrief after the newest one',
        unit: 'count',
        observed: beyond,
        expected: null,
        lower: null,
        upper: null,
        intervalOf: 'observed',
      },
      evidence: { test: 'none: counted', statistic: null, p: null, adjustedP: null, n: beyond },
      impact: [],
      advice: advices['none-since'],
    },
  ]
}

/** Worst first. `last`: the day of the newest debrief; `impact`: value of the lost deals nobody asked about. */
export function findingsOf(
  analysis: Analysis,
  context: {
    readonly options: OptionValues<Options>
    readonly period: ReportPeriod | null
    readonly last: CalendarDate
    readonly impact: readonly Money[]
  },
): DebriefDraft[] {
  const { options, period } = context
  const beyond = analysis.rules.filter((judged) => !isConduct(judged.rule) && isBeyond(judged))
  const isCompany = beyond.some(({ verdict }) => verdict === 'problem')
  const findings = [
    ...coverageFindings(beyond, period, context.impact),
    ...(isCompany
      ? []
      : groupFindings(
          analysis.groups,
          {
            group: 'few-in-group',
            noun: 'loss',
            plural: 'losses',
            measure: {
              name: 'share of losses debriefed',
              numerator: 'losses debriefed',
              denominator: 'lost deals and customers due for a debrief',
            },
          },
          period,
        )),
    ...conductFindings(analysis, options, period),
    ...noneSince(analysis, context.last, options.minRows, period),
  ]
  return findings.toSorted((a, b) => Number(b.verdict === 'problem') - Number(a.verdict === 'problem'))
}
