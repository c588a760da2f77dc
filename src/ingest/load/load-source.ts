// One source into the engine: parse, decide, type, and take out what cannot be used.
import { tables } from '../../schema/index.ts'
import { sql } from '../../sql/index.ts'
import type { RejectedRow } from '../diagnostic.ts'
import { assertUnchanged } from '../head/stamp.ts'
import type { CellFormat, MappedColumn } from '../mapping.ts'
import { runBytePass, type BytePass } from '../records/byte-pass.ts'
import { rowsByRule, takeOut } from './aside.ts'
import { bulkRoad, isClean } from './bulk-road.ts'
import { takeCensus } from './census.ts'
import { decideColumns, type DecidedColumn, type DecisionInput, type Decisions } from './decide.ts'
import { codingOf, guess, hintsFor } from './guess.ts'
import type { LoadedSource } from './loaded.ts'
import { listType, type ListType } from './lists.ts'
import { NotUtf8 } from './not-utf8.ts'
import { isText, planColumns, sampleTexts, type ColumnPlan } from './plan.ts'
import { recordRoad } from './record-road.ts'
import { helperColumns, splitsCloseDate, type Selection } from './select.ts'
import { settle, type BadCell } from './settle.ts'
import { AsideTally, mostLines, type Staged } from './staged.ts'

/** Rejected rows kept with their place when not all of them are asked for. */
const fewRejects = 1000

const manyRows = 200_000

/** A source whose table may still hold ids that came before. */
export interface OpenSource {
  readonly input: DecisionInput
  readonly staged: Staged
  readonly aside: AsideTally
  finish(): LoadedSource
}

export async function loadSource(input: DecisionInput, table: string): Promise<OpenSource> {
  const { engine, source, hooks } = input
  let plans = planColumns(source, input.mapping, input.table, input.told, input.options)
  let pass: Promise<BytePass> | undefined
  const read = (): Promise<Staged> =>
    input.turn(() => {
      pass ??= bytePassOf(input)
      return stage(input, table, plans, pass)
    })
  let staged = await read()
  let decisions = await decisionsOf(input, staged)
  if (decisions.again.size > 0) {
    plans = plans.map((plan) =>
      decisions.again.has(plan.column) ? { ...plan, shape: 'late' as const } : plan,
    )
    staged = await read()
    decisions = await decisionsOf(input, staged)
  }
  assertUnchanged(source)
  const { bad, warnings } = await settle(engine, staged, decisions.columns, hooks.signal)
  const aside = new AsideTally()
  for (const { class: name, rows, lines } of staged.setAside) aside.addRows(name, rows, lines)
  const named = await rowsByRule(engine, staged, input.mapping.setAside, hooks.signal)
  for (const row of bad.keys()) named.delete(row)
  await countAside(staged, aside, named)
  const rejects = [...staged.rejects, ...(await rejectedRows(input, staged, bad))]
  await takeOut(engine, staged.table, [...bad.keys(), ...named.keys()], hooks.signal)
  await dropHelpers(input, staged)
  const rejected = staged.rejects.length + bad.size
  return {
    input,
    staged,
    aside,
    finish: () => ({
      source,
      mapping: { ...input.mapping, columns: withFormats(plans, decisions) },
      table: input.table,
      physical: table,
      stored: storedNames(plans, decisions, staged.selection),
      lists: new Set(staged.selection.lists.keys()),
      plain: plainTexts(decisions.columns),
      rows: {
        read: staged.rows + staged.rejects.length + total(staged),
        used: staged.rows + staged.rejects.length + total(staged) - rejected - aside.total(),
        rejected,
        setAside: aside.result(),
      },
      rejects,
      warnings: [...staged.diagnostics, ...decisions.warnings, ...warnings],
      sha256: staged.sha256,
      road: staged.road,
    }),
  }
}

function bytePassOf({ source, hooks }: DecisionInput): Promise<BytePass> {
  const pass = runBytePass(source, hooks.signal === undefined ? {} : { signal: hooks.signal })
  // Awaited where its answer is needed; a failure of the other road must not leave it unhandled.
  pass.catch(() => undefined)
  return pass
}

const total = ({ setAside }: Staged): number => setAside.reduce((sum, { rows }) => sum + rows, 0)

async function stage(
  input: DecisionInput,
  table: string,
  plans: readonly ColumnPlan[],
  pass: Promise<BytePass>,
): Promise<Staged> {
  const { engine, source, hooks } = input
  const selection = selectionOf(input, plans, await listsOf(input, table, plans))
  if (isClean(engine, source)) {
    const staged = await bulkRoad(engine, source, table, selection, pass, hooks.signal)
    await checkEncoding(input, pass)
    if (!('refused' in staged)) return staged
  }
  const hash = pass.then(({ sha256 }) => sha256)
  // Awaited at the end of the road; where the road ends before, nobody hears of a failure of the pass.
  hash.catch(() => undefined)
  const staged = await recordRoad(engine, source, table, selection, hash, hooks.signal)
  await checkEncoding(input, pass)
  return staged
}

/** Of a big file only the head was checked: the rest may turn out not to be UTF-8 after all. */
async function checkEncoding({ source }: DecisionInput, pass: Promise<BytePass>): Promise<void> {
  if (source.utf8Checked === 'whole' || source.encoding !== 'utf-8') return
  const { invalidUtf8Line } = await pass
  if (invalidUtf8Line !== null) throw new NotUtf8(source.id, invalidUtf8Line)
}

/** Types of listed columns, with the texts of the sample, and of choices, which are known. */
async function listsOf(
  { engine, source, table: name, hooks }: DecisionInput,
  table: string,
  plans: readonly ColumnPlan[],
): Promise<Map<string, ListType>> {
  const lists = new Map<string, ListType>()
  if (!plans.some(({ shape }) => shape === 'listed')) return lists
  for (const plan of plans) {
    const { column, shape, target } = plan
    const choices =
      shape === 'coded' && target === 'choice' ? tables[name].columns[column]?.choices : undefined
    const texts = shape === 'listed' ? sampleTexts(source, plan) : choices
    if (texts !== undefined) lists.set(column, await listType(engine, table, column, texts, hooks.signal))
  }
  return lists
}

function selectionOf(
  input: DecisionInput,
  plans: readonly ColumnPlan[],
  lists: ReadonlyMap<string, ListType>,
): Selection {
  const { source, mapping, table, told } = input
  const guesses = new Map<string, ReadonlyMap<string, string>>()
  for (const plan of plans) {
    if (plan.shape !== 'coded') continue
    const hints = hintsFor(table, plan, told, source.dialect.delimiter)
    const values = guess(source, plan, codingOf(plan, hints, mapping.status))
    if (values !== null) guesses.set(plan.column, values)
  }
  const read = new Set(plans.map(({ column }) => column))
  return {
    plans,
    guesses,
    lists,
    constants: new Map([...mapping.constants].filter(([column]) => !read.has(column))),
    aside: mapping.setAside.map(({ index }) => index),
    lines: false,
  }
}

async function decisionsOf(input: DecisionInput, staged: Staged): Promise<Decisions> {
  const census = await takeCensus(input.engine, staged, input.source, input.hooks.signal)
  return decideColumns(input, staged, census)
}

async function countAside(
  staged: Staged,
  aside: AsideTally,
  named: ReadonlyMap<number, string>,
): Promise<void> {
  const classes = new Map<string, number[]>()
  for (const [row, name] of named) {
    const rows = classes.get(name) ?? []
    classes.set(name, rows)
    rows.push(row)
  }
  for (const [name, rows] of classes)
    aside.addRows(name, rows.length, await staged.linesOf(rows.slice(0, mostLines)))
}

async function rejectedRows(
  input: DecisionInput,
  staged: Staged,
  bad: ReadonlyMap<number, BadCell>,
): Promise<RejectedRow[]> {
  const keep = input.options.keepRejects === true
  const entries = [...bad].toSorted(([a], [b]) => a - b).slice(0, keep ? bad.size : fewRejects)
  const rows = entries.map(([row]) => row)
  const lines = await staged.linesOf(rows)
  const raws = keep ? await staged.rawOf(rows) : []
  return entries.map(([, cell], at) => ({
    line: lines[at] ?? 0,
    code: cell.code,
    column: cell.column,
    value: cell.text,
    reason: cell.reason,
    raw: raws[at] ?? '',
  }))
}

async function dropHelpers(input: DecisionInput, staged: Staged): Promise<void> {
  const { dialect } = input.engine
  // Small tables keep them: a statement costs more than the memory.
  if (staged.rows < manyRows) return
  for (const column of helperColumns(staged.selection))
    await input.engine.run(
      sql`ALTER TABLE ${dialect.identifier(staged.table)} DROP COLUMN ${dialect.identifier(column)}`,
    )
}

const isPlain = (text: string): boolean => /^[!-~]+(?: [!-~]+)*$/.test(text)

/** Columns that need no folding but to lower case: what may need mending is known, and so is the rest. */
const plainTexts = (columns: readonly DecidedColumn[]): ReadonlySet<string> =>
  new Set(
    columns
      .filter(({ census, coding, format }) => {
        const { plan, texts, whole, plain } = census
        return (
          isText(plan) &&
          (whole || plain) &&
          texts.every(({ text }) => {
            const reading = coding.read(format, text)
            return 'value' in reading && (reading.value === null || isPlain(reading.value))
          })
        )
      })
      .map(({ census }) => census.plan.column),
  )

const formatOf = (decided: DecidedColumn | undefined): CellFormat | null => decided?.format ?? null

function withFormats(plans: readonly ColumnPlan[], decisions: Decisions): MappedColumn[] {
  const byColumn = new Map(decisions.columns.map((decided) => [decided.census.plan.column, decided]))
  return plans.map(({ column, mapped }) => ({ ...mapped, format: formatOf(byColumn.get(column)) }))
}

function storedNames(plans: readonly ColumnPlan[], decisions: Decisions, selection: Selection): string[] {
  const names = plans.map(({ column }) => column).filter((column) => !decisions.givenUp.has(column))
  if (splitsCloseDate(plans) && !names.includes('expected_close_on')) names.push('expected_close_on')
  return [...names, ...selection.constants.keys()]
}
