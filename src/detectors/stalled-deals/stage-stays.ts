// Open deals that have been in their stage longer than any won deal ever was in it.
import type { CalendarDate } from '../../schema/index.ts'
import { date, integer, raw, sql, type Sql } from '../../sql/index.ts'
import type { Input } from './reach.ts'

/**
 * One column `deal_id`; null where no stage history was given. A stage counts when `minWon` won deals went through it. The stage of an
 * open deal is the one on the deal, else that of its last move; it began with the last move.
 */
export function stuckDeals(input: Input, last: CalendarDate): Sql | null {
  const { dialect, present, options } = input
  const needed = ['deal_id', 'stage', 'entered_on']
  if (!needed.every((column) => present.has('stage_history', column)) || !present.has('deals', 'deal_id'))
    return null
  const end = date(last)
  const order = sql`moved.entered_on, ${dialect.textOrder(raw('moved.stage'))}`
  const left = sql`COALESCE(LEAD(moved.entered_on) OVER (PARTITION BY moved.deal_id ORDER BY ${order}), deals.closed_on)`
  return sql`WITH moved AS (
      SELECT deal_id, stage, entered_on FROM stage_history
      WHERE deal_id IS NOT NULL AND stage IS NOT NULL AND entered_on <= ${end}),
    stays AS (
      SELECT moved.deal_id, moved.stage, ${dialect.daysBetween(raw('moved.entered_on'), left)} AS days
      FROM moved JOIN deals ON deals.deal_id = moved.deal_id WHERE deals.status = 'won' AND deals.closed_on <= ${end}),
    longest AS (
      SELECT stage AS of_stage, MAX(days) AS days FROM stays GROUP BY stage
      HAVING COUNT(DISTINCT deal_id) >= ${integer(options.minWon)}),
    latest AS (
      SELECT deal_id, stage, entered_on, ROW_NUMBER() OVER (PARTITION BY deal_id
        ORDER BY entered_on DESC, ${dialect.textOrder(raw('stage'))} DESC) AS place
      FROM moved WHERE deal_id IN (SELECT deal_id FROM deals WHERE status = 'open' AND deal_id IS NOT NULL))
    SELECT DISTINCT deals.deal_id FROM latest JOIN deals ON deals.deal_id = latest.deal_id
      JOIN longest ON of_stage = COALESCE(deals.stage, latest.stage)
    WHERE place = 1 AND deals.status = 'open' AND ${dialect.daysBetween(raw('latest.entered_on'), sql`${end}`)} > longest.days`
}
