// The rows behind a finding: the losses of its period and segment whose cells say what the finding is about.
import { join, raw, sql, text, type Sql } from '../../sql/index.ts'
import type { EvidenceQuery } from '../detector.ts'
import { rankedDays } from './comparison.ts'
import type { ReasonDraft } from './findings/draft.ts'
import { populations } from './populations.ts'
import { lookedAt, within, wording, type QueryContext } from './queries/population.ts'
import { groupedBy } from './queries/segments.ts'

const cellsOf = (draft: ReasonDraft): string[] =>
  (JSON.parse(draft.data['cells'] ?? '[]') as unknown[]).filter((cell) => typeof cell === 'string')

function saying(draft: ReasonDraft, reason: string): Sql {
  const cells = cellsOf(draft)
  const listed =
    cells.length === 0
      ? []
      : [
          sql`${raw(wording(reason))} IN (${join(
            cells.map((cell) => sql`${text(cell)}`),
            ', ',
          )})`,
        ]
  const missing = draft.messageId === 'low-coverage' ? [raw(`${reason} IS NULL`)] : []
  return join([...missing, ...listed], ' OR ', raw('FALSE'))
}

export function evidenceOf(draft: ReasonDraft, input: QueryContext): readonly EvidenceQuery[] {
  const population = populations(input.present).find(({ kind }) => kind === draft.data['kind'])
  if (population === undefined || !input.present.has(population.table, population.identity)) return []
  const conditions = [lookedAt(population, input), sql`(${saying(draft, population.reason)})`]
  const segment = draft.messageId === 'lifted' ? draft.subject[1] : undefined
  const key = draft.data['key']
  if (segment !== undefined && key !== undefined)
    conditions.push(sql`${raw(groupedBy(population, segment.column))} = ${text(key)}`)
  if (population.day !== null) {
    const day = raw(population.day)
    if (draft.messageId === 'share-rose' && draft.period !== null)
      conditions.push(within(day, { first: draft.period.start, last: draft.period.end }, false))
    else if (input.period !== null) conditions.push(within(day, rankedDays(input), false))
  }
  const { table, identity } = population
  return [
    { table, sql: sql`SELECT ${raw(identity)} AS id FROM ${raw(table)} WHERE ${join(conditions, ' AND ')}` },
  ]
}
