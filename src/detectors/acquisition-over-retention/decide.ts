// From rows to the decision: how much revenue was lost per currency, what became of those who left, and what is rewarded.
import { formatCount, formatList, formatMoney, formatNumber, formatShare } from '../../report/index.ts'
import type { DecideInput, Decision, Draft, Present, Rollups } from '../detector.ts'
import { basisOf, endOf, windowsOf, daysBefore, type Basis } from './basis.ts'
import { findingsOf, whenText } from './findings.ts'
import { incentivesOf, type Incentives } from './incentives.ts'
import type { Message } from './messages.ts'
import type { Options } from './options.ts'
import { retentions, type Retention } from './retention.ts'
import type { Rows } from './rows.ts'
import { counted, metricsTable, pipelineTable, type Recorded } from './steps.ts'
import { defectorTable, incentiveTable, retentionTable, revenueTable } from './tables.ts'

type Input = DecideInput<Rows, Options, Rollups>

const recordedIn = (present: Present, basis: Basis): Recorded => ({
  risk: basis !== 'invoices' && (present.has('customers', 'status') || present.has('surveys', 'score')),
  interviews: basis !== 'invoices' && present.has('interviews', 'held_on'),
  tries: basis !== 'invoices' && present.has('customers', 'win_back_on'),
  regained: basis !== 'invoices' && present.has('customers', 'regained_on'),
  contacts:
    basis !== 'invoices' &&
    (present.has('customers', 'contacted_on') || present.has('activities', 'happened_on')),
  days: basis !== 'invoices' && present.has('customers', 'ended_on'),
})

/** Invoices must reach back over both windows; a month at their beginning may be missing. */
const slackDays = 31

/** The first invoice, where it is too late to tell who is no longer billed. */
function shortHistory(basis: Basis, input: Input): string | null {
  const first = input.rows.totals[0]?.firstOn ?? null
  if (basis !== 'invoices' || first === null) return null
  return daysBefore(first, slackDays) > windowsOf(input).baseFrom ? first : null
}

function missingOf(all: readonly Retention[], basis: Basis, input: Input): string | null {
  const { options } = input
  if (basis === 'customers' || basis === 'nothing')
    return 'who left is known, but not with how much revenue: add revenue at the start and the end of a year'
  const first = shortHistory(basis, input)
  if (first !== null) {
    const { end } = windowsOf(input)
    return `the invoices begin on ${first}; to know who is no longer billed they must reach back ${formatNumber(2 * options.windowDays + options.graceDays)} days before ${end}`
  }
  if (all.some(({ verdict }) => verdict !== 'insufficient')) return null
  const most = all[0]?.customers ?? 0
  return `${formatCount(most, 'customer')} with revenue ${whenText(basis, options)}, ${formatNumber(options.minCustomers)} are needed to judge`
}

function headlineOf(
  all: readonly Retention[],
  gone: number,
  basis: Basis,
  reason: string | null,
  cause: string,
): string {
  const told = all
    .filter(({ verdict }) => verdict !== 'insufficient')
    .map(({ currency, grr, nrr, share, left, customers, newValue }) => {
      const lost =
        basis === 'invoices'
          ? `${formatShare(share ?? 0, 1)} of revenue lost`
          : `GRR ${formatShare(grr ?? 0, 1)}`
      const name = all.length > 1 && currency !== null ? `${currency}: ` : ''
      return `${name}${lost}, NRR ${formatShare(nrr ?? 0, 1)}: ${formatNumber(left)} of ${formatCount(customers, 'customer')} left, new ones brought ${formatMoney(newValue, currency)}`
    })
  if (told.length > 0 && reason === null) return `${told.join('; ')}${cause}.`
  return gone > 0
    ? `${formatCount(gone, 'customer')} left; retention cannot be judged.`
    : 'Retention cannot be judged.'
}

/** What the headline adds where the revenue is kept and only the incentives are the trouble. */
function causeOf([worst]: readonly Draft<Message>[]): string {
  if (worst?.messageId !== 'nothing-for-renewals') return ''
  const { money = '', paid = '', renewals = '' } = worst.data
  return `; but incentives of ${money} were paid on ${paid} invoices for new business and expansion, none on ${renewals} renewals`
}

function notesOf(
  all: readonly Retention[],
  input: Input,
  basis: Basis,
  incentives: Incentives | null,
): string[] {
  const notes: string[] = []
  const sum = (of: (one: Retention) => number): number => all.reduce((total, one) => total + of(one), 0)
  if (basis === 'invoices') {
    const { baseFrom, baseTo, laterFrom, end } = windowsOf(input)
    notes.push(
      `From invoices: revenue after ${baseFrom} until ${baseTo} against that after ${laterFrom} until ${end}. Lost is a customer with no invoice after ${baseTo}.`,
    )
  }
  const [unknown, negatives] = [sum((one) => one.unknown), sum((one) => one.negatives)]
  if (unknown > 0 && basis === 'values')
    notes.push(`${formatCount(unknown, 'customer')} without a value at the end: left out.`)
  if (negatives > 0) notes.push(`${formatCount(negatives, 'customer')} with a negative value: counted as 0.`)
  const few = all.filter(({ verdict, customers }) => verdict === 'insufficient' && customers > 0)
  if (few.length > 0 && few.length < all.length)
    notes.push(
      `Too few customers to judge ${formatList(few.map(({ currency, customers }) => `${currency ?? 'without a currency'} (${formatNumber(customers)})`))}.`,
    )
  if (incentives === null && basis !== 'nothing')
    notes.push(
      input.rows.incentives.length > 0
        ? `No incentive on new business, expansion or renewals was paid until ${endOf(input)}: nobody can say yet what is rewarded.`
        : 'Without incentives on invoices with a kind (new, expansion, renewal) nobody can say what is rewarded.',
    )
  if (input.period !== null) notes.push('A period is not judged by itself: retention is over a year.')
  if (basis === 'values' && (input.since !== null || input.until !== null))
    notes.push(
      'The days asked for do not change GRR and NRR: they come from the values at the start and the end that the export gives.',
    )
  return notes
}

function summaryOf(
  all: readonly Retention[],
  gone: number,
  incentives: Incentives | null,
): Record<string, unknown> {
  return {
    perCurrency: all.map((one) => ({
      currency: one.currency,
      customersAtStart: one.customers,
      left: one.left,
      start: one.start,
      grr: one.grr,
      nrr: one.nrr,
      churned: one.churn,
      newCustomers: one.newCustomers,
      newValue: one.newValue,
      lostShare: one.share,
      outcome: one.verdict === 'insufficient' ? 'insufficient-data' : one.verdict,
    })),
    defectors: gone,
    incentivesOnNewAndExpansion: incentives?.otherMoney ?? null,
    incentivesOnRenewals: incentives?.renewalMoney ?? null,
  }
}

const nobody = { movement: [], steps: [], defectors: [] } as const

export function decide(input: Input): Decision<Message> {
  const { options, present } = input
  const basis = basisOf(present)
  // Windows that invoices do not fill would call customers new, or lost, who are neither.
  const rows = shortHistory(basis, input) === null ? input.rows : { ...input.rows, ...nobody }
  const all = retentions(rows.movement, basis, options)
  const incentives = incentivesOf(rows.incentives)
  const gone = counted(rows.steps, ({ left }) => left).customers
  const reason = missingOf(all, basis, input)
  const findings = reason === null ? findingsOf(all, basis, incentives, options) : []
  const recorded = recordedIn(present, basis)
  const answer = {
    headline: headlineOf(all, gone, basis, reason, causeOf(findings)),
    summary: summaryOf(all, gone, incentives),
    findings,
    tables: [
      retentionTable(all, basis, options),
      pipelineTable(rows.steps, recorded, options.windowDays),
      metricsTable(rows.steps, recorded, options.recentDays),
      defectorTable(rows.defectors, gone),
      revenueTable(rows.revenue),
      incentiveTable(incentives),
    ].filter((table) => table !== null),
    notes: notesOf(all, input, basis, incentives),
  }
  if (reason !== null) return { outcome: 'insufficient-data', reason, ...answer }
  const isProblem = findings.some(({ verdict }) => verdict === 'problem')
  return { outcome: isProblem ? 'problem' : findings.length > 0 ? 'watch' : 'ok', ...answer }
}
