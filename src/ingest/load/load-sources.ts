// All sources into the engine: one table each, a view per canonical table over them.
import type { LoadingEngine } from '../../engine/engine.ts'
import { tableNames, tables, type TableName } from '../../schema/index.ts'
import { join, raw, sql } from '../../sql/index.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { duplicates, takeOut } from './aside.ts'
import { caveatsOf } from './caveats.ts'
import { fileError, isFromSystem } from '../head/file-error.ts'
import type { DecisionInput } from './decide.ts'
import { findHorizons, type Horizons } from './horizon.ts'
import type { LoadHooks, LoadInput, LoadOptions } from './input.ts'
import { loadSource, type OpenSource } from './load-source.ts'
import { loadTargets } from './load-targets.ts'
import type { LoadedSource } from './loaded.ts'
import { repeatedIds } from './repeated-ids.ts'
import { applyRoster } from './roster.ts'
import { mostLines } from './staged.ts'
import { inTwoLines, oneAtATime, type Turn } from './two-lines.ts'
import { unlikeDuplicates } from './unlike-duplicates.ts'
import { createViews } from './views.ts'

/** With fewer there is memory enough in any case. */
const manyRows = 1_000_000

/** Parts of the memory that tables may take before they are packed: the largest one, and all of them when questions come next. */
const half = 0.5
const tight = 0.75

/**
 * Of more than that two files at once fill the memory, and what they push to the disk costs more than is won: they are read one after
 * the other, and only what is done with the table of one goes on beside the reading of the next.
 */
const atOnce = 256 * 1024 * 1024

export interface LoadReport {
  /** In the order given, those that were not recognised left out. */
  readonly sources: readonly LoadedSource[]
  readonly horizons: Horizons
  readonly warnings: readonly Diagnostic[]
  /** Whether the table was loaded and, where a column is named, some source fills it. */
  has(table: TableName, column?: string): boolean
}

/**
 * Loads recognised sources; the others are passed over. Every canonical table exists afterwards, empty where nothing fills it. Throws
 * SalescheckError `undecidable`, `input-changed`, `interrupted`, and NotUtf8 for a file that must be opened in another encoding.
 */
export async function loadSources(
  engine: LoadingEngine,
  inputs: readonly LoadInput[],
  options: LoadOptions = {},
  hooks: LoadHooks = {},
): Promise<LoadReport> {
  const { signal } = hooks
  const known = inputs.flatMap((input) =>
    input.mapping.table === null ? [] : [{ ...input, table: input.mapping.table }],
  )
  const opened = await openAll(engine, known, options, hooks)
  const sameIds = (
    await inTwoLines(engine, tableNames, (table, line) => withoutDuplicates(line, table, opened, signal))
  ).flat()
  const finished = opened.map((source) => ('finish' in source ? source.finish() : source))
  await assertComplete(engine, finished, signal)
  const sources = await applyRoster(engine, finished, signal)
  const rows = finished.reduce((sum, source) => sum + source.rows.used, 0)
  if (rows >= manyRows && (await engine.fullness(signal)) >= tight) await engine.pack(signal)
  await createViews(engine, sources, signal)
  const horizons = await findHorizons(engine, sources, signal)
  const caveats = await caveatsOf(engine, sources, signal)
  return {
    sources,
    horizons,
    warnings: [...sameIds, ...caveats, ...horizons.warnings],
    has: (table, column) =>
      sources.some(
        (source) => source.table === table && (column === undefined || source.stored.includes(column)),
      ),
  }
}

type Known = LoadInput & { readonly table: TableName }

/** In the order given. Of much, the largest file is read first: while no row of any table is taken out its rows keep their numbers, so it may be packed. */
async function openAll(
  engine: LoadingEngine,
  known: readonly Known[],
  options: LoadOptions,
  hooks: LoadHooks,
): Promise<(OpenSource | LoadedSource)[]> {
  const bytes = known.reduce((sum, { source }) => sum + source.bytes, 0)
  if (bytes <= (options.atOnce ?? atOnce))
    return inTwoLines(engine, known, (input, line) =>
      openAsTable(input, line, options, hooks, (work) => work()),
    )
  const bytesOf = (at: number): number => known[at]?.source.bytes ?? 0
  const bySize = [...known.keys()].sort((a, b) => bytesOf(b) - bytesOf(a))
  const largest = known[bySize[0] ?? 0]
  const turn = oneAtATime()
  let packed = false
  // Only once: should the file be read again, rows of others may be gone.
  const packing: Turn = (work) =>
    turn(async () => {
      const result = await work()
      if (!packed && (await engine.fullness(hooks.signal)) >= half) await engine.pack(hooks.signal)
      packed = true
      return result
    })
  return inTwoLines(
    engine,
    known,
    (input, line) => openAsTable(input, line, options, hooks, input === largest ? packing : turn),
    bySize,
  )
}

/** Of rows with the same id the first one counts, across all files of a table. Tells of files whose rows mostly came before, and of rows that are no copies. */
async function withoutDuplicates(
  engine: LoadingEngine,
  table: TableName,
  opened: readonly (OpenSource | LoadedSource)[],
  signal?: AbortSignal,
): Promise<Diagnostic[]> {
  const { identity } = tables[table]
  if (identity === null) return []
  const open = opened.filter(
    (source): source is OpenSource =>
      'staged' in source &&
      source.input.table === table &&
      source.staged.selection.plans.some(({ column }) => column === identity),
  )
  const identified = open.map(({ staged }) => ({ table: staged.table, column: identity }))
  const found = await duplicates(engine, identified, signal)
  if (found.length === 0) return []
  if (table === 'invoices' && !(await repeatedIds(engine, open, signal))) return []
  const told: Diagnostic[] = []
  for (const [at, source] of open.entries()) {
    const rows = found.filter((row) => row.at === at).map(({ row }) => row)
    if (rows.length === 0) continue
    const lines = await source.staged.linesOf(rows.slice(0, mostLines))
    source.aside.addRows('duplicate', rows.length, lines)
    // Lines of one invoice may differ in what was bought.
    const unlike =
      table === 'invoices' ? null : await unlikeDuplicates(engine, source, identity, rows, signal)
    if (unlike !== null) told.push(unlike)
    await takeOut(engine, source.staged.table, rows, signal)
    const before = open.slice(0, at)
    if (before.length > 0 && rows.length * 2 > source.staged.rows)
      told.push(cameBefore(source, before, rows.length))
  }
  return told
}

function cameBefore(source: OpenSource, before: readonly OpenSource[], rows: number): Diagnostic {
  const { name } = source.input.source
  const known = new Set(before.flatMap(({ staged }) => staged.selection.plans.map(({ column }) => column)))
  const lost = source.staged.selection.plans
    .map(({ column }) => column)
    .filter((column) => !known.has(column))
  const earlier = before.map(({ input }) => input.source.name).join(', ')
  const columns =
    lost.length === 0
      ? ''
      : `, and ${lost.join(', ')}, which only ${name} has, ${lost.length === 1 ? 'is' : 'are'} not read`
  return {
    code: 'same-ids',
    message: `${rows} of ${source.staged.rows} rows of ${name} have ids that came before in ${earlier}: the first ones count${columns}`,
    hint:
      lost.length === 0
        ? 'leave one of the files out if they are the same export'
        : 'put the columns of both into one file (one row for each id), or give the fuller file first',
  }
}

/** Throws what reading the source throws. */
async function openAsTable(
  { source, mapping, table, told = {} }: Known,
  engine: LoadingEngine,
  options: LoadOptions,
  hooks: LoadHooks,
  turn: Turn,
): Promise<OpenSource | LoadedSource> {
  hooks.onProgress?.(`reading ${source.name}`)
  const input: DecisionInput = { engine, source, mapping, table, told, options, hooks, turn }
  try {
    return await (table === 'targets' ? loadTargets : loadSource)(input, `source_${source.id}`)
  } catch (error) {
    throw isFromSystem(error) ? fileError(error, source.name) : error
  }
}

/** Rows read = used + rejected + set aside, and every table holds what is said to be used. */
async function assertComplete(
  engine: LoadingEngine,
  sources: readonly LoadedSource[],
  signal?: AbortSignal,
): Promise<void> {
  if (sources.length === 0) return
  const counts = sources.map(
    ({ physical }, at) =>
      sql`SELECT ${raw(String(at))}, COUNT(*) FROM ${engine.dialect.identifier(physical)}`,
  )
  const held = await engine.all(join(counts, ' UNION ALL '), { place: 'integer', rows: 'integer' }, signal)
  for (const [at, { source, rows, table }] of sources.entries()) {
    const aside = rows.setAside.reduce((sum, entry) => sum + entry.rows, 0)
    const found = held.find(({ place }) => place === at)?.rows ?? -1
    // A row of a wide target file becomes several targets.
    const agrees = table === 'targets' ? found >= rows.used : found === rows.used
    if (rows.read !== rows.used + rows.rejected + aside || !agrees)
      throw new Error(
        `${source.name}: ${rows.read} rows read are not ${rows.used} used (${found} held) + ${rows.rejected} rejected + ${aside} set aside`,
      )
  }
}
