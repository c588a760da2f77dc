// The one SELECT that turns the text cells of a source into a staged table: typed values, and beside each the text of cells that were not
// in the expected form. The same SELECT reads a file in bulk and rows that were read one by one. Written for DuckDB.
import { join, raw, sql, text, type Dialect, type Sql } from '../../sql/index.ts'
import { between } from './guess.ts'
import type { ListType } from './lists.ts'
import { suspicious } from './suspicious.ts'
import { isoTime, plainInteger, plainNumber, type ColumnPlan } from './plan.ts'

/** Column of a staged table with the odd cells of all columns whose cells are plain but for a few, joined. */
export const oddTogether = 'odd'
const oddName = (column: string): string => `odd ${column}`
export const asideName = (rule: number): string => `aside ${rule}`

export interface Selection {
  readonly plans: readonly ColumnPlan[]
  /** Translations of coded columns by canonical column. */
  readonly guesses: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Values that hold for every row. */
  readonly constants: ReadonlyMap<string, string>
  /** Types of the columns that are stored as places in a list. */
  readonly lists: ReadonlyMap<string, ListType>
  /** Positions of the columns that tell rows to be set aside. */
  readonly aside: readonly number[]
  /** The rows carry their line in the file. */
  readonly lines: boolean
}

const cell = (index: number): Sql => raw(`c${index}`)

/** Columns whose odd cells share one column of the staged table, in the order in which they are joined there. */
export const together = ({ plans }: Selection): readonly ColumnPlan[] =>
  plans.filter(({ shape }) => shape !== 'text' && shape !== 'late')

export const hasOddTogether = (selection: Selection): boolean => together(selection).length > 0

/** The cells of a row that share a column, as a list in that order; `''`: the cell was understood or blank. */
export const oddCells = (dialect: Dialect): Sql =>
  sql`string_split(${dialect.identifier(oddTogether)}, chr(30))`

/** The text of a cell that was not understood, as the staged table keeps it; NULL where the cell was understood or blank. */
export function oddCell(selection: Selection, plan: ColumnPlan, dialect: Dialect): Sql {
  if (plan.shape === 'late') return dialect.identifier(oddName(plan.column))
  const place = together(selection).indexOf(plan) + 1
  return sql`NULLIF(split_part(${dialect.identifier(oddTogether)}, chr(30), ${raw(String(place))}), '')`
}

/** Rows in which the column may have such a cell: told at a glance. */
export const hasOddCells = (plan: ColumnPlan, dialect: Dialect): Sql =>
  sql`${dialect.identifier(plan.shape === 'late' ? oddName(plan.column) : oddTogether)} IS NOT NULL`

/** Columns of a staged table that nobody needs when all cells are settled. */
export const helperColumns = (selection: Selection): string[] => [
  ...(hasOddTogether(selection) ? [oddTogether] : []),
  ...selection.plans.filter(({ shape }) => shape === 'late').map(({ column }) => oddName(column)),
]

/** Year 1 at the earliest: DuckDB would read the year 0 and negative ones as BC. */
const fromYearOne = (value: Sql): Sql => sql`${value} >= '0001'`

/**
 * DuckDB reads more than `2026-01-31` as a date; of ten characters with a year of four digits it is always year, month and day. Looking
 * at the text closer than that costs more than the cast.
 */
const isDayOf = (day: Sql, written: Sql): Sql =>
  sql`strlen(${written}) = 10 AND ${day} BETWEEN DATE '1000-01-01' AND DATE '9999-12-31'`

/** The cell of the row that counts: the first filled one of a column's headers. */
const firstOf = ({ indexes }: Pick<ColumnPlan, 'indexes'>): Sql =>
  indexes.length < 2 ? cell(indexes[0] ?? 0) : sql`COALESCE(${join(indexes.map(cell), ', ')})`

/** Blank, or a text that may stand for nothing (`n/a`); only padding at the end makes no text nothing. */
const mayBeNothing = (value: Sql): Sql => sql`(${value} IS NULL OR (${suspicious(value, true)}))`

/** What DuckDB makes of a cell as a date, made before it is judged. */
const dayName = ({ column }: ColumnPlan, dialect: Dialect): Sql => dialect.identifier(`day ${column}`)

/** A cell as an amount of the usual form, made before it is judged: no more digits than a plain number may have. */
const usualName = ({ column }: ColumnPlan, dialect: Dialect): Sql => dialect.identifier(`usual ${column}`)
const usualTypes = { cents: raw('DECIMAL(16,2)'), whole: raw('DECIMAL(14,0)') }

/** What is written as the engine writes it was understood; that is told faster than by a pattern, which the others must match. */
function plainAmount(plan: ColumnPlan, first: Sql, dialect: Dialect): Sql {
  const type = dialect.typeName(plan.type)
  const usual = usualName(plan, dialect)
  const asUsual =
    plan.usual === undefined
      ? raw('')
      : sql`WHEN CAST(${usual} AS VARCHAR) = ${first} THEN CAST(${usual} AS ${type})`
  return sql`CASE ${asUsual} WHEN regexp_full_match(${first}, '${raw(plainNumber)}') THEN TRY_CAST(${first} AS ${type}) END`
}

/** Comparing a text with so many others costs less than looking it up. */
const mostCompared = 8

function listedText({ name, texts }: ListType, first: Sql): Sql {
  if (texts.length === 0 || texts.length > mostCompared) return sql`TRY_CAST(${first} AS ${name})`
  const whens = texts.map((one) => sql`WHEN ${first} = ${text(one)} THEN CAST(${text(one)} AS ${name})`)
  return sql`CASE ${join(whens, ' ')} END`
}

function valueOf(plan: ColumnPlan, selection: Selection, dialect: Dialect): Sql {
  const first = firstOf(plan)
  const nothing = dialect.nullOf(plan.type)
  const list = selection.lists.get(plan.column)
  switch (plan.shape) {
    case 'text':
      return plan.instead === undefined
        ? first
        : sql`CASE WHEN ${mayBeNothing(firstOf({ indexes: plan.instead }))} THEN ${first} END`
    case 'listed':
      return list === undefined ? first : listedText(list, first)
    case 'iso-date':
      return sql`CASE WHEN ${isDayOf(dayName(plan, dialect), first)} THEN ${dayName(plan, dialect)} END`
    case 'iso-time':
      return sql`CASE WHEN ${fromYearOne(first)} AND regexp_full_match(${first}, '${raw(isoTime)}') THEN TRY_CAST(${first}[1:10] AS DATE) END`
    case 'plain-number':
      return plainAmount(plan, first, dialect)
    case 'plain-integer':
      return sql`CASE WHEN regexp_full_match(${first}, '${raw(plainInteger)}') THEN TRY_CAST(${first} AS BIGINT) END`
    case 'coded':
      return translation(plan, selection.guesses.get(plan.column) ?? new Map(), list, dialect)
    default:
      return nothing
  }
}

function translation(
  plan: ColumnPlan,
  values: ReadonlyMap<string, string>,
  list: ListType | undefined,
  dialect: Dialect,
): Sql {
  const type = list?.name ?? dialect.typeName(plan.type)
  if (values.size === 0) return sql`CAST(NULL AS ${type})`
  const whens = [...values].map(([tuple, value]) => {
    const cells = tuple.split(between)
    const tests = plan.indexes.map((index, at) =>
      cells[at] === '' ? sql`${cell(index)} IS NULL` : sql`${cell(index)} = ${text(cells[at] ?? '')}`,
    )
    return sql`WHEN ${join(tests, ' AND ')} THEN CAST(${text(value)} AS ${type})`
  })
  return sql`CASE ${join(whens, ' ')} END`
}

const isFilled = ({ indexes }: ColumnPlan): Sql =>
  sql`(${join(
    indexes.map((index) => sql`${cell(index)} IS NOT NULL`),
    ' OR ',
  )})`

/** The text of a cell that was not understood; of several cells together, joined. */
function oddOf(plan: ColumnPlan): Sql {
  if (plan.target !== 'choice' || plan.indexes.length < 2) return firstOf(plan)
  const cells = plan.indexes.map((index) => sql`COALESCE(replace(${cell(index)}, chr(31), ' '), '')`)
  const blank = `repeat(chr(31), ${plan.indexes.length - 1})`
  return sql`NULLIF(${join(cells, ' || chr(31) || ')}, ${raw(blank)})`
}

/** Deals: an open deal's close date is the expected one. Where the value is still undecided it waits in `closed_on`. */
function splitCloseDate(name: string, selection: Selection, value: (column: string) => Sql): Sql {
  const has = (column: string): boolean => selection.plans.some((plan) => plan.column === column)
  if (!has('status') || !has('closed_on')) return value(name)
  const list = selection.lists.get('status')
  const isOpen = sql`${value('status')} = ${list === undefined ? raw("'open'") : sql`CAST('open' AS ${list.name})`}`
  if (name === 'closed_on') return sql`CASE WHEN ${isOpen} THEN NULL ELSE ${value('closed_on')} END`
  const close = sql`CASE WHEN ${isOpen} THEN ${value('closed_on')} END`
  return has('expected_close_on') ? sql`COALESCE(${value('expected_close_on')}, ${close})` : close
}

/** Whether the close date of the export serves two canonical columns. */
export const splitsCloseDate = (plans: readonly ColumnPlan[]): boolean =>
  ['status', 'closed_on'].every((column) => plans.some((plan) => plan.column === column))

export function selectStaged(from: Sql, selection: Selection, dialect: Dialect): Sql {
  const { plans } = selection
  const name = (column: string): Sql => dialect.identifier(column)
  const value = (column: string): Sql => name(`value ${column}`)
  const inner = plans
    .filter(({ shape }) => shape !== 'text')
    .map((plan) => sql`${valueOf(plan, selection, dialect)} AS ${value(plan.column)}`)
  const outer = plans.flatMap((plan) => {
    if (plan.shape === 'text') return [sql`${valueOf(plan, selection, dialect)} AS ${name(plan.column)}`]
    const shown =
      plan.column === 'closed_on' || plan.column === 'expected_close_on'
        ? splitCloseDate(plan.column, selection, value)
        : value(plan.column)
    const typed = sql`${shown} AS ${name(plan.column)}`
    return plan.shape === 'late' ? [typed, sql`${oddOf(plan)} AS ${name(oddName(plan.column))}`] : [typed]
  })
  const joined = together(selection)
  if (joined.length > 0) {
    const isOdd = joined.map((plan) => sql`(${value(plan.column)} IS NULL AND ${isFilled(plan)})`)
    const cells = joined.map(
      (plan) =>
        sql`CASE WHEN ${value(plan.column)} IS NULL THEN COALESCE(replace(${oddOf(plan)}, chr(30), ' '), '') ELSE '' END`,
    )
    outer.push(
      sql`CASE WHEN ${join(isOdd, ' OR ')} THEN ${join(cells, ' || chr(30) || ')} END AS ${name(oddTogether)}`,
    )
  }
  if (splitsCloseDate(plans) && !plans.some(({ column }) => column === 'expected_close_on'))
    outer.push(sql`${splitCloseDate('expected_close_on', selection, value)} AS ${name('expected_close_on')}`)
  for (const [column, constant] of selection.constants)
    outer.push(sql`CAST(${text(constant)} AS VARCHAR) AS ${name(column)}`)
  for (const [rule, index] of selection.aside.entries())
    outer.push(sql`${cell(index)} AS ${name(asideName(rule))}`)
  if (selection.lines) outer.push(sql`line`)
  const columns = join(outer, ', ', raw('NULL AS nothing'))
  const before = plans.flatMap((plan) => {
    const first = firstOf(plan)
    if (plan.shape === 'iso-date') return [sql`TRY_CAST(${first} AS DATE) AS ${dayName(plan, dialect)}`]
    if (plan.shape !== 'plain-number' || plan.usual === undefined) return []
    return [sql`TRY_CAST(${first} AS ${usualTypes[plan.usual]}) AS ${usualName(plan, dialect)}`]
  })
  const cells = before.length === 0 ? from : sql`(SELECT *, ${join(before, ', ')} FROM ${from})`
  return sql`SELECT ${columns} FROM (SELECT *${raw(inner.length > 0 ? ', ' : '')}${join(inner, ', ')} FROM ${cells})`
}
