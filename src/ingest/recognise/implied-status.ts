// A list of lost (or won) deals needs no status: its name or the header of its close date says it for every row.
import type { MappedColumn } from '../mapping.ts'
import { fold } from '../values/index.ts'

const lostName = /\b(?:lost|verlorene?|perdues?|perdid[ao]s?)\b/
const wonName = /\b(?:won|gewonnene?|gagnees?|ganad[ao]s?|ganh[ao]s?)\b/
const lostDate = /^(?:date lost|lost (?:date|time|on)|lost at)$/
const wonDate = /^(?:date won|won (?:date|time|on)|won at)$/

/** `won` or `lost` when it holds for the whole file; null when nothing says so, or both. */
export function impliedStatus(name: string, columns: readonly MappedColumn[]): 'won' | 'lost' | null {
  const file = fold(name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
  const closed = fold(columns.find(({ column }) => column === 'closed_on')?.header ?? '')
  const reason = columns.some(({ column }) => column === 'lost_reason')
  const lost = lostName.test(file) || (lostDate.test(closed) && reason)
  const won = wonName.test(file) || (wonDate.test(closed) && !reason)
  return lost === won ? null : lost ? 'lost' : 'won'
}
