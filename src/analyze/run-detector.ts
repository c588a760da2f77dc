// Runs one detector on an engine: queries, decision, sentences, the rows behind each finding. A throw becomes the outcome `failed`.
import type {
  Decision,
  Detector,
  DetectorInput,
  Draft,
  Present,
  Rollup,
  RollupInput,
  Words,
} from '../detectors/detector.ts'
import type { Engine } from '../engine/engine.ts'
import type { DetectorOutcome, Finding } from '../report/index.ts'
import type { CalendarDate, Period, TableName } from '../schema/index.ts'
import { raw, sql, type Row, type RowSpec } from '../sql/index.ts'
import { readiness } from './plan.ts'
import { findingKey, fillSentence } from './sentence.ts'

export interface RunContext {
  readonly engine: Engine
  readonly present: Present
  readonly asOf: CalendarDate
  horizon(table: TableName): CalendarDate
  readonly period: Period | null
  readonly since: CalendarDate | null
  readonly until: CalendarDate | null
  readonly words: Words
  /** Rows of rollups already computed in this run, by id and the options they depend on. */
  readonly rollups: Map<string, Promise<readonly Row<RowSpec>[]>>
  /** How many row ids a finding lists. */
  readonly evidenceLimit: number
  readonly signal?: AbortSignal
}

type Options = Readonly<Record<string, number | string | boolean | null | readonly string[]>>

const detectorInput = (context: RunContext, options: Options): DetectorInput<never> => ({
  dialect: context.engine.dialect,
  present: context.present,
  asOf: context.asOf,
  horizon: (table) => context.horizon(table),
  period: context.period,
  since: context.since,
  until: context.until,
  options: options as never,
})

const emptyOutcome = (
  detector: Detector,
  outcome: 'skipped' | 'failed',
  reason: string,
): DetectorOutcome => ({
  detector: detector.id,
  question: detector.question,
  outcome,
  headline: reason,
  reason,
  summary: {},
  findings: [],
  tables: [],
  notes: [],
  advice: detector.advice,
})

/** Makes the detector's shared tables, does the work, and releases them whatever happens. */
async function withShared<T>(
  detector: Detector,
  context: RunContext,
  options: Options,
  work: () => Promise<T>,
): Promise<T> {
  const { engine, signal } = context
  const shared = detector.shared?.(detectorInput(context, options)) ?? []
  try {
    for (const { name, sql: statement } of shared) await engine.materialise(name, statement, signal)
    return await work()
  } finally {
    for (const { name } of shared) await engine.release(name)
  }
}

/** Asked for all at once: the engine runs the next statement while the rows of the last are read. */
async function gathered<T>(
  parts: readonly (readonly [string, Promise<T> | T])[],
): Promise<Record<string, T>> {
  const values = await Promise.all(parts.map(([, value]) => value))
  return Object.fromEntries(parts.map(([name], at) => [name, values[at] as T]))
}

/** The last of its tables stays for as long as the engine is open; those before are steps. */
async function computeRollup(
  rollup: Rollup,
  input: RollupInput,
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<readonly Row<RowSpec>[]> {
  const shared = rollup.shared?.(input) ?? []
  try {
    for (const { name, sql: statement } of shared) await engine.materialise(name, statement, signal)
    return rollup.query === undefined ? [] : await engine.all(rollup.query(input), rollup.rows, signal)
  } finally {
    for (const { name } of shared.slice(0, -1)) await engine.release(name)
  }
}

type RollupsOf = Record<string, readonly Row<RowSpec>[]>

/** Rollups are made once per run, and before anything of the detector: its own tables and queries may read theirs. */
function rollupsOf(detector: Detector, context: RunContext, options: Options): Promise<RollupsOf> {
  const { engine, signal } = context
  const input = detectorInput(context, options)
  const compute = (rollup: Rollup): Promise<readonly Row<RowSpec>[]> => {
    const key = JSON.stringify([rollup.id, ...(rollup.options ?? []).map((name) => options[name])])
    const known = context.rollups.get(key)
    if (known !== undefined) return known
    const made = computeRollup(rollup, input, engine, signal)
    context.rollups.set(key, made)
    return made
  }
  return gathered(
    Object.entries(detector.rollups ?? {}).map(([name, rollup]) => [name, compute(rollup)] as const),
  )
}

/** The detector's own rows, and what it makes of them. */
async function query(
  detector: Detector,
  rollups: RollupsOf,
  context: RunContext,
  options: Options,
): Promise<Decision> {
  const { engine, signal } = context
  const input = detectorInput(context, options)
  const queries = detector.queries(input)
  const own = (name: string, spec: RowSpec): Promise<readonly Row<RowSpec>[]> | readonly [] => {
    const statement = queries[name]
    return statement === undefined ? [] : engine.all(statement, spec, signal)
  }
  const rows = await gathered(
    Object.entries(detector.rows).map(([name, spec]) => [name, own(name, spec)] as const),
  )
  return detector.decide({ ...input, rows, rollups, words: context.words })
}

async function evidenceRows(
  detector: Detector,
  draft: Draft,
  context: RunContext,
  options: Options,
): Promise<Finding['evidence']['rows']> {
  const asked = detector.evidence?.(draft, detectorInput(context, options)) ?? []
  const found = asked.map(async ({ table, sql: statement }) => {
    const id = context.engine.dialect.textOrder(raw('id'))
    const capped = sql`WITH evidence AS (SELECT id FROM (${statement}) AS told WHERE id IS NOT NULL)
      SELECT id, total FROM (SELECT id FROM evidence ORDER BY ${id} LIMIT ${raw(String(context.evidenceLimit))}) AS first_ids
        CROSS JOIN (SELECT COUNT(*) AS total FROM evidence) AS counted ORDER BY ${id}`
    const rows = await context.engine.all(capped, { id: 'text', total: 'integer' }, context.signal)
    return { table, ids: rows.map((row) => row.id), total: rows[0]?.total ?? 0 }
  })
  return Promise.all(found)
}

async function toFinding(
  detector: Detector,
  draft: Draft,
  context: RunContext,
  options: Options,
): Promise<Finding> {
  const message = detector.messages[draft.messageId]
  if (message === undefined) throw new Error(`unknown message ${draft.messageId}`)
  return {
    key: findingKey(detector.id, draft.messageId, draft.subject, draft.period),
    detector: detector.id,
    messageId: draft.messageId,
    verdict: draft.verdict,
    sentence: fillSentence(message, draft.data),
    subject: [...draft.subject],
    period: draft.period,
    measure: draft.measure,
    evidence: { ...draft.evidence, rows: await evidenceRows(detector, draft, context, options) },
    impact: [...draft.impact],
    advice: draft.advice ?? detector.advice,
  }
}

/** Never throws for what a detector does; an abort does throw. */
export async function runDetector(
  detector: Detector,
  context: RunContext,
  options: Options,
): Promise<DetectorOutcome> {
  const ready = readiness(detector.needs, context.present)
  if (ready.level === 'none')
    return emptyOutcome(detector, 'skipped', ready.reason ?? 'its inputs are not there')
  try {
    const rollups = await rollupsOf(detector, context, options)
    const { decision, findings } = await withShared(detector, context, options, async () => {
      const decided = await query(detector, rollups, context, options)
      const made = decided.findings.map((draft) => toFinding(detector, draft, context, options))
      return { decision: decided, findings: await Promise.all(made) }
    })
    const verdictPossible = ready.level === 'full'
    return {
      detector: detector.id,
      question: detector.question,
      outcome: verdictPossible ? decision.outcome : 'skipped',
      headline: decision.headline,
      reason: verdictPossible ? (decision.reason ?? null) : (ready.reason ?? decision.reason ?? null),
      summary: { ...decision.summary },
      findings: verdictPossible ? findings : [],
      tables: [...decision.tables],
      notes: [...(decision.notes ?? [])],
      advice: detector.advice,
    }
  } catch (error) {
    context.signal?.throwIfAborted()
    const message = error instanceof Error ? error.message : String(error)
    return emptyOutcome(detector, 'failed', `salescheck failed to answer this: ${message}`)
  }
}

/** The declared defaults of a detector's options. */
export const defaultOptions = (detector: Detector): Options =>
  Object.fromEntries(Object.entries(detector.options).map(([key, spec]) => [key, spec.default]))
