// Open deals that have been in their stage longer than any won deal ever was in it.
import { hasMoves } from '../../rollups/deal-moves.ts'
import type { CalendarDate } from '../../schema/index.ts'
import { date, integer, raw, sql, type Sql } from '../../sql/index.ts'
import type { Input } from './reach.ts'

/**
 * One column `deal`, the number of its row; null where no stage history was given. A stage counts when `minWon` won deals went through
 * it. The stage of an open deal is the one on the deal, else that of its last move; it began with the last move.
 */
export function stuckDeals(input: Input, last: CalendarDate): Sql | null {
  const { dialect, present, options } = input
  if (!hasMoves(present)) return null
  const end = date(last)
  const stage = dialect.textOrder(raw('stage'))
  const left = sql`COALESCE(LEAD(entered_on) OVER (PARTITION BY deal ORDER BY entered_on, ${stage}), closed_on)`
  return sql`WITH moved AS (SELECT * FROM deal_moves WHERE stage IS NOT NULL AND entered_on <= ${end}),
    stays AS (
      SELECT deal, stage, ${dialect.daysBetween(raw('entered_on'), left)} AS days
      FROM moved WHERE status = 'won' AND closed_on <= ${end}),
    longest AS (
      SELECT stage AS of_stage, MAX(days) AS days FROM stays GROUP BY stage
      HAVING COUNT(DISTINCT deal) >= ${integer(options.minWon)}),
    latest AS (
      SELECT deal, COALESCE(deal_stage, stage) AS own_stage, entered_on, ROW_NUMBER() OVER (PARTITION BY deal
        ORDER BY entered_on DESC, ${stage} DESC) AS place
      FROM moved WHERE status = 'open')
    SELECT deal FROM latest JOIN longest ON of_stage = own_stage
    WHERE place = 1 AND ${dialect.daysBetween(raw('entered_on'), sql`${end}`)} > days`
}
