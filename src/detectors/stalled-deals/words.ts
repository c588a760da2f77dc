// How this question speaks: counts of open deals, days, and the names of owners.
import { formatCount } from '../../report/index.ts'
import type { Part } from './pipeline.ts'

export const dealsText = (count: number): string => formatCount(count, 'open deal')
export const daysText = (days: number): string => formatCount(days, 'day')

export const nameOf = ({ owner, isRest }: Part): string =>
  owner ?? (isRest ? '(all other owners)' : '(no owner)')
