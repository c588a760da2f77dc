// Findings: the pipeline as a whole, else the owners whose part of it is stalled while the company keeps the limit.
import { formatNumber, formatP, formatShare } from '../../report/index.ts'
import type { OptionValues } from '../options.ts'
import type { Draft } from '../detector.ts'
import { moneyOf } from '../money-by-currency.ts'
import { intervalText } from '../share-limit-words.ts'
import type { Cycle } from './cycle.ts'
import type { Judgement, Stalled } from './judge.ts'
import type { Message } from './messages.ts'
import type { Options } from './options.ts'
import { countOf, valueOf } from './pipeline.ts'

/** The table holds the rest. */
const mostOwnerFindings = 5

const ownerAdvice =
  'Go through these deals with the owner this week: each gets a next step with a date and a name on the customer side, or is closed as lost with its reason.'

function draftOf(
  row: Stalled,
  cycle: Cycle,
  options: OptionValues<Options>,
  messageId: Message,
): Draft<Message> {
  const { part, stalled, open, share, lower, upper, p, adjustedP } = row
  return {
    messageId,
    verdict: messageId === 'pipeline-stalled' ? 'problem' : 'watch',
    data: {
      stalled: formatNumber(stalled),
      open: formatNumber(open),
      share: formatShare(share),
      interval: intervalText(lower, upper),
      days: formatNumber(cycle.threshold ?? 0),
      wonShare: formatShare(options.wonShare / 100),
      beyond: formatNumber(countOf(part, 'beyond')),
      longest: formatNumber(cycle.longest ?? 0),
      limit: formatShare(options.maxStalled / 100),
      owner: part.owner ?? '',
      p: adjustedP === null ? '' : formatP(adjustedP),
      ownerKey: part.ownerKey ?? '',
      olderThan: String(cycle.threshold ?? 0),
    },
    subject: part.owner === null ? [] : [{ column: 'owner', value: part.owner }],
    period: null,
    measure: {
      name: 'share of open deals that are stalled',
      unit: 'share',
      observed: share,
      expected: options.maxStalled / 100,
      lower,
      upper,
      intervalOf: 'observed',
      numerator: `open deals older than ${formatNumber(cycle.threshold ?? 0)} days`,
      denominator: 'open deals with a creation day',
    },
    evidence: {
      test: 'one-sided 97.5 % Wilson bound of the share against the limit',
      statistic: null,
      p,
      adjustedP,
      n: open,
    },
    impact: moneyOf(valueOf(part, 'stalled')),
    ...(messageId === 'owner-stalled' ? { advice: ownerAdvice } : {}),
  }
}

export function findingsOf(
  { company, owners }: Judgement,
  cycle: Cycle,
  options: OptionValues<Options>,
): Draft<Message>[] {
  if (company === null || company.verdict === 'insufficient') return []
  if (company.verdict !== 'ok') {
    const message = company.verdict === 'problem' ? 'pipeline-stalled' : 'pipeline-may-be-stalled'
    return [draftOf(company, cycle, options, message)]
  }
  return owners
    .filter(({ verdict }) => verdict === 'problem')
    .slice(0, mostOwnerFindings)
    .map((row) => draftOf(row, cycle, options, 'owner-stalled'))
}
