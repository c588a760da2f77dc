// The rows behind a finding: this period's sales of the product that gained most.
import { raw, sql, text } from '../../sql/index.ts'
import type { Draft, EvidenceQuery } from '../detector.ts'
import type { Message } from './messages.ts'
import { periodsOf, salesSource } from './periods.ts'
import { sales, within, type Input } from './queries.ts'

export function evidence(draft: Draft<Message>, input: Input): readonly EvidenceQuery[] {
  const source = salesSource(input)
  const periods = periodsOf(input)
  const key = draft.data['gainerKey'] ?? ''
  if (source === null || periods === null || key === '') return []
  if (!input.present.has(source, source === 'deals' ? 'deal_id' : 'invoice_id')) return []
  return [
    {
      table: source,
      sql: sql`SELECT sale_id AS id FROM (${sales(source, input)}) AS sales
        WHERE product_key = ${text(key)} AND ${within(raw('day'), periods.now)}`,
    },
  ]
}
