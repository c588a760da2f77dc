// The rows behind a finding: losses nobody asked about, or the debriefs held in the wrong way.
import { raw, sql, text, type Sql } from '../../sql/index.ts'
import type { Draft, EvidenceQuery } from '../detector.ts'
import { groupKey, type GroupColumn } from '../share-groups.ts'
import type { Message } from './findings.ts'
import { judgedLosses, type Input } from './losses.ts'
import { heldByOwner, heldLong, heldSameDay } from './queries.ts'

const unasked = (input: Input, condition: Sql): readonly EvidenceQuery[] =>
  (['deal', 'customer'] as const).map((kind) => ({
    table: kind === 'deal' ? 'deals' : 'customers',
    sql: sql`SELECT id FROM ${judgedLosses(input)} WHERE kind = '${raw(kind)}' AND hit = 0 AND ${condition}`,
  }))

const held = (condition: Sql): readonly EvidenceQuery[] => [
  {
    table: 'interviews',
    sql: sql`SELECT interview_id AS id FROM missing_debriefs_held WHERE in_days = 1 AND ${condition}`,
  },
]

export function evidenceOf(draft: Draft<Message>, input: Input): readonly EvidenceQuery[] {
  const { dialect, options, present } = input
  const { messageId, data, subject } = draft
  if (messageId === 'same-day') return held(heldSameDay)
  if (messageId === 'too-long') return held(heldLong(options.maxMinutes))
  if (messageId === 'by-owner') return held(heldByOwner)
  if (messageId === 'none-since') return unasked(input, raw('beyond = 1'))
  if (messageId === 'few-debriefs')
    return unasked(input, raw('due = 1')).filter(({ table }) => present.has(table) && data[table] === 'yes')
  const column: GroupColumn = subject[0]?.column === 'segment' ? 'segment' : 'owner'
  return unasked(input, sql`due = 1 AND ${groupKey(column, dialect)} = ${text(data['key'] ?? '')}`)
}
