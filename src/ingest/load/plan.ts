// How each mapped column of a source is read: as text, typed at once while it is plain, or word by word.
import { tables, type ColumnType, type TableName } from '../../schema/index.ts'
import type { StoredType } from '../../sql/index.ts'
import type { MappedColumn, Mapping } from '../mapping.ts'
import type { Source } from '../source.ts'
import { isMissingValue } from '../values/index.ts'
import type { LoadOptions, Told } from './input.ts'
import { isEssential } from './essential.ts'
import { listsFromBytes } from './lists.ts'

/**
 * - `text`: as it stands
 * - `listed`: text of which a big file has few different ones, stored as places in a list of them; texts the sample has not wait beside it
 * - `iso-date`, `iso-time`, `plain-number`, `plain-integer`: typed in the bulk parse; cells in another form are kept as text and decided later
 * - `coded`: few different cells (flags, choices, scores), translated in the bulk parse as the sample says
 * - `late`: kept as text, decided and typed after the bulk parse
 */
export type Shape =
  | 'text'
  | 'listed'
  | 'iso-date'
  | 'iso-time'
  | 'plain-number'
  | 'plain-integer'
  | 'coded'
  | 'late'

/** `cents`: two decimals, `whole`: none. */
export type UsualAmount = 'cents' | 'whole'

export interface ColumnPlan {
  readonly column: string
  readonly type: StoredType
  /** What the format is decided for. */
  readonly target: ColumnType | 'score'
  /** Positions in the source. Of several the first filled cell counts; flags and words together decide the status of a deal. */
  readonly indexes: readonly number[]
  readonly mapped: MappedColumn
  readonly shape: Shape
  /** The sample has few different cells: owners, stages, reasons. */
  readonly few: boolean
  /** A cell that cannot be read makes the row unusable; in other columns only the cell is lost. */
  readonly essential: boolean
  /** Of amounts: the form that most cells of the sample have. */
  readonly usual?: UsualAmount | undefined
  /** A join key is made of it. */
  readonly isKey?: boolean
  /** Positions of the column that is shown before this one: kept only where that is empty, because long names fill the memory. */
  readonly instead?: readonly number[]
}

/** A cell that DuckDB may type without looking closer. Three decimals may be thousands, so they are left to closer reading. */
export const plainNumber = String.raw`-?\d{1,14}(?:\.(?:\d{1,2}|\d{4,9}))?`
export const plainInteger = String.raw`-?\d{1,15}`
export const isoTime = String.raw`\d{4}-\d\d-\d\d(?:[ T](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?`

const patterns = {
  'iso-date': /^\d{4}-\d\d-\d\d$/,
  'iso-time': new RegExp(`^${isoTime}$`),
  'plain-number': new RegExp(`^${plainNumber}$`),
  'plain-integer': new RegExp(`^${plainInteger}$`),
}

/** Different cells of a sample of about a thousand rows. */
const fewCells = 300

/** The share of filled sample cells that must be plain before typing at once pays. */
const enough = 0.9

export function planColumns(
  source: Source,
  mapping: Mapping,
  table: TableName,
  told: Told,
  options: LoadOptions,
): ColumnPlan[] {
  const needed = options.needed === undefined ? null : new Set(options.needed[table])
  const plans: ColumnPlan[] = []
  for (const mapped of mapping.columns) {
    const { column } = mapped
    if (table === 'deals' && column === 'status' && mapping.status !== null) continue
    const declared = tables[table].columns[column]
    if (declared === undefined || plans.some((plan) => plan.column === column)) continue
    const type = declared.type === 'choice' ? 'text' : declared.type
    if (declared.type === 'text' && needed !== null && !needed.has(column) && !isAlwaysRead(table, column))
      continue
    const target = table === 'surveys' && column === 'score' ? 'score' : declared.type
    const headers = positionsOf(mapping, column)
    const shape = shapeOf(target, firstFilled(source, headers), told)
    // Codes are looked up by the cells of one column; of other columns the first filled cell counts.
    const indexes = shape === 'coded' ? [mapped.index] : headers
    const essential = isEssential(table, column)
    const few = new Set(firstFilled(source, indexes)).size <= fewCells
    const isBig = source.bytes >= listsFromBytes
    const listed = shape === 'text' && few && isBig && isListed(source, table, column, indexes)
    const instead = table === 'deals' && column === 'deal_name' ? positionsOf(mapping, 'customer') : []
    plans.push({
      column,
      type,
      target,
      indexes,
      mapped,
      shape: listed ? 'listed' : shape,
      few,
      essential,
      usual:
        shape === 'plain-number' && target === 'money'
          ? usualAmount(firstFilled(source, indexes))
          : undefined,
      isKey: declared.key === true,
      ...(instead.length === 0 ? {} : { instead }),
    })
  }
  if (table === 'deals' && mapping.status !== null) plans.push(statusPlan(source, mapping, mapping.status))
  return plans
}

const positionsOf = (mapping: Mapping, column: string): number[] =>
  mapping.columns.filter((one) => one.column === column).map(({ index }) => index)

const isListed = (source: Source, table: TableName, column: string, indexes: readonly number[]): boolean =>
  table !== 'targets' &&
  table !== 'owners' &&
  !column.endsWith('_id') &&
  sampleTexts(source, { indexes }).length > 0

/** Text that stays text, however it is stored. */
export const isText = ({ shape }: ColumnPlan): boolean => shape === 'text' || shape === 'listed'

/** Different filled cells of the sample. */
export const sampleTexts = (source: Source, { indexes }: Pick<ColumnPlan, 'indexes'>): string[] =>
  [...new Set(firstFilled(source, indexes))].filter((cell) => cell !== '')

/** The id tells duplicates; targets and the roster are short, and other tables are joined to them. */
const isAlwaysRead = (table: TableName, column: string): boolean =>
  tables[table].identity === column || table === 'targets' || table === 'owners'

function statusPlan(source: Source, mapping: Mapping, rule: NonNullable<Mapping['status']>): ColumnPlan {
  const indexes = [rule.wonIndex, rule.lostIndex, rule.closedIndex, rule.wordsIndex].filter(
    (index) => index !== null,
  )
  const found = mapping.columns.find(({ column }) => column === 'status')
  const index = indexes[0] ?? 0
  const header = indexes.map((at) => source.header.names[at] ?? '').join(' + ')
  const why = found?.why ?? 'flags and words'
  const mapped: MappedColumn = { column: 'status', index, header, why, format: null }
  return {
    column: 'status',
    type: 'text',
    target: 'choice',
    indexes,
    mapped,
    shape: 'coded',
    few: true,
    essential: true,
  }
}

/** Some tools keep the day a deal was won and the day it was lost in two columns: the first filled cell of a row counts. */
function* firstFilled(source: Source, indexes: readonly number[]): Generator<string> {
  for (const { cells } of source.sample) {
    const filled = indexes.find((index) => !isMissingValue(cells[index] ?? ''))
    yield cells[filled ?? indexes[0] ?? 0] ?? ''
  }
}

export function* sampleCells(source: Source, index: number): Generator<string> {
  for (const { cells } of source.sample) yield cells[index] ?? ''
}

function shapeOf(target: ColumnPlan['target'], cells: Iterable<string>, told: Told): Shape {
  switch (target) {
    case 'text':
      return 'text'
    case 'date':
      return mostly(cells, ['iso-date', 'iso-time'])
    case 'money':
    case 'number':
      return told.decimal === ',' || (told.unit ?? 1) !== 1 ? 'late' : mostly(cells, ['plain-number'])
    case 'integer':
      return told.decimal === ',' ? 'late' : mostly(cells, ['plain-integer'])
    default:
      return 'coded'
  }
}

function usualAmount(cells: Iterable<string>): UsualAmount | undefined {
  const filled = [...cells].filter((cell) => !isMissingValue(cell))
  const isUsual = (form: RegExp): boolean =>
    2 * filled.filter((cell) => form.test(cell)).length > filled.length
  return isUsual(/^-?\d+\.\d\d$/) ? 'cents' : isUsual(/^-?\d+$/) ? 'whole' : undefined
}

/** The first of these forms that nearly all filled cells have; without a filled cell the first. */
function mostly(cells: Iterable<string>, shapes: readonly (keyof typeof patterns)[]): Shape {
  const filled = [...cells].filter((cell) => !isMissingValue(cell))
  const fitting = shapes.find(
    (shape) => filled.filter((cell) => patterns[shape].test(cell)).length >= enough * filled.length,
  )
  return fitting ?? 'late'
}
