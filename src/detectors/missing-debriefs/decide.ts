// From rows to the decision: are losses learned from, and in a way that brings the truth?
import { formatCount, formatList, formatNumber, type Money } from '../../report/index.ts'
import type { DecideInput, Decision, Rollups } from '../detector.ts'
import { shareText } from '../share-limit-words.ts'
import { agreementOf, agreementTable, type Agreement } from './agreement.ts'
import { analyse, lossNoun, type Analysis } from './analysis.ts'
import { findingsOf, type Message } from './findings.ts'
import { causeOf } from './headline-cause.ts'
import { debriefsEnd } from './losses.ts'
import type { Options } from './options.ts'
import type { Rows, ValueRow } from './rows.ts'
import { tablesOf } from './tables.ts'

type Input = DecideInput<Rows, Options, Rollups>

const kinds = ['deal', 'customer'] as const

/** Value of the lost deals that were due and that nobody asked about, per currency. */
const unaskedValue = (values: readonly ValueRow[]): Money[] =>
  values
    .filter(({ kind, asked, value }) => kind === 'deal' && value > asked)
    .map(({ currency, asked, value }) => ({ amount: value - asked, currency }))

/** Why nothing can be judged; null: something can. */
function unjudged({ coverage, conduct, rules }: Analysis, minRows: number): string | null {
  const losses = coverage.deal.losses + coverage.customer.losses
  if (losses === 0) return 'there are no lost deals and no lost customers to ask about'
  if (conduct.debriefs > 0 && conduct.matched === 0)
    return `none of ${formatCount(conduct.debriefs, 'debrief')} names a lost deal or customer of these exports: check that they share ids or customer names`
  const judged = rules.some(
    ({ rule, verdict }) => (rule === 'deals' || rule === 'customers') && verdict !== 'insufficient',
  )
  const due = coverage.deal.due + coverage.customer.due
  return judged
    ? null
    : `${formatCount(due, 'loss is', 'losses are')} due for a debrief, ${minRows} of one kind are needed to judge`
}

/** `cause`: what the worst finding is about, where that is not how many are asked. */
function headlineOf({ coverage }: Analysis, cause: string): string {
  const shares = kinds
    .filter((kind) => coverage[kind].due > 0)
    .map((kind) => shareText({ x: coverage[kind].dueDebriefed, n: coverage[kind].due }, lossNoun(kind)))
  if (shares.length > 0) return `${formatList(shares)} were asked why${cause}.`
  const losses = coverage.deal.losses + coverage.customer.losses
  return losses === 0
    ? 'There are no losses to look at.'
    : `None of ${formatCount(losses, 'loss', 'losses')} is due for a debrief yet${cause}.`
}

function notesOf({ coverage, conduct, groups }: Analysis, agreement: Agreement, graceDays: number): string[] {
  const young = kinds
    .map((kind) => ({ kind, count: coverage[kind].losses - coverage[kind].due - coverage[kind].beyond }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => formatCount(count, lossNoun(kind)))
  const elsewhere = conduct.debriefs - conduct.matched
  const owners = groups.filter(({ column, verdict }) => column === 'owner' && verdict !== 'insufficient')
  const beyond = owners.filter(({ verdict }) => verdict === 'problem')
  return [
    ...(young.length === 0
      ? []
      : [`${formatList(young)} younger than ${formatNumber(graceDays)} days: not due for a debrief yet.`]),
    ...(elsewhere > 0 && conduct.matched > 0
      ? [`${formatCount(elsewhere, 'debrief')} find no loss and do not count.`]
      : []),
    ...(beyond.length > 0
      ? [`Beyond the limit: ${formatNumber(beyond.length)} of ${formatCount(owners.length, 'owner')}.`]
      : []),
    ...(agreement.n > 0
      ? [`Customers confirmed the reason on file in ${shareText(agreement, 'debrief')}.`]
      : []),
  ]
}

const summaryOf = ({ coverage, conduct, groups }: Analysis, agreement: Agreement): Decision['summary'] => ({
  lostDeals: coverage.deal.losses,
  debriefedDeals: coverage.deal.debriefed,
  dueDeals: coverage.deal.due,
  dueDebriefedDeals: coverage.deal.dueDebriefed,
  lostCustomers: coverage.customer.losses,
  debriefedCustomers: coverage.customer.debriefed,
  dueCustomers: coverage.customer.due,
  dueDebriefedCustomers: coverage.customer.dueDebriefed,
  debriefs: conduct.inDays,
  sameDay: conduct.sameDay,
  tooLong: conduct.long,
  heldByOwner: conduct.byOwner,
  reasonsCompared: agreement.n,
  reasonsConfirmed: agreement.x,
  groupsBeyond: groups
    .filter(({ verdict }) => verdict === 'problem')
    .map(({ column, label }) => `${column}:${label}`),
})

export function decide(input: Input): Decision<Message> {
  const { options, rows } = input
  const analysis = analyse(rows, options)
  const agreement = agreementOf(rows.reasons, input.words.aliases)
  const reason = unjudged(analysis, options.minRows)
  const matched = analysis.conduct.debriefs === 0 || analysis.conduct.matched > 0
  const findings = matched
    ? findingsOf(analysis, {
        options,
        period: input.period,
        last: debriefsEnd(input),
        impact: unaskedValue(rows.values),
      })
    : []
  const answer = {
    headline: headlineOf(analysis, causeOf(findings, analysis, options.maxMinutes)),
    summary: summaryOf(analysis, agreement),
    findings,
    tables: tablesOf(analysis, rows.values, agreementTable(agreement), options.maxMinutes),
    notes: notesOf(analysis, agreement, options.graceDays),
  }
  if (findings.some(({ verdict }) => verdict === 'problem')) return { outcome: 'problem', ...answer }
  if (findings.length > 0) return { outcome: 'watch', ...answer }
  return reason === null ? { outcome: 'ok', ...answer } : { outcome: 'insufficient-data', reason, ...answer }
}
