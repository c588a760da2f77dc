// Moves between stages with the rows of their deals: found by the text of an id once, for all questions about stages.
import { raw, sql, type Sql } from '../sql/index.ts'
import { defineTables, type Present, type QueryInput } from './rollup.ts'

const needed = ['deal_id', 'stage', 'entered_on'] as const

/** Whether moves can find their deals. */
export const hasMoves = (present: Present): boolean =>
  present.has('deals', 'deal_id') && needed.every((column) => present.has('stage_history', column))

function movesOf({ present, dialect }: Pick<QueryInput, 'present' | 'dialect'>): Sql {
  const can = hasMoves(present)
  const of = (table: 'deals' | 'stage_history', column: string, type: 'text' | 'date'): Sql =>
    can && present.has(table, column) ? raw(`${table}.${column}`) : dialect.nullOf(type)
  const columns = sql`${of('stage_history', 'stage', 'text')} AS stage, ${of('stage_history', 'from_stage', 'text')} AS from_stage,
    ${of('stage_history', 'entered_on', 'date')} AS entered_on, ${of('deals', 'status', 'text')} AS status,
    ${of('deals', 'stage', 'text')} AS deal_stage, ${of('deals', 'closed_on', 'date')} AS closed_on`
  return can
    ? sql`SELECT deals.row_number AS deal, ${columns} FROM stage_history JOIN deals ON deals.deal_id = stage_history.deal_id`
    : sql`SELECT ${dialect.nullOf('integer')} AS deal, ${columns} WHERE 1 = 0`
}

/**
 * `deal_moves`: one row per move of a deal that is on file: deal (its `row_number`), stage, from_stage, entered_on, and of the deal its
 * status, stage (`deal_stage`) and closed_on.
 */
export const dealMoves = defineTables({
  id: 'deal-moves',
  reads: { stage_history: needed, deals: ['deal_id', 'status', 'stage', 'closed_on'] },
  shared: (input) => [{ name: 'deal_moves', sql: movesOf(input) }],
})
