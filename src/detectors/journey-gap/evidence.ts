// The rows behind a finding: answers about the journey that lie at least the limit below what touchpoints got.
import { decimal, raw, sql, text, type Sql } from '../../sql/index.ts'
import type { Draft, EvidenceQuery } from '../detector.ts'
import { answersTable, recognisedBy, type Input } from './answers.ts'
import type { Message } from './messages.ts'

const answers = raw(answersTable)

/** Of the same customers: below the customer's own touchpoints. */
function pairedRows(key: string, touchpoint: string | null, input: Input): Sql {
  const by = raw(key)
  const { dialect } = input
  const one =
    touchpoint === null
      ? sql`TRUE`
      : sql`place = ${dialect.foldText(sql`CAST(${text(touchpoint)} AS ${dialect.typeName('text')})`)}`
  const mean = sql`${dialect.toDouble(sql`touch_sum`)} / touch_count`
  return sql`SELECT survey_id AS id FROM ${answers} AS told
    JOIN (SELECT ${by} AS who, SUM(points) AS touch_sum, COUNT(*) AS touch_count FROM ${answers}
      WHERE kind = 'touchpoint' AND ${by} IS NOT NULL AND ${one} GROUP BY ${by}) AS touched ON who = told.${by}
    WHERE kind = 'journey' AND points <= ${mean} - ${decimal(String(input.options.minGap))}`
}

export function evidence(draft: Draft<Message>, input: Input): readonly EvidenceQuery[] {
  if (!input.present.has('surveys', 'survey_id')) return []
  const { by, how, below } = draft.data
  const key = recognisedBy(input).find((one) => one === by)
  const touchpoint = draft.subject.find(({ column }) => column === 'touchpoint')?.value ?? null
  if (how === 'paired' && key !== undefined)
    return [{ table: 'surveys', sql: pairedRows(key, touchpoint, input) }]
  return [
    {
      table: 'surveys',
      sql: sql`SELECT survey_id AS id FROM ${answers} WHERE kind = 'journey' AND points <= ${decimal(below ?? '0')}`,
    },
  ]
}
