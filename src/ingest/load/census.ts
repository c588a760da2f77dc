// What the bulk parse left to do: per column how many cells were typed, which texts were not understood, and which texts of text columns
// may need mending. Two passes over the staged table, each one statement.
import type { LoadingEngine } from '../../engine/engine.ts'
import { dateParts } from '../../schema/index.ts'
import { join, raw, sql, type RowSpec, type Sql } from '../../sql/index.ts'
import { mostListed, storeAsText } from './lists.ts'
import type { Source } from '../source.ts'
import { isText, sampleCells, sampleTexts, type ColumnPlan } from './plan.ts'
import { hasOddTogether, oddCell, oddTogether, splitsCloseDate } from './select.ts'
import type { Staged } from './staged.ts'
import { suspicious } from './suspicious.ts'
import { enoughTexts, groupTexts, oddGrouping, type Grouping, type TextCount } from './text-groups.ts'

export interface ColumnCensus {
  readonly plan: ColumnPlan
  /** Cells that have a value. */
  readonly typed: number
  /** Texts that stand for those cells, with their counts: evidence for the decision beside the others. */
  readonly known: readonly TextCount[]
  /** Texts that were not understood yet; of text columns those that may need mending, or all where they are few. */
  readonly texts: readonly TextCount[]
  /** All of them were counted. */
  readonly complete: boolean
  /** Of text columns: these are all texts of the column. */
  readonly whole: boolean
  /** Of text columns: no text has stray white space or is other than ASCII. */
  readonly plain: boolean
  /** Of listed columns: some texts are not in the list. */
  readonly unlisted: boolean
}

interface Counts {
  readonly typed: number
  readonly fractions: number
  readonly small: number
  readonly unplain: number
}

export async function takeCensus(
  engine: LoadingEngine,
  staged: Staged,
  source: Source,
  signal?: AbortSignal,
): Promise<ColumnCensus[]> {
  const { plans } = staged.selection
  const { counts, oddRows } = await countCells(engine, staged, signal)
  const asked = plans.map((plan) => textsToGroup(engine, staged, plan, counts.get(plan.column)))
  const scores = plans.map((plan) => (plan.target === 'score' ? valuesGrouping(engine, plan) : null))
  const { groups, odd } = await groupTexts(engine, staged, [...asked, ...scores], oddRows > 0, signal)
  const result: ColumnCensus[] = []
  for (const [at, plan] of plans.entries()) {
    const { typed = 0, fractions = 0, small = 0 } = counts.get(plan.column) ?? {}
    const texts = groups[at] ?? []
    const unread = odd.get(plan.column) ?? []
    if (isText(plan)) {
      // The list was made of the sample, so its texts are known; the others wait beside it.
      const list = plan.shape === 'listed' ? sampleTexts(source, plan) : []
      const few = [...texts, ...unread, ...list.map((text) => ({ text, count: 1 }))]
      const isAll = !plan.few || few.length <= mostListed
      result.push(
        isAll
          ? {
              plan,
              typed,
              known: [],
              texts: few,
              complete: true,
              whole: plan.few,
              plain: isPlain(counts.get(plan.column)),
              unlisted: unread.length > 0,
            }
          : await ofManyTexts(engine, staged, plan, signal),
      )
      continue
    }
    const values = groups[plans.length + at] ?? []
    const known =
      plan.target === 'score'
        ? values.map(({ text, count }) => ({ text: writtenAs(staged, plan.column, text), count }))
        : plan.shape === 'coded'
          ? [...(staged.selection.guesses.get(plan.column)?.keys() ?? [])].map((text) => ({ text, count: 1 }))
          : typedCells(plan, { typed, fractions, small }, sampleCells(source, plan.mapped.index))
    const waiting = plan.shape === 'late' ? texts : unread
    result.push({
      plan,
      typed,
      known,
      texts: waiting,
      complete: waiting.length < enoughTexts,
      whole: false,
      plain: false,
      unlisted: false,
    })
  }
  return result
}

const isNumber = ({ shape }: ColumnPlan): boolean => shape === 'plain-number' || shape === 'plain-integer'

/** Texts that are folded again and again, and of which there are many: knowing that they are plain makes that cheap. */
const isFolded = ({ shape, few, isKey }: ColumnPlan): boolean => shape === 'text' && !few && isKey === true

const isPlain = (counts: Counts | undefined): boolean => counts?.unplain === 0

/** Cells typed, by column, and rows with cells that are not. Of numbers only what decides between readings: decimals, whole numbers below a thousand, and above. */
async function countCells(
  engine: LoadingEngine,
  staged: Staged,
  signal?: AbortSignal,
): Promise<{ readonly counts: ReadonlyMap<string, Counts>; readonly oddRows: number }> {
  const { dialect } = engine
  const { selection } = staged
  const name = (column: string): Sql => dialect.identifier(column)
  const counted = selection.plans.filter((plan) => !isText(plan) || isFolded(plan))
  // The close date of an open deal was put where expected ones are: it counts for the column it came from.
  const moved =
    splitsCloseDate(selection.plans) && !selection.plans.some(({ column }) => column === 'expected_close_on')
  const counts = counted.flatMap((plan) => {
    if (isFolded(plan)) {
      const unplain = sql`COUNT(CASE WHEN ${dialect.needsFolding(name(plan.column))} THEN 1 END)`
      return [raw('0'), raw('0'), raw('0'), unplain]
    }
    const value =
      moved && plan.column === 'closed_on'
        ? sql`COALESCE(${name('closed_on')}, ${name('expected_close_on')})`
        : name(plan.column)
    return [
      sql`COUNT(${value})`,
      isNumber(plan) ? sql`COUNT(CASE WHEN ${value} % 1 <> 0 THEN 1 END)` : raw('0'),
      isNumber(plan) ? sql`COUNT(CASE WHEN ${value} % 1 = 0 AND abs(${value}) < 1000 THEN 1 END)` : raw('0'),
      raw('-1'),
    ]
  })
  const asked = hasOddTogether(selection) ? [...counts, sql`COUNT(${name(oddTogether)})`] : counts
  if (asked.length === 0) return { counts: new Map(), oddRows: 0 }
  const spec: RowSpec = Object.fromEntries(asked.map((_, at) => [`n${at}`, 'integer' as const]))
  const [row] = await engine.all(sql`SELECT ${join(asked, ', ')} FROM ${name(staged.table)}`, spec, signal)
  const values = Object.values(row ?? {}).map(Number)
  const at = (index: number): number => values[index] ?? 0
  const byColumn = counted.map(({ column }, index) => {
    const [typed, fractions, small, unplain] = [0, 1, 2, 3].map((place) => at(index * 4 + place))
    return [column, { typed, fractions, small, unplain } as Counts] as const
  })
  return { counts: new Map(byColumn), oddRows: at(counts.length) }
}

/** What to group of a column; null: nothing. */
function textsToGroup(
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  counts: Counts | undefined,
): Grouping | null {
  const column = engine.dialect.identifier(plan.column)
  if (plan.shape === 'late') return oddGrouping(engine, staged, plan, enoughTexts)
  if (plan.shape !== 'text') return null
  const which = plan.few ? sql`${column} IS NOT NULL` : suspicious(column, isPlain(counts))
  return { text: column, which, most: plan.few ? mostListed + 1 : Number.MAX_SAFE_INTEGER }
}

/** Scores, because how many there are of each tells their scale; of words it is enough to know which occur. */
const valuesGrouping = ({ dialect }: LoadingEngine, { column }: ColumnPlan): Grouping => {
  const id = dialect.identifier(column)
  return { text: id, which: sql`${id} IS NOT NULL`, most: enoughTexts }
}

/** A text column of which the sample had few texts and the rest many: only those that may need mending are looked at. */
async function ofManyTexts(
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  signal?: AbortSignal,
): Promise<ColumnCensus> {
  if (plan.shape === 'listed') {
    const missing = oddCell(staged.selection, plan, engine.dialect)
    await storeAsText(engine, staged.table, plan.column, missing, signal)
  }
  const stored: ColumnPlan = { ...plan, shape: 'text', few: false }
  const grouping = textsToGroup(engine, staged, stored, undefined)
  const [texts = []] = (await groupTexts(engine, staged, [grouping], false, signal)).groups
  return {
    plan: stored,
    typed: 0,
    known: [],
    texts,
    complete: true,
    whole: false,
    plain: false,
    unlisted: false,
  }
}

/** All odd texts of a column that has too many to look at together. */
export const allOddTexts = async (
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  signal?: AbortSignal,
): Promise<TextCount[]> => {
  const grouping = oddGrouping(engine, staged, plan, Number.MAX_SAFE_INTEGER)
  const [found = []] = (await groupTexts(engine, staged, [grouping], false, signal)).groups
  return found
}

const isDay = (cell: string): boolean => dateParts(cell.slice(0, 10)) !== null

/** Texts of the sample that stand for the cells typed in bulk. */
function typedCells(
  plan: ColumnPlan,
  counts: Pick<Counts, 'typed' | 'fractions' | 'small'>,
  sample: Iterable<string>,
): TextCount[] {
  if (counts.typed === 0) return []
  const cells = [...sample]
  if (!isNumber(plan)) return [{ text: cells.find(isDay) ?? '2000-01-01', count: counts.typed }]
  const like = (pattern: RegExp, otherwise: string): string =>
    cells.find((cell) => pattern.test(cell)) ?? otherwise
  const { typed, fractions, small } = counts
  return [
    { text: like(/^-?\d+\.\d{1,2}$/, '0.5'), count: fractions },
    { text: like(/^-?\d{1,3}$/, '5'), count: small },
    { text: like(/^-?\d{4,}$/, '5000'), count: typed - fractions - small },
  ].filter(({ count }) => count > 0)
}

/** A text of the sample that was translated to this value; where nothing was translated, the value is its own text. */
function writtenAs(staged: Staged, column: string, value: string): string {
  for (const [text, guessed] of staged.selection.guesses.get(column) ?? []) if (guessed === value) return text
  return value
}
