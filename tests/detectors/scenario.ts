// Loads a planted-truth scenario (plain CSV, ISO dates) into an engine and runs one detector on it: for tests of detectors alone.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { defaultOptions, runDetector, type RunContext } from '../../src/analyze/run-detector.ts'
import type { Detector } from '../../src/detectors/detector.ts'
import { openDuckdb } from '../../src/engine/duckdb.ts'
import type { Engine } from '../../src/engine/engine.ts'
import type { DetectorOutcome } from '../../src/report/index.ts'
import { parsePeriod, tableNames, tables, type Period, type TableName } from '../../src/schema/index.ts'

export const scenariosFolder = join(import.meta.dirname, '../../fixtures/scenarios')

export interface Expected {
  readonly id: string
  readonly detector: string
  readonly description: string
  readonly config: Readonly<Record<string, string | number>>
  // Shapes differ per detector; tests read what they compare.
  readonly expected: Readonly<Record<string, Record<string, unknown>>>
}

export const readExpected = (scenario: string): Expected =>
  JSON.parse(readFileSync(join(scenariosFolder, scenario, 'expected.json'), 'utf8')) as Expected

const canonical: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  deals: { account_id: 'customer', rep: 'owner', created_date: 'created_on', close_date: 'closed_on' },
  leads: { rep: 'owner', created_date: 'created_on', converted_date: 'converted_on' },
  surveys: { account_id: 'customer', rep: 'owner', survey_date: 'answered_on', rating: 'score' },
  targets: {},
}

/** Rows by table: canonical column -> cell (null is missing). The first row's keys are the columns. */
export type Data = Partial<Record<TableName, readonly Readonly<Record<string, string | null>>[]>>

/** Reads the CSVs of a scenario folder as canonical rows; an invalid rating is dropped as ingest rejects it. */
export function readScenario(scenario: string): Data {
  const data: Data = {}
  for (const table of ['deals', 'leads', 'surveys', 'targets'] as const) {
    const text = readFileSync(join(scenariosFolder, scenario, `${table}.csv`), 'utf8')
    const rows = parse<Record<string, string>>(text, { columns: true, skip_empty_lines: true })
    if (rows.length === 0) continue
    data[table] = rows.flatMap((row) => canonicalRow(table, row))
  }
  const surveys = data.surveys
  if (surveys !== undefined) {
    const seen = new Set<string>()
    data.surveys = surveys.filter((row) => {
      const id = row['survey_id'] ?? ''
      if (seen.has(id)) return false
      seen.add(id)
      return true
    })
  }
  return data
}

function canonicalRow(table: TableName, row: Record<string, string>): Record<string, string | null>[] {
  const made: Record<string, string | null> = {}
  for (const [header, cell] of Object.entries(row)) {
    const value = cell.trim()
    made[canonical[table]?.[header] ?? header] = value === '' ? null : value
  }
  if (table === 'surveys' && made['score'] != null && !/^(?:10|\d)$/.test(made['score'])) made['score'] = null
  if (table === 'targets') {
    const period = parsePeriod(made['period'] ?? '')
    if (made['level'] === 'rep') made['level'] = 'owner'
    made['grain'] = period?.grain ?? null
    made['start_on'] = period?.start ?? null
    made['end_on'] = period?.end ?? null
  }
  if (table === 'deals' && made['status'] === 'open') made['closed_on'] = null
  return [made]
}

/** An engine that holds the data; columns the schema does not know are left out. */
export async function engineWith(data: Data): Promise<Engine> {
  const engine = await openDuckdb({})
  for (const [name, rows] of Object.entries(data) as [
    TableName,
    readonly Readonly<Record<string, string | null>>[],
  ][]) {
    const schema = tables[name].columns
    const columns = Object.keys(rows[0] ?? {}).filter((column) => Object.hasOwn(schema, column))
    await engine.create(
      name,
      columns.map((column) => ({ name: column, type: schema[column]?.type ?? 'text' })),
    )
    await engine.insert(
      name,
      columns,
      rows.map((row) => columns.map((column) => row[column] ?? null)),
    )
  }
  for (const name of tableNames) if (data[name] === undefined) await engine.create(name, [])
  return engine
}

export interface RunOptions {
  readonly asOf?: string
  readonly period?: Period | null
  readonly since?: string
  readonly until?: string
  readonly options?: Readonly<Record<string, number | string | boolean | null | readonly string[]>>
  readonly aliases?: ReadonlyMap<string, readonly string[]>
}

const planned = new Set(
  Object.entries(tables).flatMap(([table, { columns }]) =>
    Object.entries(columns)
      .filter(([, column]) => column.planned === true)
      .map(([column]) => `${table}.${column}`),
  ),
)

function newest(table: TableName, rows: Data[TableName]): string | null {
  const dates = Object.entries(tables[table].columns)
    .filter(([column, { type }]) => type === 'date' && !planned.has(`${table}.${column}`))
    .flatMap(([column]) => (rows ?? []).flatMap((row) => row[column] ?? []))
  return dates.reduce<string | null>((latest, day) => (latest === null || day > latest ? day : latest), null)
}

/** Runs a detector on rows. asOf is the newest day that happened unless given; later events of a table end at asOf. */
export async function runOn(detector: Detector, data: Data, run: RunOptions = {}): Promise<DetectorOutcome> {
  const engine = await engineWith(data)
  try {
    const horizons = new Map(
      Object.entries(data).map(([table, rows]) => [table, newest(table as TableName, rows)]),
    )
    const asOf =
      run.asOf ??
      [...horizons.values()].reduce<string>(
        (latest, day) => (day !== null && day > latest ? day : latest),
        '0001-01-01',
      )
    const context: RunContext = {
      engine,
      present: {
        has: (table, column) => {
          const rows = data[table]
          if (rows === undefined) return false
          return column === undefined || rows.some((row) => Object.hasOwn(row, column))
        },
      },
      asOf,
      // A date given by the user is the export date of every table.
      horizon: (table) => run.asOf ?? horizons.get(table) ?? asOf,
      period: run.period ?? null,
      since: run.since ?? null,
      until: run.until ?? null,
      words: { aliases: run.aliases ?? new Map() },
      rollups: new Map(),
      evidenceLimit: 50,
    }
    return await runDetector(detector, context, { ...defaultOptions(detector), ...run.options })
  } finally {
    await engine.close()
  }
}
