// Findings: the currencies in which too much revenue was lost; else incentives that leave renewals out.
import { formatMoney, formatNumber, formatShare } from '../../report/index.ts'
import type { Draft } from '../detector.ts'
import type { OptionValues } from '../options.ts'
import { moneyText } from '../money-by-currency.ts'
import { intervalText } from '../share-limit-words.ts'
import type { Basis } from './basis.ts'
import type { Incentives } from './incentives.ts'
import type { Message } from './messages.ts'
import type { Options } from './options.ts'
import type { Retention } from './retention.ts'

export const whenText = (basis: Basis, { windowDays }: OptionValues<Options>): string =>
  basis === 'invoices' ? `in the first ${formatNumber(windowDays)} days compared` : 'at the start'

const rate = (share: number | null): string => (share === null ? 'n/a' : formatShare(share, 1))

/** ` Incentives: USD 1,000 on new business and expansion, none on renewals.` */
export function incentiveText(incentives: Incentives | null): string {
  if (incentives === null) return ''
  const { otherMoney, renewalMoney } = incentives
  const money = (list: Incentives['otherMoney']): string => (list.length === 0 ? 'none' : moneyText(list))
  return ` Incentives: ${money(otherMoney)} on new business and expansion, ${money(renewalMoney)} on renewals.`
}

function lostDraft(
  one: Retention,
  isOnly: boolean,
  basis: Basis,
  incentives: Incentives | null,
  options: OptionValues<Options>,
): Draft<Message> {
  const { currency, verdict, lower, upper } = one
  const money = (amount: number): string => formatMoney(amount, currency)
  return {
    messageId: verdict === 'problem' ? 'retention-lost' : 'retention-may-be-lost',
    verdict: verdict === 'problem' ? 'problem' : 'watch',
    data: {
      start: money(one.start),
      customers: formatNumber(one.customers),
      when: whenText(basis, options),
      lost: money(one.lost),
      share: rate(one.share),
      interval: intervalText(lower ?? 0, upper ?? 1),
      left: formatNumber(one.left),
      grr: rate(one.grr),
      nrr: rate(one.nrr),
      new: formatNumber(one.newCustomers),
      newValue: money(one.newValue),
      limit: formatShare(options.maxLost / 100),
      incentives: incentiveText(incentives),
      currency: JSON.stringify(currency),
    },
    subject: isOnly || currency === null ? [] : [{ column: 'currency', value: currency }],
    period: null,
    measure: {
      name:
        basis === 'invoices'
          ? 'share of revenue lost with customers who left'
          : 'share of revenue lost (1 - GRR)',
      unit: 'share',
      observed: one.share,
      expected: options.maxLost / 100,
      lower,
      upper,
      intervalOf: 'observed',
      numerator:
        basis === 'invoices'
          ? 'revenue of customers who left'
          : 'revenue lost with customers who left or pay less',
      denominator: `revenue ${whenText(basis, options)}`,
    },
    evidence: {
      test: `one-sided Wilson bound at ${formatNumber(one.effective ?? 0)} equally large customers (Kish) against the limit`,
      statistic: null,
      p: null,
      adjustedP: null,
      n: one.customers,
    },
    impact: [{ amount: one.lost, currency }],
  }
}

const renewalAdvice =
  'Pay for customers who stay: put a part of the incentive on the renewal, and leave it out of the first invoice.'

function renewalDraft(incentives: Incentives): Draft<Message> {
  const { renewals, onOthers, otherMoney } = incentives
  return {
    messageId: 'nothing-for-renewals',
    verdict: 'watch',
    data: {
      money: moneyText(otherMoney),
      paid: formatNumber(onOthers),
      renewals: formatNumber(renewals),
      currency: 'null',
    },
    subject: [],
    period: null,
    measure: {
      name: 'renewals with an incentive',
      unit: 'count',
      observed: 0,
      expected: null,
      lower: null,
      upper: null,
      intervalOf: 'observed',
      numerator: 'renewal invoices with an incentive',
      denominator: `${formatNumber(renewals)} renewal invoices`,
    },
    evidence: { test: 'count', statistic: null, p: null, adjustedP: null, n: renewals + onOthers },
    impact: [],
    advice: renewalAdvice,
  }
}

export function findingsOf(
  all: readonly Retention[],
  basis: Basis,
  incentives: Incentives | null,
  options: OptionValues<Options>,
): Draft<Message>[] {
  const lost = all
    .filter(({ verdict }) => verdict === 'problem' || verdict === 'watch')
    .map((one) => lostDraft(one, all.length === 1, basis, incentives, options))
    .toSorted((a, b) => Number(b.verdict === 'problem') - Number(a.verdict === 'problem'))
  if (lost.length > 0 || incentives === null) return lost
  const { renewals, onRenewals, onOthers } = incentives
  const isOnesided = onRenewals === 0 && renewals >= options.minRenewals && onOthers >= options.minRenewals
  return isOnesided ? [renewalDraft(incentives)] : []
}
