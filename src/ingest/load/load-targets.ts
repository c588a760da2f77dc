// Loads a target file: short, often wide, with periods in words, so it is read and typed in memory.
import { sql } from '../../sql/index.ts'
import type { CellFormat } from '../mapping.ts'
import { runBytePass } from '../records/byte-pass.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { SalescheckError } from '../../errors.ts'
import {
  choiceWords,
  decideFormat,
  type CellCounts,
  type Decided,
  type FormatHints,
} from '../values/index.ts'
import type { DecisionInput } from './decide.ts'
import { readTargets, targetRows, type TargetRecords } from './target-rows.ts'
import { toldOfTotals } from './target-totals.ts'
import type { LoadedSource } from './loaded.ts'

const columns = [
  'level',
  'entity',
  'period',
  'grain',
  'start_on',
  'end_on',
  'target_amount',
  'currency',
] as const
const targets = {
  level: 'choice',
  grain: 'choice',
  start_on: 'date',
  end_on: 'date',
  target_amount: 'money',
} as const
type Typed = keyof typeof targets

export async function loadTargets(input: DecisionInput, table: string): Promise<LoadedSource> {
  const { engine, source, mapping, hooks, options } = input
  const pass = source.sha256 === null ? runBytePass(source, signalOf(hooks.signal)) : null
  // Awaited at the end; a failure before that must not leave it unhandled.
  pass?.catch(() => undefined)
  const read = await readTargets(source, mapping, hooks.signal)
  const warnings: Diagnostic[] = [...read.diagnostics]
  const formats = decideFormats(input, read, warnings)
  const total = read.records.length + read.rejects.length + read.aside.total()
  const { rows, usedRecords, lostCells, totals } = targetRows(read, mapping, formats)
  warnings.push(...toldOfTotals(totals))
  for (const { line, value, reason } of lostCells.slice(0, 20))
    warnings.push({
      code: 'target-not-read',
      message: `${value ?? ''}: ${reason}; the other targets of the row are used`,
      line,
    })
  if (usedRecords === 0 && read.rejects.some(({ code }) => code === 'no-period'))
    warnings.push({
      code: 'targets-without-period',
      message: `${source.name} does not say for which period its targets are: none is used`,
      hint: 'add a column "Period" with 2026-Q3, 2026-09 or 2026 in every row, or one column of targets for each period',
    })
  const cells = rows.map(({ level, entity, period, amount, currency }) => [
    level,
    entity,
    period.label,
    period.grain,
    period.start,
    period.end,
    amount,
    currency,
  ])
  const staging = `${table} text`
  const names = columns.map((name) => ({ name, type: 'text' as const }))
  await engine.append(staging, names, [cells], hooks.signal)
  const id = engine.dialect.identifier(staging)
  await engine.run(
    sql`CREATE OR REPLACE TABLE ${engine.dialect.identifier(table)} AS SELECT level, entity, period, grain, CAST(start_on AS DATE) AS start_on, CAST(end_on AS DATE) AS end_on, CAST(target_amount AS ${engine.dialect.typeName('money')}) AS target_amount, currency FROM ${id}`,
  )
  await engine.run(sql`DROP TABLE ${id}`)
  const rejects = options.keepRejects === true ? read.rejects : read.rejects.slice(0, 1000)
  return {
    source,
    mapping: {
      ...mapping,
      columns: mapping.columns.map((column) => ({
        ...column,
        format: formats.get(column.column) ?? { kind: 'text' },
      })),
    },
    table: 'targets',
    physical: table,
    stored: presentColumns(rows, cells),
    plain: new Set(),
    lists: new Set(),
    rows: { read: total, used: usedRecords, rejected: read.rejects.length, setAside: read.aside.result() },
    rejects,
    warnings,
    sha256: source.sha256 ?? (await pass)?.sha256 ?? '',
    road: 'records',
  }
}

const signalOf = (signal: AbortSignal | undefined): { signal?: AbortSignal } =>
  signal === undefined ? {} : { signal }

/** Columns with a value in some row. */
const presentColumns = (rows: readonly unknown[], cells: readonly (readonly (string | null)[])[]): string[] =>
  columns.filter((_, at) => rows.length === 0 || cells.some((row) => row[at] !== null))

function decideFormats(
  input: DecisionInput,
  read: TargetRecords,
  warnings: Diagnostic[],
): ReadonlyMap<string, CellFormat> {
  const { source, told, options } = input
  const formats = new Map<string, CellFormat>()
  for (const column of Object.keys(targets) as Typed[]) {
    const counts = countsOf(input, read, column)
    if (counts === null) continue
    const decided = decide(input, column, counts)
    if ('undecidable' in decided) {
      const message = `column ${column}: ${decided.undecidable}`
      if (options.tolerant !== true)
        throw new SalescheckError('undecidable', `${source.name}: ${message}`, {
          hint: decided.hint,
          place: { file: source.name },
        })
      warnings.push({ code: 'undecidable', message: `${message}; it is left empty`, hint: decided.hint })
      continue
    }
    if (decided.warning !== undefined)
      warnings.push({ code: 'format', message: `${column}: ${decided.warning}` })
    const { format } = decided
    formats.set(column, format.kind === 'number' ? { ...format, unit: told.unit ?? 1 } : format)
  }
  return formats
}

function decide({ source, told }: DecisionInput, column: Typed, cells: CellCounts): Decided {
  const hints: FormatHints = {
    delimiter: source.dialect.delimiter,
    ...(told.dateOrder === undefined ? {} : { dateOrder: told.dateOrder }),
    ...(told.decimal === undefined ? {} : { decimal: told.decimal }),
    ...(told.unit === undefined ? {} : { unit: told.unit }),
    ...(targets[column] === 'choice'
      ? { words: told.words?.get(column) ?? choiceWords('targets', column) }
      : {}),
  }
  return decideFormat(targets[column], cells, hints)
}

/** Different cells of a column with their counts; of wide files all period columns together. Null: the file has no such column. */
function countsOf({ mapping }: DecisionInput, read: TargetRecords, column: Typed): CellCounts | null {
  const constant = mapping.constants.get(column)
  const mapped = mapping.columns.filter((entry) => entry.column === column).map(({ index }) => index)
  const wide = column === 'target_amount' ? (mapping.wide?.columns ?? []) : []
  const indexes = wide.length > 0 ? wide.map(({ index }) => index) : mapped
  if (indexes.length === 0) return constant === undefined ? null : new Map([[constant, 1]])
  const counts = new Map<string, number>()
  for (const { cells } of read.records)
    for (const index of indexes) {
      const text = cells[index] ?? ''
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  return counts
}
