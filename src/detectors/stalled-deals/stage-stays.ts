// Open deals that have been in their stage longer than any won deal ever was in it.
import type { CalendarDate } from '../../schema/index.ts'
import { date, integer, raw, sql, type Sql } from '../../sql/index.ts'
import type { Input } from './reach.ts'

/**
 * One column `deal`, the number of its row; null where no stage history was given. A stage counts when `minWon` won deals went through it. The stage of an
 * open deal is the one on the deal, else that of its last move; it began with the last move.
 */
export function stuckDeals(input: Input, last: CalendarDate): Sql | null {
  const { dialect, present, options } = input
  const needed = ['deal_id', 'stage', 'entered_on']
  if (!needed.every((column) => present.has('stage_history', column)) || !present.has('deals', 'deal_id'))
    return null
  const end = date(last)
  const order = sql`moved.entered_on, ${dialect.textOrder(raw('moved.stage'))}`
  const left = sql`COALESCE(LEAD(moved.entered_on) OVER (PARTITION BY deal ORDER BY ${order}), deals.closed_on)`
  return sql`WITH moved AS (
      SELECT deal, stage, entered_on FROM deal_moves WHERE stage IS NOT NULL AND entered_on <= ${end}),
    stays AS (
      SELECT deal, moved.stage, ${dialect.daysBetween(raw('moved.entered_on'), left)} AS days
      FROM moved JOIN deals ON deals.row_number = deal WHERE deals.status = 'won' AND deals.closed_on <= ${end}),
    longest AS (
      SELECT stage AS of_stage, MAX(days) AS days FROM stays GROUP BY stage
      HAVING COUNT(DISTINCT deal) >= ${integer(options.minWon)}),
    latest AS (
      SELECT deal, stage, entered_on, ROW_NUMBER() OVER (PARTITION BY deal
        ORDER BY entered_on DESC, ${dialect.textOrder(raw('stage'))} DESC) AS place
      FROM moved WHERE deal IN (SELECT row_number FROM deals WHERE status = 'open'))
    SELECT deal FROM latest JOIN deals ON deals.row_number = deal
      JOIN longest ON of_stage = COALESCE(deals.stage, latest.stage)
    WHERE place = 1 AND deals.status = 'open' AND ${dialect.daysBetween(raw('latest.entered_on'), sql`${end}`)} > longest.days`
}
