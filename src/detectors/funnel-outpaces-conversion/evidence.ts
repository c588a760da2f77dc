// The rows behind a finding: leads that had the whole horizon to convert, did not, and are the newest that can be judged.
import { date, integer, sql } from '../../sql/index.ts'
import type { DetectorInput, Draft, EvidenceQuery } from '../detector.ts'
import { funnelTable, isDated } from './basis.ts'
import { census, daysBefore } from './census.ts'
import { events } from './events.ts'
import type { options } from './options.ts'

/** `data.newestFrom` and `data.newestTo` of a draft: the newest usable months, as days. */
export function evidence(draft: Draft, input: DetectorInput<typeof options>): readonly EvidenceQuery[] {
  const { basis, end } = census(input)
  const table = funnelTable(basis)
  const { newestFrom, newestTo } = draft.data
  const identity = table === 'deals' ? 'deal_id' : 'lead_id'
  if (newestFrom === undefined || newestTo === undefined || !input.present.has(table, identity)) return []
  // Nothing says which lead of a month became which deal.
  if (basis === 'calendar') return []
  const { horizonDays } = input.options
  const watched = daysBefore(end, horizonDays)
  const until = newestTo < watched ? newestTo : watched
  const lag = input.dialect.daysBetween(sql`created`, sql`converted`)
  const unconverted = isDated(basis)
    ? sql`(converted IS NULL OR converted > ${date(end)} OR (converted >= created AND ${lag} > ${integer(horizonDays)}))`
    : sql`dateless = 0`
  return [
    {
      table,
      sql: sql`SELECT id FROM (${events(basis, input.present, input.dialect)}) AS events
        WHERE created >= ${date(newestFrom)} AND created <= ${date(until)} AND ${unconverted}`,
    },
  ]
}
