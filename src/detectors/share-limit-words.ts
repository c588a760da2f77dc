// How a judged share is written: its numerator, its denominator, n and interval, never a bare rate.
import { formatCount, formatNumber, formatShare, type Evidence, type Measure } from '../report/index.ts'
import { wilsonInterval } from '../stats/index.ts'
import type { JudgedShare, ShareCount } from './share-limit.ts'

/** `8-12 %` */
export const intervalText = (lower: number, upper: number): string =>
  `${formatNumber(lower * 100)}-${formatNumber(upper * 100)} %`

/** `76 of 797 lost deals (10 %, 95 % interval 8-12 %)`; of nothing: `0 of 0 lost deals`. */
export function shareText({ x, n }: ShareCount, noun: string, plural = `${noun}s`): string {
  const counts = `${formatNumber(x)} of ${formatCount(n, noun, plural)}`
  const { share, lower, upper } = wilsonInterval(x, n)
  return share === null
    ? counts
    : `${counts} (${formatShare(share)}, 95 % interval ${intervalText(lower, upper)})`
}

/** `76 of 797 lost deals (10 %)`, where an interval would be too long. */
export const countedShare = ({ x, n }: ShareCount, noun: string): string =>
  `${formatNumber(x)} of ${formatCount(n, noun)} (${formatShare(x / n)})`

/** `76 of 797 (10 %)` */
export const briefShare = ({ x, n }: ShareCount): string =>
  n === 0 ? `${formatNumber(x)} of 0` : `${formatNumber(x)} of ${formatNumber(n)} (${formatShare(x / n)})`

/** `at least 50 %`, `at most 20 %` */
export const limitText = ({ limit, direction }: Pick<JudgedShare, 'limit' | 'direction'>): string =>
  `at ${direction === 'below' ? 'least' : 'most'} ${formatShare(limit)}`

export const shareMeasure = (
  judged: JudgedShare,
  words: { readonly name: string; readonly numerator: string; readonly denominator: string },
): Measure => ({
  ...words,
  unit: 'share',
  observed: judged.share,
  expected: judged.limit,
  lower: judged.lower,
  upper: judged.upper,
  intervalOf: 'observed',
})

export const shareEvidence = (judged: JudgedShare): Omit<Evidence, 'rows'> => ({
  test: `share against ${limitText(judged)}, one-sided score test (Wilson)`,
  statistic: null,
  p: judged.p,
  adjustedP: judged.adjustedP,
  n: judged.n,
})
