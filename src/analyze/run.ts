// The run itself, top to bottom: read the exports, plan, ask every detector, make the report.
import type { Readable } from 'node:stream'
import type { Detector } from '../detectors/detector.ts'
import { readExports, type Exports, type SourceRejects } from '../ingest/index.ts'
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
import { runDetector, type RunContext } from './run-detector.ts'
import type { Settings } from './settings.ts'

export interface RunHooks {
  /** File as given -> the table it is pinned to. */
  readonly pins?: ReadonlyMap<string, TableName>
  /** Read for the path `-`. */
  readonly stdin?: Readable
  readonly cwd: string
  readonly signal?: AbortSignal
  /** Told what is being done, in a few words, as often as it changes. */
  readonly onProgress?: (step: string) => void
}

export interface Analysis {
  readonly report: Report
  /** Every rejected row of every file, uncapped. */
  readonly rejects: readonly SourceRejects[]
}

const read = (
  paths: readonly string[],
  settings: Settings,
  hooks: RunHooks,
  inspecting: boolean,
): Promise<Exports> => {
  const { general, files } = settings
  return readExports(paths, {
    cwd: hooks.cwd,
    pins: hooks.pins ?? new Map(),
    files,
    dateOrder: general.dateOrder === 'auto' ? null : general.dateOrder,
    decimal: general.decimal === 'auto' ? null : general.decimal === 'comma' ? ',' : '.',
    amountsIn: general.amountsIn,
    encoding: general.encoding,
    memoryLimit: general.memoryLimit,
    asOf: general.asOf,
    // What cannot be decided stops an analysis; an inspection shows it.
    tolerant: inspecting,
    ...(hooks.stdin === undefined ? {} : { stdin: hooks.stdin }),
    ...(hooks.signal === undefined ? {} : { signal: hooks.signal }),
    ...(hooks.onProgress === undefined ? {} : { onProgress: hooks.onProgress }),
  })
}

function contextOf(exports: Exports, asOf: string, settings: Settings, hooks: RunHooks): RunContext {
  const { since, until, evidence } = settings.general
  return {
    engine: exports.engine,
    present: exports.present,
    asOf,
    horizon: (table) => {
      // A date given by the user is the day every export was made.
      const own = settings.general.asOf === null ? exports.horizon(table) : null
      return own === null || own > asOf ? asOf : own
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

const asOfOf = (exports: Exports, settings: Settings): { asOf: string | null; asOfFrom: string } =>
  settings.general.asOf === null
    ? { asOf: exports.asOf, asOfFrom: exports.asOf === null ? 'no dates in the data' : exports.asOfFrom }
    : {
        asOf: settings.general.asOf,
        asOfFrom: settings.list.find(({ key }) => key === 'asOf')?.from ?? 'flag',
      }

/** Reads the exports and answers every question of the settings. Throws SalescheckError for what a person can mend. */
export async function analyze(
  paths: readonly string[],
  settings: Settings,
  hooks: RunHooks,
): Promise<Analysis> {
  const exports = await read(paths, settings, hooks, false)
  try {
    const { asOf, asOfFrom } = asOfOf(exports, settings)
    const context = contextOf(exports, asOf ?? dateless, settings, hooks)
    const outcomes = await ask(settings.detectors, context, settings, hooks)
    const report = roundNumbers<Report>({
      schemaVersion,
      tool: { name: 'salescheck', version },
      asOf,
      asOfFrom,
      model: settings.general.model,
      settings: [...settings.list],
      sources: [...exports.sources],
      joins: [...(await exports.joins())],
      warnings: [...exports.warnings],
      outcomes,
    })
    return { report, rejects: exports.rejects }
  } finally {
    await exports.close()
  }
}

/** Reads the exports and tells how: files, mappings, rows, joins, and which questions can be answered. */
export async function inspect(
  paths: readonly string[],
  settings: Settings,
  hooks: RunHooks,
): Promise<{ inspection: Inspection; rejects: readonly SourceRejects[] }> {
  const exports = await read(paths, settings, hooks, true)
  try {
    const detectors = settings.detectors.map((detector): DetectorReadiness => {
      const { level, reason } = readiness(detector.needs, exports.present)
      return { detector: detector.id, question: detector.question, level, reason }
    })
    const inspection = roundNumbers<Inspection>({
      schemaVersion,
      tool: { name: 'salescheck', version },
      ...asOfOf(exports, settings),
      sources: [...exports.sources],
      profiles: [...(await exports.profiles())],
      joins: [...(await exports.joins())],
      warnings: [...exports.warnings],
      detectors,
    })
    return { inspection, rejects: exports.rejects }
  } finally {
    await exports.close()
  }
}
