// The figures as salescheck's own JSON report has them.
import { readFileSync } from 'node:fs'

interface ReportTable {
  readonly id: string
  readonly columns: readonly { readonly id: string }[]
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
}

interface ReportJson {
  readonly sources: readonly { readonly table: string | null; readonly rows: { readonly used: number } }[]
  readonly outcomes: readonly {
    readonly detector: string
    readonly summary: Readonly<Record<string, unknown>>
    readonly tables: readonly ReportTable[]
  }[]
}

/** Statements of a report, in the words of `figures.ts`; only those a report makes. */
export function productStatements(file: string): Map<string, number> {
  const report: ReportJson = JSON.parse(readFileSync(file, 'utf8'))
  const found = new Map<string, number>()
  const say = (name: string, value: unknown): void => {
    if (typeof value === 'number') found.set(name, value)
  }
  for (const { table, rows } of report.sources)
    if (table !== null && table !== 'targets') say(`used ${table}`, rows.used)
  for (const row of rowsOf(report, 'target-hit-nps-low', 'history')) {
    const where = `${String(row['entity'])} ${String(row['period'])}`
    say(`booked ${where}`, row['booked'])
    say(`answers ${where}`, row['n'])
    say(`nps ${where}`, row['nps'])
  }
  for (const row of rowsOf(report, 'funnel-outpaces-conversion', 'funnel')) {
    say(`leads ${String(row['period'])}`, row['leads'])
    say(`conversions ${String(row['period'])}`, row['conversions'])
  }
  const summary = report.outcomes.find(({ detector }) => detector === 'lost-reasons')?.summary ?? {}
  const lost = Number(summary['lostDeals'])
  say('lost deals', lost)
  say('lost deals with a reason', Math.round(Number(summary['coverage']) * lost))
  for (const row of rowsOf(report, 'lost-reasons', 'ranking')) {
    const reason = String(row['reason']).toLowerCase()
    // Free texts that nearly agree are brought together: only the short ones stand for themselves.
    if (reason.length > 20) continue
    say(`reason ${reason}`, row['deals'])
    say(`value ${reason}`, row['value'])
  }
  for (const row of rowsOf(report, 'lost-reasons', 'coverage-by-owner')) {
    say(`losses ${String(row['owner'])}`, row['losses'])
    say(`reasoned ${String(row['owner'])}`, row['reasoned'])
  }
  return found
}

function rowsOf(report: ReportJson, detector: string, id: string): Record<string, unknown>[] {
  const table = report.outcomes
    .find((outcome) => outcome.detector === detector)
    ?.tables.find((one) => one.id === id)
  if (table === undefined) throw new Error(`the report has no table ${id} of ${detector}`)
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, at) => [column.id, row[at]])))
}
