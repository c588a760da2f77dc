// How this question speaks: counts with their share, and the names of owners.
import { formatCount, formatNumber, formatShare } from '../../report/index.ts'
import type { Stalled } from './judge.ts'
import type { Part } from './pipeline.ts'

export const dealsText = (count: number): string => formatCount(count, 'open deal')
export const daysText = (days: number): string => formatCount(days, 'day')

export const nameOf = ({ owner, isRest }: Part): string =>
  owner ?? (isRest ? '(all other owners)' : '(no owner)')

/** `74 of 166 open deals (45 %, 95 % interval 37-52 %)`. */
export const shareText = ({ stalled, open, share, lower, upper }: Stalled): string =>
  `${formatNumber(stalled)} of ${dealsText(open)} (${formatShare(share)}, 95 % interval ${formatShare(lower).replace(' %', '')}-${formatShare(upper)})`
