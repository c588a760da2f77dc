// Small businesses written as rows, for tests that run through the engine.
import { roundNumbers } from '../../../src/analyze/finish-report.ts'
import { targetHitNpsLow } from '../../../src/detectors/target-hit-nps-low/index.ts'
import type { Summary } from '../../../src/detectors/target-hit-nps-low/summary.ts'
import type { DetectorOutcome, Table } from '../../../src/report/index.ts'
import { parsePeriod } from '../../../src/schema/index.ts'
import { runOn, type Data, type RunOptions } from '../scenario.ts'

type SummaryEntity = Summary['entities'][number]

export type Cells = Record<string, string | null>

/** A target row with its period spelled out as ingest does. */
export function target(
  level: string,
  entity: string | null,
  period: string,
  amount: string | null,
  more: Cells = {},
): Cells {
  const found = parsePeriod(period)
  if (found === null) throw new Error(`no period: ${period}`)
  const { grain, start, end } = found
  return {
    level,
    entity,
    grain,
    start_on: start,
    end_on: end,
    target_amount: amount,
    currency: null,
    ...more,
  }
}

let sales = 0
/** A won deal. */
export const won = (owner: string | null, closed: string, amount: string, more: Cells = {}): Cells => ({
  deal_id: `D${String((sales += 1)).padStart(5, '0')}`,
  status: 'won',
  closed_on: closed,
  owner,
  amount,
  ...more,
})

let asked = 0
/** One answer each of the scores, of respondents of their own unless `more` names one. */
export const answers = (scores: readonly number[], day: string, more: Cells = {}): Cells[] =>
  scores.map((score) => ({
    survey_id: `R${String((asked += 1)).padStart(5, '0')}`,
    answered_on: day,
    score: String(score),
    ...more,
  }))

/** `promoters`, then passives, then detractors, as scores. */
export const scores = (promoters: number, passives: number, detractors: number): number[] => [
  ...Array.from({ length: promoters }, () => 9),
  ...Array.from({ length: passives }, () => 7),
  ...Array.from({ length: detractors }, () => 3),
]

/** Rows of a table have the same columns: what one row leaves out is missing. */
function evened(rows: readonly Cells[]): Cells[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))
}

export interface Result {
  readonly outcome: DetectorOutcome
  readonly summary: Summary
  readonly of: (entity: string) => SummaryEntity | undefined
  readonly table: (id: string) => Table | undefined
}

export async function judge(data: Data, run: RunOptions = {}): Promise<Result> {
  const even = Object.fromEntries(
    Object.entries(data).map(([table, rows]) => [table, evened(rows as Cells[])]),
  )
  // As a report carries them: 12 significant digits.
  const outcome = roundNumbers(await runOn(targetHitNpsLow, even, run))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the detector's own summary
  const summary = outcome.summary as unknown as Summary
  return {
    outcome,
    summary,
    of: (entity) => summary.entities.find((row) => row.entity === entity),
    table: (id) => outcome.tables.find((table) => table.id === id),
  }
}
