// The rows behind a finding: losses nobody asked about, or the debriefs held in the wrong way.
import { raw, sql, text, type Sql } from '../../sql/index.ts'
import type { Draft, EvidenceQuery } from '../detector.ts'
import { groupKey, type GroupColumn } from '../share-groups.ts'
import type { Message } from './findings.ts'
import type { Input } from './losses.ts'
import { heldByOwner, heldLong, heldSameDay } from './queries.ts'

const unasked = (condition: Sql): readonly EvidenceQuery[] =>
  (['deal', 'customer'] as const).map((kind) => ({
    table: kind === 'deal' ? 'deals' : 'customers',
    sql: sql`SELECT id FROM missing_debriefs_judged WHERE kind = '${raw(kind)}' AND hit = 0 AND ${condition}`,
  }))

const held = (condition: Sql): readonly EvidenceQuery[] => [
  {
    table: 'interviews',
    sql: sql`SELECT interview_id AS id FROM missing_debriefs_held WHERE in_days = 1 AND ${condition}`,
  },
]

export function evidenceOf(
  draft: Draft<Message>,
  { dialect, options, present }: Input,
): readonly EvidenceQuery[] {
  const { messageId, data, subject } = draft
  if (messageId === 'same-day') return held(heldSameDay)
  if (messageId === 'too-long') return held(heldLong(options.maxMinutes))
  if (messageId === 'by-owner') return held(heldByOwner)
  if (messageId === 'none-since') return unasked(raw('beyond = 1'))
  if (messageId === 'few-debriefs')
    return unasked(raw('due = 1')).filter(({ table }) => present.has(table) && data[table] === 'yes')
  const column: GroupColumn = subject[0]?.column === 'segment' ? 'segment' : 'owner'
  return unasked(sql`due = 1 AND ${groupKey(column, dialect)} = ${text(data['key'] ?? '')}`)
}
