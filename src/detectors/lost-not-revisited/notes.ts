// What to know when reading the rate: how a win-back is recognised, and what was left out.
import { formatCount, formatNumber } from '../../report/index.ts'
import type { Present } from '../detector.ts'
import type { TotalRow } from './rows.ts'
import type { Worth } from './worth.ts'

export function notesOf(
  totals: TotalRow,
  worth: Worth,
  present: Present,
  asked: { readonly isPeriodAsked: boolean; readonly lookBackDays: number },
): string[] {
  const notes = [
    totals.linked > 0
      ? `A win-back is a won deal that names the lost deal it reopens (${formatCount(totals.linked, 'deal')} name one).`
      : `No deal names the lost deal it reopens, so customers are followed: the first loss of each of ${formatCount(totals.counted, 'customer')} that had bought nothing before it, won back by a deal created after it.`,
  ]
  if (totals.undated > 0)
    notes.push(`${formatCount(totals.undated, 'lost deal')} without a closing day: left out.`)
  if (totals.earlier > 0)
    notes.push(
      `${formatCount(totals.earlier, 'lost deal')} before the days looked at (at most ${formatNumber(asked.lookBackDays)} days back): left out.`,
    )
  if (totals.unexplained > 0)
    notes.push(
      `${formatCount(totals.unexplained, 'loss', 'losses')} without a reason and without contact since: nobody can say whether they are worth going back to.`,
    )
  if (!present.has('activities') && !present.has('deals', 'last_activity_on'))
    notes.push(
      'Without an export of activities or a day of last contact, a new deal of the customer is the only contact seen.',
    )
  if (worth.untouched > 0)
    notes.push(
      `${formatCount(worth.untouched, 'loss', 'losses')} with a reason had no contact since, ${formatNumber(worth.deals)} of them for a reason that passes with time.`,
    )
  if (asked.isPeriodAsked)
    notes.push('A period is not judged by itself: the losses of all days are compared.')
  return notes
}
