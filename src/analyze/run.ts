// The run itself, top to bottom: read the exports, plan, ask every detector, make the report.
import type { Readable } from 'node:stream'
import type { Columns, Detector } from '../detectors/detector.ts'
import {
  joinTables,
  profileTables,
  readExports,
  anonymize,
  type PseudonymMap,
  type Exports,
  type MappingOverride,
  type RejectedRow,
} from '../ingest/index.ts'
import {
  schemaVersion,
  type DetectorOutcome,
  type DetectorReadiness,
  type Inspection,
  type Report,
} from '../report/index.ts'
import type { TableName } from '../schema/index.ts'
import { version } from '../version.ts'
import { roundNumbers } from './finish-report.ts'
import { readiness } from './plan.ts'
import { reportSources } from './report-sources.ts'
import { runDetector, type RunContext } from './run-detector.ts'
import type { Settings } from './settings.ts'
import { keepTeam, ofTeam } from './team-filter.ts'
import { teamColumns } from './team-rows.ts'
import { unlocksOf } from './unlocks.ts'

export interface RunHooks {
  /** File as given -> the table it is pinned to. */
  readonly pins?: ReadonlyMap<string, TableName>
  /** Read for the path `-`. */
  readonly stdin?: Readable
  /** Keep every rejected row with its text; costs a second look at files that have some. */
  readonly keepRejects?: boolean
  /** With the setting `anonymize`: the pseudonyms used so far; new ones are added. Null: pseudonyms are digests. */
  readonly pseudonyms?: PseudonymMap
  readonly signal?: AbortSignal
  /** Told what is being done, in a few words, as often as it changes. */
  readonly onProgress?: (step: string) => void
}

export interface FileRejects {
  readonly name: string
  readonly rejects: readonly RejectedRow[]
}

export interface Analysis {
  readonly report: Report
  /** Rejected rows by file; all of them with `keepRejects`. */
  readonly rejects: readonly FileRejects[]
}

/** Text columns that a question may read: the others are not loaded. */
function columnsNeeded({ detectors, general }: Settings): Partial<Record<TableName, string[]>> {
  const needed: Partial<Record<TableName, string[]>> = {}
  const add = (columns: Columns | undefined): void => {
    for (const [table, names] of Object.entries(columns ?? {}) as [TableName, readonly string[]][]) {
      needed[table] = [...new Set([...(needed[table] ?? []), ...names])]
    }
  }
  for (const { needs, rollups } of detectors) {
    for (const columns of [...needs.required, ...(needs.partial ?? []), needs.optional]) add(columns)
    for (const rollup of Object.values(rollups ?? {})) add(rollup.reads)
  }
  if (general.team !== null) add(teamColumns)
  return needed
}

const read = (
  paths: readonly string[],
  settings: Settings,
  hooks: RunHooks,
  inspecting: boolean,
): Promise<Exports> => {
  const { general, files } = settings
  return readExports(paths, {
    pins: hooks.pins ?? new Map(),
    // Parsed from JSON, which has no undefined values.
    files: files as ReadonlyMap<string, MappingOverride>,
    dateOrder: general.dateOrder === 'auto' ? null : general.dateOrder,
    decimal: general.decimal === 'auto' ? null : general.decimal === 'comma' ? ',' : '.',
    amountsIn: general.amountsIn,
    encoding: general.encoding,
    memoryLimit: general.memoryLimit,
    // What cannot be decided stops an analysis; an inspection shows it.
    tolerant: inspecting,
    needed: inspecting ? null : columnsNeeded(settings),
    keepRejects: hooks.keepRejects ?? false,
    ...(hooks.stdin === undefined ? {} : { stdin: hooks.stdin }),
    ...(hooks.signal === undefined ? {} : { signal: hooks.signal }),
    ...(hooks.onProgress === undefined ? {} : { onProgress: hooks.onProgress }),
  })
}

const ofAskedTeam = async (
  exports: Exports,
  { general: { team }, teams }: Settings,
  { signal }: RunHooks,
): Promise<{ exports: Exports; team: string | null }> =>
  team === null ? { exports, team } : keepTeam(exports, team, teams, signal)

async function hideNames({ engine, loaded }: Exports, settings: Settings, hooks: RunHooks): Promise<void> {
  if (settings.general.anonymize)
    await anonymize(engine, loaded.sources, hooks.pseudonyms ?? null, hooks.signal)
}

function contextOf(
  { engine, loaded }: Exports,
  asOf: string,
  settings: Settings,
  hooks: RunHooks,
): RunContext {
  const { since, until, evidence } = settings.general
  return {
    engine,
    present: loaded,
    asOf,
    horizon: (table) => {
      // A date given by the user is the day every export was made.
      return settings.general.asOf === null ? (loaded.horizons.byTable.get(table) ?? asOf) : asOf
    },
    period: settings.period,
    since,
    until,
    words: settings.words,
    rollups: new Map(),
    evidenceLimit: evidence,
    ...(hooks.signal === undefined ? {} : { signal: hooks.signal }),
  }
}

// Without a single date a detector may still rank and count; nothing it computes then depends on this day.
const dateless = '9999-12-31'

// Looking up every key in every other table takes as long as an answer does: `inspect` does it for large exports.
const mostRowsJoined = 1_000_000

/** One after another: the tables of two questions would push each other out of memory, and gain nothing. */
async function ask(
  detectors: readonly Detector[],
  context: RunContext,
  settings: Settings,
  hooks: RunHooks,
): Promise<DetectorOutcome[]> {
  const outcomes: DetectorOutcome[] = []
  for (const detector of detectors) {
    hooks.onProgress?.(`asking: ${detector.question}`)
    outcomes.push(await runDetector(detector, context, settings.options.get(detector.id) ?? {}))
  }
  return outcomes
}

function asOfOf({ loaded }: Exports, settings: Settings): { asOf: string | null; asOfFrom: string } {
  const given = settings.general.asOf
  if (given !== null)
    return { asOf: given, asOfFrom: settings.list.find(({ key }) => key === 'asOf')?.from ?? 'flag' }
  const { asOf, asOfFrom } = loaded.horizons
  return { asOf, asOfFrom: asOfFrom === null ? 'no dates in the data' : `newest day of ${asOfFrom}` }
}

/** Says in the answer itself what a setting does to it. */
function asSet(outcome: DetectorOutcome, { list }: Settings, team: string | null): DetectorOutcome {
  const cap = list.find(({ key }) => key === `${outcome.detector}.severity`)
  const note =
    cap === undefined || cap.value === 'problem'
      ? []
      : [
          cap.value === 'none'
            ? `Its findings count for nothing with --fail-on and in CI (severity none from ${cap.from}).`
            : `Its findings count as ${cap.value} at most with --fail-on and in CI (severity from ${cap.from}).`,
        ]
  const capped = note.length === 0 ? outcome : { ...outcome, notes: [...note, ...outcome.notes] }
  return team === null ? capped : ofTeam(capped, team)
}

const rejectsOf = ({ loaded }: Exports): FileRejects[] =>
  loaded.sources.map(({ source, rejects }) => ({ name: source.name, rejects }))

const rowsRead = ({ loaded }: Exports): number => loaded.sources.reduce((sum, { rows }) => sum + rows.read, 0)

const warningsOf = ({ loaded }: Exports): Report['warnings'] =>
  loaded.warnings.map(({ code, message, hint }) => ({
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
  }))

/** Reads the exports and answers every question of the settings. Throws SalescheckError for what a person can mend. */
export async function analyze(
  paths: readonly string[],
  settings: Settings,
  hooks: RunHooks,
): Promise<Analysis> {
  const all = await read(paths, settings, hooks, false)
  try {
    const { exports, team } = await ofAskedTeam(all, settings, hooks)
    await hideNames(exports, settings, hooks)
    const { asOf, asOfFrom } = asOfOf(exports, settings)
    const context = contextOf(exports, asOf ?? dateless, settings, hooks)
    const answers = await ask(settings.detectors, context, settings, hooks)
    const outcomes = answers.map((outcome) => asSet(outcome, settings, team))
    const joins =
      rowsRead(exports) > mostRowsJoined ? [] : await joinTables(exports.engine, exports.loaded, hooks.signal)
    const report = roundNumbers<Report>({
      schemaVersion,
      tool: { name: 'salescheck', version },
      asOf,
      asOfFrom,
      model: settings.general.model,
      settings: [...settings.list],
      sources: reportSources(exports, settings.general.anonymize),
      joins: [...joins],
      warnings: warningsOf(exports),
      outcomes,
      unlocks: unlocksOf(settings.detectors, outcomes, exports.loaded),
    })
    return { report, rejects: rejectsOf(exports) }
  } finally {
    await all.close()
  }
}

/** Reads the exports and tells how: files, mappings, rows, joins, and which questions can be answered. */
export async function inspect(
  paths: readonly string[],
  settings: Settings,
  hooks: RunHooks,
): Promise<{ inspection: Inspection; rejects: readonly FileRejects[] }> {
  const exports = await read(paths, settings, hooks, true)
  try {
    await hideNames(exports, settings, hooks)
    const detectors = settings.detectors.map((detector): DetectorReadiness => {
      const { level, reason } = readiness(detector.needs, exports.loaded)
      return { detector: detector.id, question: detector.question, level, reason }
    })
    const inspection = roundNumbers<Inspection>({
      schemaVersion,
      tool: { name: 'salescheck', version },
      ...asOfOf(exports, settings),
      sources: reportSources(exports, settings.general.anonymize),
      profiles: [...(await profileTables(exports.engine, exports.loaded, hooks.signal))],
      joins: [...(await joinTables(exports.engine, exports.loaded, hooks.signal))],
      warnings: warningsOf(exports),
      detectors,
    })
    return { inspection, rejects: rejectsOf(exports) }
  } finally {
    await exports.close()
  }
}
