// Counts of proposals, from the tables that proposals.ts makes.
import { raw, sql, type Dialect, type Sql } from '../../sql/index.ts'
import { groupCounts } from '../share-groups.ts'
import { basisOf } from './basis.ts'
import type { Input } from './proposals.ts'

/** Stages listed, the most frequent first. */
const mostStages = 100

const counted = (condition: string): Sql => raw(`COUNT(CASE WHEN ${condition} THEN 1 END)`)

const sides = sql`SELECT hit = 1 AS is_troubled, COUNT(*) AS deals, ${counted("status = 'won'")} AS won,
    ${counted("status = 'lost'")} AS lost
  FROM premature_proposal_judged WHERE judged = 1 GROUP BY hit ORDER BY hit`

const reasons = sql`SELECT ${counted('judged = 1 AND before = 1')} AS before, ${counted('judged = 1 AND too_soon = 1')} AS too_soon,
    ${counted('judged = 1 AND skipped = 1')} AS skipped, ${counted('judged = 1 AND unqualified = 1')} AS unqualified,
    ${counted('judged = 0')} AS unknown, ${counted('judged = 1 AND hit = 0')} AS later
  FROM premature_proposal_judged`

const stages = (
  dialect: Dialect,
): Sql => sql`SELECT stage, role, CAST(moves AS BIGINT) AS moves FROM premature_proposal_stages
  ORDER BY moves DESC, ${dialect.textOrder(raw('stage'))} LIMIT ${raw(String(mostStages))}`

const values = (
  dialect: Dialect,
): Sql => sql`SELECT currency, SUM(amount) AS value FROM premature_proposal_judged
  WHERE judged = 1 AND hit = 1 AND status = 'open' AND amount > 0 GROUP BY currency
  ORDER BY value DESC, ${dialect.textOrder(raw('currency'))} NULLS LAST`

export function queriesOf(input: Input): {
  sides: Sql
  reasons: Sql
  stages?: Sql
  values: Sql
  groups?: Sql
} {
  const { dialect, present } = input
  const columns = (['owner', 'segment'] as const).filter((column) => present.has('deals', column))
  const from = raw('(SELECT * FROM premature_proposal_judged WHERE judged = 1) AS judged_proposals')
  const groups = groupCounts(dialect, from, columns)
  return {
    sides,
    reasons,
    ...(basisOf(present).history ? { stages: stages(dialect) } : {}),
    values: values(dialect),
    ...(groups === null ? {} : { groups }),
  }
}
