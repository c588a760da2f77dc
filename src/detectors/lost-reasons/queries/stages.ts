// Rows per wording and the stage a deal was lost in.
import { hasMoves } from '../../../rollups/deal-moves.ts'
import { join, raw, sql, type Sql } from '../../../sql/index.ts'
import type { Population } from '../populations.ts'
import { frequentOf, isRanked, lookedAt, orNull, wording, type QueryContext } from './population.ts'

/** Rows returned, largest first: a column with more stages than this can hold is no stage column. */
const mostCells = 50_000

/**
 * The stage on the row (`lost_stage`, else `stage`) may be the closing stage itself: then the last other stage of the deal's history
 * says where it was lost. Which of the two it is, words decide, in closing-stages.ts. null where no stage is known.
 */
export function stagesQuery(population: Population, input: QueryContext): Sql | null {
  const { dialect, present, options } = input
  if (population.kind !== 'lost') return null
  const known = ['lost_stage', 'stage'].filter((column) => present.has('deals', column))
  const hasHistory = !present.has('deals', 'lost_stage') && hasMoves(present)
  if (known.length === 0 && !hasHistory) return null
  const stage = known.length === 0 ? dialect.nullOf('text') : raw(`COALESCE(${known.join(', ')})`)
  const isGrouped = options.groupBy === 'stage'
  const currency = orNull(population.currency, 'text', input)
  const amount = orNull(population.amount, 'money', input)
  const rows = sql`${raw(population.table)} WHERE ${lookedAt(population, input)} AND ${isRanked(population, input)}`
  const shown = [
    sql`${raw(population.reason)} AS reason`,
    sql`${stage} AS stage`,
    ...(isGrouped ? [sql`${currency} AS currency`, sql`${amount} AS amount`] : []),
    ...(hasHistory ? [raw('row_number AS number')] : []),
  ]
  const deals = sql`(SELECT ${join(shown, ', ')} FROM ${rows} AND ${raw(population.reason)} IS NOT NULL) AS l`
  const latest = dialect.textOrder(raw('h.stage'))
  const moves = sql`LEFT JOIN (
      SELECT deal, stage FROM (
        SELECT h.deal AS deal, h.stage AS stage, row_number() OVER (
          PARTITION BY h.deal ORDER BY h.entered_on DESC NULLS LAST, ${latest} DESC) AS place
        FROM deal_moves h JOIN ${deals} ON h.deal = l.number
        WHERE h.stage IS NOT NULL AND (l.stage IS NULL OR h.stage <> l.stage)
      ) AS moves WHERE place = 1
    ) AS b ON l.number = b.deal`
  const order = ['reason', 'stage', 'stage_before', 'currency'].map(
    (name) => sql`${dialect.textOrder(raw(name))} NULLS LAST`,
  )
  // What is not told is no key: rows are grouped by what varies alone.
  const keys = [
    'reason',
    'stage',
    ...(hasHistory ? ['stage_before'] : []),
    ...(isGrouped ? ['currency'] : []),
  ]
  const money = isGrouped
    ? raw('sum(CASE WHEN amount > 0 THEN amount ELSE 0 END)')
    : sql`CAST(0 AS ${dialect.typeName('money')})`
  return sql`WITH cells AS (
      SELECT reason, stage, ${hasHistory ? raw('stage_before') : dialect.nullOf('text')} AS stage_before,
        ${isGrouped ? raw('currency') : dialect.nullOf('text')} AS currency, count(*) AS deals, ${money} AS amount
      FROM (
        SELECT l.reason AS reason, l.stage AS stage${isGrouped ? raw(', l.currency AS currency, l.amount AS amount') : raw('')}${
          hasHistory ? raw(', b.stage AS stage_before') : raw('')
        }
        FROM ${deals} ${hasHistory ? moves : raw('')}
      ) AS placed GROUP BY ${raw(keys.join(', '))}
    ), frequent AS (${frequentOf(raw('cells'), raw('deals'), input)})
    SELECT '${raw(population.kind)}' AS kind, ${raw(wording('c.reason'))} AS reason, c.stage AS stage, c.stage_before AS stage_before,
      c.currency AS currency, c.deals AS deals, c.amount AS amount
    FROM cells c JOIN frequent f ON c.reason = f.reason
    ORDER BY deals DESC, ${join(order, ', ')} LIMIT ${raw(String(mostCells))}`
}
