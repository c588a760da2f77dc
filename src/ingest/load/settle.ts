// Reads the odd cells of a staged table by the decided formats, writes their values, and tells which rows cannot be used.
import type { LoadingEngine } from '../../engine/engine.ts'
import { sql, type Sql } from '../../sql/index.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { allOddTexts } from './census.ts'
import type { DecidedColumn } from './decide.ts'
import { listOf } from './list.ts'
import { isShort, storeAsList } from './lists.ts'
import { isText, type ColumnPlan } from './plan.ts'
import { hasOddCells, oddCell, splitsCloseDate } from './select.ts'
import type { Staged } from './staged.ts'

export interface BadCell {
  readonly column: string
  readonly text: string
  readonly code: string
  readonly reason: string
}

export interface Settled {
  /** Unusable rows by row number, with the first bad cell of each. */
  readonly bad: ReadonlyMap<number, BadCell>
  readonly warnings: readonly Diagnostic[]
}

type Reading = readonly [text: string, value: string | null, code: string | null]

export async function settle(
  engine: LoadingEngine,
  staged: Staged,
  decided: readonly DecidedColumn[],
  signal?: AbortSignal,
): Promise<Settled> {
  const bad = new Map<number, BadCell>()
  const warnings: Diagnostic[] = []
  for (const column of decided) {
    if (column.census.texts.length === 0) continue
    const { plan, unlisted } = column.census
    const reasons = new Map<string, { code: string; reason: string }>()
    const all = read(await allTexts(engine, staged, column, signal), column, reasons)
    // What stays as it is needs no writing: a text that is its own value, a cell that is missing.
    const readings = all.filter(
      ([text, value, code]) => code !== null || value !== (isText(plan) ? text : null),
    )
    if (readings.length === 0 && !unlisted) continue
    const mending = readings.flatMap(([text, value, code]) => (code === null ? [[text, value] as const] : []))
    const mendedOnTheWay = plan.shape === 'listed' && isShort(mending) ? mending : []
    const changed = mending.length > mendedOnTheWay.length
    if (plan.shape === 'listed') {
      const missing = oddCell(staged.selection, plan, engine.dialect)
      const texts = new Set(all.flatMap(([text, value]) => (value === null ? [text] : [text, value])))
      await storeAsList(engine, staged.table, plan.column, texts, missing, mendedOnTheWay, signal)
    }
    if (!changed && reasons.size === 0) continue
    const columns = ['text', 'value', 'code'].map((name) => ({ name, type: 'text' as const }))
    const list = await listOf(engine, `${staged.table} ${plan.column}`, columns, readings, signal)
    if (changed) await engine.run(update(engine, staged, plan, list.from), signal)
    if (reasons.size > 0) {
      const cells = await badCells(engine, staged, plan, list.from, signal)
      for (const { row, text } of cells) {
        const why = reasons.get(text)
        if (why === undefined || bad.has(row) || !plan.essential) continue
        bad.set(row, { column: plan.column, text, ...why })
      }
      if (!plan.essential && cells.length > 0)
        warnings.push(lostCells(plan, cells.length, [...reasons.values()]))
    }
    await list.drop()
  }
  await splitLateCloseDates(engine, staged, decided, signal)
  return { bad, warnings }
}

const allTexts = async (
  engine: LoadingEngine,
  staged: Staged,
  column: DecidedColumn,
  signal?: AbortSignal,
): Promise<readonly { text: string }[]> =>
  column.census.complete ? column.census.texts : allOddTexts(engine, staged, column.census.plan, signal)

function read(
  texts: readonly { text: string }[],
  { coding, format }: DecidedColumn,
  reasons: Map<string, { code: string; reason: string }>,
): Reading[] {
  return texts.map(({ text }): Reading => {
    const reading = coding.read(format, text)
    if ('value' in reading) return [text, reading.value, null]
    reasons.set(text, reading)
    return [text, null, reading.code]
  })
}

/** Text columns are looked up by themselves, the others by the text kept beside them. */
function lookUp({ dialect }: LoadingEngine, staged: Staged, plan: ColumnPlan): Sql {
  if (isText(plan)) return sql`${dialect.identifier(plan.column)} = m.text`
  return sql`${hasOddCells(plan, dialect)} AND ${oddCell(staged.selection, plan, dialect)} = m.text`
}

function update(engine: LoadingEngine, staged: Staged, plan: ColumnPlan, map: Sql): Sql {
  const { dialect } = engine
  const value = sql`CAST(m.value AS ${dialect.typeName(plan.type)})`
  return sql`UPDATE ${dialect.identifier(staged.table)} SET ${dialect.identifier(plan.column)} = ${value} FROM ${map} WHERE ${lookUp(engine, staged, plan)} AND m.code IS NULL`
}

const badCells = (
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  map: Sql,
  signal?: AbortSignal,
): Promise<{ row: number; text: string }[]> =>
  engine.all(
    sql`SELECT t.rowid, m.text FROM ${engine.dialect.identifier(staged.table)} t JOIN ${map} ON ${lookUp(engine, staged, plan)} WHERE m.code IS NOT NULL ORDER BY t.rowid`,
    { row: 'integer', text: 'text' },
    signal,
  )

const lostCells = (
  plan: ColumnPlan,
  cells: number,
  reasons: readonly { code: string; reason: string }[],
): Diagnostic => ({
  code: 'cells-left-empty',
  message: `${plan.column}: ${cells} cell${cells === 1 ? '' : 's'} could not be read and are left empty, for example: ${reasons[0]?.reason ?? ''}`,
})

/** Close dates and statuses read after the bulk parse: what waits in `closed_on` of an open deal is its expected close date. */
async function splitLateCloseDates(
  engine: LoadingEngine,
  staged: Staged,
  columns: readonly DecidedColumn[],
  signal?: AbortSignal,
): Promise<void> {
  const late = ['status', 'closed_on', 'expected_close_on'].some((name) =>
    columns.some(({ census }) => census.plan.column === name && census.texts.length > 0),
  )
  if (!late || !splitsCloseDate(staged.selection.plans)) return
  await engine.run(
    sql`UPDATE ${engine.dialect.identifier(staged.table)} SET expected_close_on = COALESCE(expected_close_on, closed_on), closed_on = NULL WHERE status = 'open' AND closed_on IS NOT NULL`,
    signal,
  )
}
