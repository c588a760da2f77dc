// The finding: fewer losses come back than before, or none at all; behind it the losses worth going back to.
import { formatCount, formatNumber, formatShare } from '../../report/index.ts'
import type { Draft } from '../detector.ts'
import { moneyOf } from '../money-by-currency.ts'
import type { Message } from './messages.ts'
import type { Half, Trend } from './trend.ts'
import type { Worth } from './worth.ts'

/** Percentage points with their sign: `-8.5`. */
const points = (share: number): string => {
  const text = formatNumber(share * 100, 1)
  return share > 0 ? `+${text}` : text
}

export const spanOf = ({ first, last }: Half): string => `${first.slice(0, 7)} to ${last.slice(0, 7)}`

export const worthText = ({ deals }: Worth): string =>
  `${formatCount(deals, 'loss', 'losses')} worth going back to`

const fell = (trend: Trend): Message => (trend.verdict === 'problem' ? 'win-back-fell' : 'win-back-may-fall')

function measured(trend: Trend, days: number): Pick<Draft<Message>, 'measure' | 'evidence'> {
  const { all, older, newer, change } = trend
  const measure = {
    name: `share of lost deals won back within ${formatNumber(days)} days`,
    unit: 'share',
    numerator: 'lost deals won back within that time (Kaplan-Meier)',
    denominator: 'lost deals',
  } as const
  if (change === null || older === null || newer === null)
    return {
      measure: {
        ...measure,
        observed: all.rate,
        expected: null,
        lower: all.lower,
        upper: all.upper,
        intervalOf: 'observed',
      },
      evidence: { test: 'Wilson interval of none', statistic: null, p: null, adjustedP: null, n: all.n },
    }
  return {
    measure: {
      ...measure,
      observed: newer.rate.rate,
      expected: older.rate.rate,
      lower: change.lower,
      upper: change.upper,
      intervalOf: 'difference',
    },
    evidence: {
      test: 'newer against older half of the losses (Kaplan-Meier, Greenwood), one-sided',
      statistic: change.z,
      p: change.p,
      adjustedP: null,
      n: older.rate.n + newer.rate.n,
    },
  }
}

export function findingsOf(trend: Trend, worth: Worth, days: number): Draft<Message>[] {
  const { verdict, all, older, newer, change } = trend
  if (verdict === null || verdict === 'ok') return []
  const halves: readonly [string, Half | null][] = [
    ['older', older],
    ['newer', newer],
  ]
  const data = Object.fromEntries(
    halves.flatMap(([name, half]): [string, string][] =>
      half === null
        ? []
        : [
            [`${name}Span`, spanOf(half)],
            [`${name}Rate`, formatShare(half.rate.rate ?? 0)],
            [`${name}Back`, formatNumber(half.rate.events)],
            [`${name}Losses`, formatNumber(half.rate.n)],
          ],
    ),
  )
  return [
    {
      messageId: all.events === 0 ? 'none-won-back' : fell(trend),
      verdict,
      data: {
        ...data,
        days: formatNumber(days),
        change: change === null ? '' : points(change.points),
        interval: change === null ? '' : `${points(change.lower)} to ${points(change.upper)}`,
        losses: formatNumber(all.n),
        upper: formatShare(all.upper ?? 0, 1),
        worth: worthText(worth),
        cells: JSON.stringify(worth.cells),
        newerFrom: newer?.first ?? '',
      },
      subject: [],
      period: null,
      ...measured(trend, days),
      impact: moneyOf(worth.value),
    },
  ]
}
