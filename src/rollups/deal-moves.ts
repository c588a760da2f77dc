// Moves between stages with the rows of their deals: found by the text of an id once, for all questions about stages.
import { raw, sql, type Sql } from '../sql/index.ts'
import { defineTables, type QueryInput } from './rollup.ts'

const needed = ['deal_id', 'stage', 'entered_on'] as const

function movesOf({ present, dialect }: Pick<QueryInput, 'present' | 'dialect'>): Sql {
  const can =
    present.has('deals', 'deal_id') && needed.every((column) => present.has('stage_history', column))
  const before = present.has('stage_history', 'from_stage') ? raw('from_stage') : dialect.nullOf('text')
  return can
    ? sql`SELECT deals.row_number AS deal, stage_history.stage AS stage, ${before} AS from_stage, entered_on
        FROM stage_history JOIN deals ON deals.deal_id = stage_history.deal_id`
    : sql`SELECT ${dialect.nullOf('integer')} AS deal, ${dialect.nullOf('text')} AS stage, ${dialect.nullOf('text')} AS from_stage,
        ${dialect.nullOf('date')} AS entered_on WHERE 1 = 0`
}

/** `deal_moves`: deal (the `row_number` of its deal), stage, from_stage, entered_on; one row per move of a deal that is on file. */
export const dealMoves = defineTables({
  id: 'deal-moves',
  reads: { stage_history: needed, deals: ['deal_id'] },
  shared: (input) => [{ name: 'deal_moves', sql: movesOf(input) }],
})
