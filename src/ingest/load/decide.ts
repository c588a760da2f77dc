// The format of every column, from the cells of all rows. Where the first guess does not hold, the column is read again as text.
import type { LoadingEngine } from '../../engine/engine.ts'
import { SalescheckError } from '../../errors.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { CellFormat, DateOrder, Mapping } from '../mapping.ts'
import type { Source } from '../source.ts'
import type { TableName } from '../../schema/index.ts'
import type { Decided, FormatHints } from '../values/index.ts'
import type { ColumnCensus } from './census.ts'
import { dateShape } from '../values/date-shape.ts'
import { codingOf, hintsFor, type Coding } from './guess.ts'
import { isText } from './plan.ts'
import type { LoadHooks, LoadOptions, Told } from './input.ts'
import type { Staged } from './staged.ts'
import type { Turn } from './two-lines.ts'

export interface DecidedColumn {
  readonly census: ColumnCensus
  readonly coding: Coding
  readonly format: CellFormat
}

export interface Decisions {
  readonly columns: readonly DecidedColumn[]
  /** Columns that cannot be read at all and stay empty. */
  readonly givenUp: ReadonlySet<string>
  /** Columns typed by a guess that did not hold. */
  readonly again: ReadonlySet<string>
  readonly warnings: readonly Diagnostic[]
}

export interface DecisionInput {
  readonly engine: LoadingEngine
  readonly source: Source
  readonly mapping: Mapping
  readonly table: TableName
  readonly told: Told
  readonly options: LoadOptions
  readonly hooks: LoadHooks
  /** Held while a file is read into the engine. */
  readonly turn: Turn
}

interface Asked {
  readonly census: ColumnCensus
  readonly coding: Coding
  readonly hints: FormatHints
  readonly cells: ReadonlyMap<string, number>
  readonly decided: Decided
}

export function decideColumns(
  input: DecisionInput,
  staged: Staged,
  census: readonly ColumnCensus[],
): Decisions {
  const asked = census.map((column) => ask(input, column))
  const orders = new Set(asked.flatMap(orderOf))
  const [only, ...others] = orders
  const sibling = others.length === 0 ? only : undefined
  const columns: DecidedColumn[] = []
  const givenUp = new Set<string>()
  const again = new Set<string>()
  const warnings: Diagnostic[] = []
  for (const one of asked) {
    const { census: of, coding } = one
    const decided = withSibling(one, sibling, warnings)
    if ('undecidable' in decided) {
      giveUp(input, one, decided, warnings)
      givenUp.add(of.plan.column)
      continue
    }
    if (decided.warning !== undefined)
      warnings.push({ code: 'format', message: `${of.plan.column}: ${decided.warning}` })
    if (!holds(one, staged, decided.format)) again.add(of.plan.column)
    columns.push({ census: of, coding, format: decided.format })
  }
  return { columns, givenUp, again, warnings }
}

function ask({ mapping, source, table, told }: DecisionInput, census: ColumnCensus): Asked {
  const { plan, known, texts } = census
  const hints = hintsFor(table, plan, told, source.dialect.delimiter)
  const coding = codingOf(plan, hints, mapping.status)
  const cells = new Map<string, number>()
  if (!isText(plan))
    for (const { text, count } of [...known, ...texts]) cells.set(text, (cells.get(text) ?? 0) + count)
  return { census, coding, hints, cells, decided: coding.decide(cells) }
}

/** The order a date column says: year first counts only where the year is short, for `2026-01-15` says nothing about others. */
const orderOf = ({ decided, cells }: Asked): DateOrder[] =>
  'format' in decided &&
  decided.format.kind === 'date' &&
  decided.format.order !== null &&
  (decided.format.order !== 'year-first' || areShort(cells))
    ? [decided.format.order]
    : []

/** Dates of two numbers and a year, and the year never has four digits. */
function areShort(cells: ReadonlyMap<string, number>): boolean {
  let some = false
  for (const text of cells.keys()) {
    const shape = dateShape(text)
    if (shape?.kind !== 'parts') continue
    if (!shape.short) return false
    some = true
  }
  return some
}

/** A date column that cannot tell takes the order of the other date columns of the file, where those agree. */
function withSibling(asked: Asked, order: DateOrder | undefined, warnings: Diagnostic[]): Decided {
  const { plan } = asked.census
  if (!('undecidable' in asked.decided) || plan.target !== 'date' || order === undefined) return asked.decided
  if (order === 'year-first' && !areShort(asked.cells)) return asked.decided
  const { decide } = codingOf(plan, { ...asked.hints, dateOrder: order }, null)
  const decided = decide(asked.cells)
  if ('format' in decided) {
    warnings.push({
      code: 'date-order-of-file',
      message: `${plan.column}: read ${order}, as the other dates of this file`,
    })
  }
  return decided
}

function giveUp(
  input: DecisionInput,
  { census: { plan }, cells }: Asked,
  decided: { readonly undecidable: string; readonly hint: string },
  warnings: Diagnostic[],
): void {
  const { source, options } = input
  const message = `column "${plan.mapped.header}" (${plan.column}): ${decided.undecidable}`
  const examples = [...cells.keys()].slice(0, 3)
  if (plan.essential && options.tolerant !== true && (plan.type === 'date' || plan.type === 'money'))
    throw new SalescheckError('undecidable', `${source.name}: ${message}`, {
      hint: decided.hint,
      place: { file: source.name },
      cause: examples,
    })
  warnings.push({ code: 'undecidable', message: `${message}; it is left empty`, hint: decided.hint })
}

/** Whether what was typed in bulk is what the format of all rows says. */
function holds({ census, coding }: Asked, staged: Staged, format: CellFormat): boolean {
  const { plan, typed } = census
  if (typed === 0) return true
  if (format.kind === 'number') return format.decimal === '.' && format.unit === 1
  if (plan.shape !== 'coded') return true
  for (const [text, value] of staged.selection.guesses.get(plan.column) ?? []) {
    const reading = coding.read(format, text)
    if (!('value' in reading) || reading.value !== value) return false
  }
  return true
}
