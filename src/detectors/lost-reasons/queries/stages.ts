// Rows per wording and the stage a deal was lost in.
import { join, raw, sql, type Sql } from '../../../sql/index.ts'
import type { Population } from '../populations.ts'
import { losses, rankedOnly, type QueryContext } from './population.ts'

/** Rows returned, largest first: a column with more stages than this can hold is no stage column. */
const mostCells = 50_000

/**
 * The stage on the row (`lost_stage`, else `stage`) may be the closing stage itself: then the last other stage of the deal's history
 * says where it was lost. Which of the two it is, words decide, in closing-stages.ts. null where no stage is known.
 */
export function stagesQuery(population: Population, input: QueryContext): Sql | null {
  const { dialect, present } = input
  if (population.kind !== 'lost') return null
  const known = ['lost_stage', 'stage'].filter((column) => present.has('deals', column))
  const hasHistory =
    !present.has('deals', 'lost_stage') &&
    present.has('deals', 'deal_id') &&
    ['deal_id', 'stage', 'entered_on'].every((column) => present.has('stage_history', column))
  if (known.length === 0 && !hasHistory) return null
  const stage = known.length === 0 ? dialect.nullOf('text') : raw(`COALESCE(${known.join(', ')})`)
  const columns = [sql`${stage} AS stage`, ...(hasHistory ? [raw('deal_id')] : [])]
  const latest = dialect.textOrder(raw('h.stage'))
  const history = sql`, moves AS (
      SELECT h.deal_id AS deal_id, h.stage AS stage, row_number() OVER (
        PARTITION BY h.deal_id ORDER BY h.entered_on DESC NULLS LAST, ${latest} DESC) AS place
      FROM stage_history h JOIN losses l ON h.deal_id = l.deal_id
      WHERE h.stage IS NOT NULL AND (l.stage IS NULL OR h.stage <> l.stage)
    ), before_loss AS (SELECT deal_id, stage FROM moves WHERE place = 1)`
  const rows = sql`SELECT f.reason AS reason, l.stage AS stage,
      ${hasHistory ? raw('b.stage') : dialect.nullOf('text')} AS stage_before
    FROM losses l JOIN frequent f ON l.reason = f.reason
    ${raw(hasHistory ? 'LEFT JOIN before_loss b ON l.deal_id = b.deal_id' : '')} ${rankedOnly(population, input)}`
  const order = ['reason', 'stage', 'stage_before'].map(
    (name) => sql`${dialect.textOrder(raw(name))} NULLS LAST`,
  )
  return sql`WITH ${losses(population, columns, input)}${hasHistory ? history : raw('')}
    SELECT '${raw(population.kind)}' AS kind, reason, stage, stage_before, count(*) AS deals
    FROM (${rows}) AS placed GROUP BY reason, stage, stage_before
    ORDER BY deals DESC, ${join(order, ', ')} LIMIT ${raw(String(mostCells))}`
}
