// The figures as salescheck's own JSON report has them.
import { readFileSync } from 'node:fs'

interface ReportTable {
  readonly id: string
  readonly columns: readonly { readonly id: string }[]
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
}

interface ReportJson {
  readonly sources: readonly { readonly table: string | null; readonly rows: { readonly used: number } }[]
  readonly joins: readonly { readonly from: string; readonly matched: number }[]
  readonly outcomes: readonly {
    readonly detector: string
    readonly summary: Readonly<Record<string, unknown>>
    readonly tables: readonly ReportTable[]
  }[]
}

/** Free texts that nearly agree are brought together: only the short ones stand for themselves. */
const longestWord = 20

/** Statements of a report, in the words of `figures.ts`; only those a report makes. */
export function productStatements(file: string): Map<string, number> {
  const report: ReportJson = JSON.parse(readFileSync(file, 'utf8'))
  const found = new Map<string, number>()
  const say = (name: string, value: unknown): void => {
    if (typeof value === 'number') found.set(name, value)
  }
  for (const { table, rows } of report.sources)
    if (table !== null && table !== 'targets') say(`used ${table}`, rows.used)
  const matched = report.joins.find(({ from }) => from === 'surveys.customer')
  say('matched surveys', matched?.matched)
  const sayStanding = (row: Record<string, unknown>, level: string, period: string): void => {
    const where = `${level} ${String(row['entity'])} ${period}`
    say(`booked ${where}`, row['booked'])
    say(`answers ${where}`, row['n'])
    say(`nps ${where}`, row['nps'])
    say(`target ${where}`, row['target'])
    say(`attainment ${where}`, row['attainment'])
  }
  for (const row of rowsOf(report, 'target-hit-nps-low', 'history'))
    sayStanding(row, String(row['level']), String(row['period']))
  const period = String(summaryOf(report, 'target-hit-nps-low')['period'])
  for (const level of ['owner', 'team', 'product', 'company'])
    for (const row of rowsOf(report, 'target-hit-nps-low', level)) sayStanding(row, level, period)
  for (const row of rowsOf(report, 'target-hit-nps-low', 'trend')) {
    const label = String(row['period'])
    say(`hits ${label}`, row['hits'])
    say(`attainment company company ${label}`, row['attainment'])
    say(`answers company company ${label}`, row['n'])
    say(`nps company company ${label}`, row['nps'])
  }
  for (const row of rowsOf(report, 'funnel-outpaces-conversion', 'funnel')) {
    say(`leads ${String(row['period'])}`, row['leads'])
    say(`conversions ${String(row['period'])}`, row['conversions'])
  }
  for (const row of rowsOf(report, 'funnel-outpaces-conversion', 'halves')) {
    say(`leads ${String(row['half'])}`, row['leads'])
    say(`conversions ${String(row['half'])}`, row['conversions'])
  }
  for (const row of rowsOf(report, 'funnel-outpaces-conversion', 'sources')) {
    say(`leads older ${String(row['source'])}`, row['olderLeads'])
    say(`leads newer ${String(row['source'])}`, row['newerLeads'])
  }
  const summary = summaryOf(report, 'lost-reasons')
  const lost = Number(summary['lostDeals'])
  say('lost deals', lost)
  say('lost deals with a reason', Math.round(Number(summary['coverage']) * lost))
  for (const row of rowsOf(report, 'lost-reasons', 'ranking')) {
    const reason = String(row['reason']).toLowerCase()
    if (reason.length > longestWord) continue
    say(`reason ${reason}`, row['deals'])
    say(`value ${reason}`, row['value'])
  }
  for (const row of rowsOf(report, 'lost-reasons', 'change')) {
    const reason = String(row['reason']).toLowerCase()
    if (reason.length > longestWord) continue
    say(`before ${reason}`, row['before'])
    say(`after ${reason}`, row['after'])
  }
  for (const row of rowsOf(report, 'lost-reasons', 'coverage-by-owner')) {
    say(`losses ${String(row['owner'])}`, row['losses'])
    say(`reasoned ${String(row['owner'])}`, row['reasoned'])
  }
  return found
}

const summaryOf = (report: ReportJson, asked: string): Readonly<Record<string, unknown>> =>
  report.outcomes.find(({ detector }) => detector === asked)?.summary ?? {}

function rowsOf(report: ReportJson, detector: string, id: string): Record<string, unknown>[] {
  const table = report.outcomes
    .find((outcome) => outcome.detector === detector)
    ?.tables.find((one) => one.id === id)
  if (table === undefined) throw new Error(`the report has no table ${id} of ${detector}`)
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, at) => [column.id, row[at]])))
}
