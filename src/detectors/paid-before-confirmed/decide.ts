// From rows to the decision: do incentives wait for the customer?
import { formatCount, formatNumber } from '../../report/index.ts'
import { contrastText, npsContrast, shareContrast, type Contrast } from '../contrast.ts'
import type { DecideInput, Decision, Draft, Rollups } from '../detector.ts'
import { groupCause } from '../headline-cause.ts'
import { moneyOf, moneyText } from '../money-by-currency.ts'
import { npsCountsOf } from '../nps-sides.ts'
import { judgeGroups, type JudgedGroup } from '../share-groups.ts'
import { limitFindings, ownersBeyond } from '../share-limit-findings.ts'
import { countedShare, shareText } from '../share-limit-words.ts'
import { judgeShares, strictness, type JudgedShare, type ShareCount } from '../share-limit.ts'
import { waitingQuantile, waitingText } from '../waiting-days.ts'
import type { Message } from './messages.ts'
import type { Options } from './options.ts'
import { paymentsOf, type Payments } from './payments.ts'
import type { KeptRow, Rows } from './rows.ts'
import { tablesOf } from './tables.ts'

export type Input = DecideInput<Rows, Options, Rollups>

const keptOf = (rows: readonly KeptRow[], troubled: boolean): ShareCount => {
  const found = rows.find((row) => row.troubled === troubled)
  return { x: found?.kept ?? 0, n: found?.customers ?? 0 }
}

const contrastsOf = ({ rows }: Input, payments: Payments): (Contrast | null)[] => [
  npsContrast('NPS', npsCountsOf(rows.nps, true), npsCountsOf(rows.nps, false)),
  shareContrast('Customers kept', 'customers', keptOf(rows.kept, true), keptOf(rows.kept, false)),
  shareContrast('Invoices taken back', 'invoices', payments.takenBackEarly, payments.takenBackAfter),
]

/** ` Of these incentives USD 49,374 lie on 63 invoices taken back or not confirmed so far.` */
function exposureText({ counts, exposure }: Payments): string {
  const invoices = counts['taken-back'] + counts.open
  if (invoices === 0) return ''
  const money = moneyText(moneyOf(exposure))
  const where = `${formatNumber(counts['taken-back'])} taken back, ${formatNumber(counts.open)} not confirmed so far`
  return ` ${money === '' ? 'Incentives were paid' : `${money} of incentives were paid`} on ${formatCount(invoices, 'invoice')} without a customer behind them (${where}).`
}

const words = {
  noun: 'incentive',
  denominator: 'incentives paid',
} as const

function findingsOf(
  input: Input,
  payments: Payments,
  judged: { readonly early: JudgedShare; readonly takenBack: JudgedShare },
  groups: readonly JudgedGroup[],
  effect: string,
): Draft<Message>[] {
  const around = {
    period: input.period,
    impact: moneyOf(payments.exposure),
    more: { exposure: exposureText(payments), effect },
  }
  const early = limitFindings<Message>(
    judged.early,
    groups,
    {
      company: 'paid-early',
      group: 'paid-early-in-group',
      noun: words.noun,
      measure: {
        name: 'share of incentives paid before the customer confirmed',
        numerator: 'incentives paid before a confirmation, or without one so far',
        denominator: words.denominator,
      },
    },
    around,
  )
  const takenBack = limitFindings<Message>(
    judged.takenBack,
    [],
    {
      company: 'paid-on-taken-back',
      group: 'paid-early-in-group',
      noun: words.noun,
      measure: {
        name: 'share of incentives paid on invoices taken back',
        numerator: 'incentives on invoices cancelled or credited since',
        denominator: words.denominator,
      },
    },
    { ...around, impact: moneyOf(payments.money['taken-back']) },
  )
  const all = [...early, ...takenBack]
  return [
    ...all.filter(({ verdict }) => verdict === 'problem'),
    ...all.filter(({ verdict }) => verdict !== 'problem'),
  ]
}

/** What the headline adds where the company's share of early payments is not the trouble. */
const causeOf = (
  findings: readonly Draft<Message>[],
  takenBack: ShareCount,
  groups: readonly JudgedGroup[],
): string =>
  findings[0]?.messageId === 'paid-on-taken-back'
    ? `; but ${countedShare(takenBack, words.noun)} were paid on invoices taken back since`
    : groupCause(findings, groups)

function notesOf(input: Input, groups: readonly JudgedGroup[]): string[] {
  const [totals] = input.rows.totals
  const half = waitingText(waitingQuantile(input.rows.waiting, 0.5))
  const owners = ownersBeyond(groups)
  return [
    ...(half === null ? [] : [`Half of the invoices are confirmed within ${half}.`]),
    ...(owners === null || owners.beyond === 0
      ? []
      : [`Beyond the limit: ${formatNumber(owners.beyond)} of ${formatCount(owners.of, 'owner')}.`]),
    ...(totals !== undefined && totals.undated > 0
      ? [`${formatCount(totals.undated, 'invoice')} without a day: not in the days to a confirmation.`]
      : []),
  ]
}

function unjudged({ incentives }: Payments, confirmed: number, minRows: number): string | null {
  if (incentives === 0) return 'no incentive was paid on an invoice'
  // Nobody confirms, or nobody writes it down: then every payment would look early.
  if (confirmed === 0) return 'not one invoice has a confirmation: check that the column is filled'
  return incentives >= minRows
    ? null
    : `${formatCount(incentives, 'incentive was', 'incentives were')} paid, ${formatNumber(minRows)} are needed to judge`
}

export function decide(input: Input): Decision<Message> {
  const { options, rows, present } = input
  const payments = paymentsOf(rows.paid)
  const strict = strictness(options)
  const limit = { limit: options.maxEarly / 100, direction: 'above' } as const
  const [early, takenBack] = judgeShares(
    [
      { ...limit, ...payments.early },
      { limit: options.maxTakenBack / 100, direction: 'above', ...payments.takenBack },
    ],
    strict,
  )
  const groups = judgeGroups(rows.groups, limit, {
    ...strict,
    falseDiscoveryRate: options.falseDiscoveryRate,
  })
  const contrasts = contrastsOf(input, payments)
  const [nps] = contrasts
  const half = waitingQuantile(rows.waiting, 0.5)
  const days = waitingText(half)
  const base = {
    summary: {
      invoices: rows.totals[0]?.invoices ?? 0,
      incentivesPaid: payments.incentives,
      paidBeforeConfirmation: payments.early.x,
      share: early?.share ?? null,
      onInvoicesTakenBack: payments.counts['taken-back'],
      takenBackMoney: moneyOf(payments.money['taken-back']),
      onInvoicesNotConfirmed: payments.counts.open,
      notConfirmedMoney: moneyOf(payments.money.open),
      medianDaysToConfirmation: half?.quantile ?? null,
      npsDifference: nps?.difference ?? null,
      keptDifference: contrasts[1]?.difference ?? null,
      groupsBeyond: groups
        .filter(({ verdict }) => verdict === 'problem')
        .map(({ column, label }) => `${column}:${label}`),
    },
    tables: tablesOf(payments, groups, rows.waiting, contrasts),
    notes: notesOf(input, groups),
  }
  const lacking = present.has('invoices', 'incentive_paid_on')
    ? null
    : 'needs the day each incentive was paid'
  if (lacking !== null) {
    const headline =
      days === null
        ? `No verdict: ${lacking}.`
        : `Half of the invoices are confirmed within ${days}; no verdict: ${lacking}.`
    return { ...base, outcome: 'skipped', headline, reason: lacking, findings: [] }
  }
  const reason = unjudged(payments, rows.totals[0]?.confirmed ?? 0, options.minRows)
  if (reason !== null || early === undefined || takenBack === undefined) {
    const why = reason ?? 'there is nothing to judge'
    const headline = `Whether incentives wait for the customer cannot be judged: ${why}.`
    return { ...base, outcome: 'insufficient-data', headline, reason: why, findings: [] }
  }
  const effect = nps === null || nps === undefined ? '' : ` ${contrastText(nps)}.`
  const findings = findingsOf(input, payments, { early, takenBack }, groups, effect)
  const headline = `${shareText(payments.early, words.noun)} were paid before the customer confirmed${causeOf(findings, takenBack, groups)}.`
  return { ...base, outcome: findings[0]?.verdict ?? 'ok', headline, findings }
}
