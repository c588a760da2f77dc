// What to know when reading the verdict: what was left out, and what the other signs rest on.
import { formatCount, formatNumber } from '../../report/index.ts'
import type { Present } from '../detector.ts'
import type { Cycle } from './cycle.ts'
import type { Pipeline } from './pipeline.ts'
import { daysText } from './words.ts'

export function notesOf(
  { yes, no, leftOut, closedLater }: Cycle,
  { company }: Pipeline,
  present: Present,
  asked: { readonly isPeriodAsked: boolean; readonly isSinceAsked: boolean },
): string[] {
  const notes: string[] = []
  const counted = (count: number, what: string): void => {
    if (count > 0) notes.push(`${formatCount(count, 'deal')} ${what}.`)
  }
  if (yes.half !== null && no.half !== null)
    notes.push(
      `Half of the wins come within ${daysText(yes.half)}, half of the losses within ${daysText(no.half)}.`,
    )
  counted(company.open - company.aged, 'open without a creation day: not aged, and in no share')
  counted(leftOut.undated, 'won or lost without a creation or closing day: left out')
  counted(leftOut.impossible, 'closed before the creation: left out')
  counted(leftOut.later, 'created after the last day of the data: left out')
  counted(closedLater, 'closed after the last day looked at: counted as open')
  const valued = [...company.value.values()].reduce((sum, { rows }) => sum + rows, 0)
  if (company.open > 0 && valued < company.open)
    notes.push(
      `${formatNumber(valued)} of ${formatCount(company.open, 'open deal')} carry an amount: the value is of these.`,
    )
  if (!present.has('stage_history'))
    notes.push('Without an export of stage changes nobody knows how long a deal has been in its stage.')
  if (asked.isSinceAsked)
    notes.push(
      'Since a day means: how long a win takes is learned from deals created since then. Open deals are all looked at, the old ones too.',
    )
  if (asked.isPeriodAsked)
    notes.push('A period is not judged by itself: the pipeline is looked at on the last day.')
  return notes
}
