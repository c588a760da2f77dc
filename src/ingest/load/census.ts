// What the bulk parse left to do: per column how many cells were typed, which texts were not understood, and which texts of text columns
// may need mending. Two passes over the staged table, each one statement.
import type { LoadingEngine } from '../../engine/engine.ts'
import { dateParts } from '../../schema/index.ts'
import { join, raw, sql, type RowSpec, type Sql } from '../../sql/index.ts'
import type { ColumnPlan } from './plan.ts'
import { oddName } from './select.ts'
import type { Staged } from './staged.ts'
import { suspicious } from './suspicious.ts'

export interface TextCount {
  readonly text: string
  readonly count: number
}

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
}

/** Different texts of one column that are looked at together to decide its format. */
const enoughTexts = 200_000
/** Different texts of a column of few texts, at most: grouping them costs less than looking at every cell. */
const fewTexts = 20_000

interface Counts {
  readonly typed: number
  readonly odd: number
  readonly fractions: number
  readonly small: number
}

export async function takeCensus(
  engine: LoadingEngine,
  staged: Staged,
  sampleOf: (plan: ColumnPlan) => Iterable<string>,
  signal?: AbortSignal,
): Promise<ColumnCensus[]> {
  const { plans } = staged.selection
  const counts = await countCells(engine, staged, signal)
  const asked = plans.map((plan) => textsToGroup(engine, plan, counts.get(plan.column)))
  const groups = await groupTexts(engine, staged, asked, signal)
  const result: ColumnCensus[] = []
  for (const [at, plan] of plans.entries()) {
    const { typed = 0, odd = 0, ...more } = counts.get(plan.column) ?? {}
    const grouped = groups[at] ?? []
    if (plan.shape === 'text') {
      const isAll = !plan.few || grouped.length <= fewTexts
      const texts = isAll ? grouped : await allSuspicious(engine, staged, plan, signal)
      result.push({ plan, typed, known: [], texts, complete: true, whole: plan.few && isAll })
    } else if (plan.shape === 'coded') {
      // Translated cells and those without a translation come in one group: the value tells which is which.
      const known = grouped.filter(({ value }) => value !== null)
      const texts = grouped.filter(({ value }) => value === null)
      result.push({
        plan,
        typed,
        known: known.map(({ value, count }) => ({
          text: writtenAs(staged, plan.column, value ?? ''),
          count,
        })),
        texts,
        complete: texts.length === 0 || grouped.length < enoughTexts,
        whole: false,
      })
    } else {
      const known =
        typed === 0 ? [] : typedCells(plan, { typed, odd, fractions: 0, small: 0, ...more }, sampleOf(plan))
      result.push({
        plan,
        typed,
        known,
        texts: grouped,
        complete: grouped.length < enoughTexts,
        whole: false,
      })
    }
  }
  return result
}

const isNumber = ({ shape }: ColumnPlan): boolean => shape === 'plain-number' || shape === 'plain-integer'

/** Cells typed and not, by column. Of numbers only what decides between readings: decimals, whole numbers below a thousand, and above. */
async function countCells(
  engine: LoadingEngine,
  staged: Staged,
  signal?: AbortSignal,
): Promise<Map<string, Counts>> {
  const name = (column: string): Sql => engine.dialect.identifier(column)
  const typed = staged.selection.plans.filter(({ shape }) => shape !== 'text')
  if (typed.length === 0) return new Map()
  const counts = typed.flatMap((plan) => {
    const value = name(plan.column)
    return [
      sql`COUNT(${value})`,
      sql`COUNT(${name(oddName(plan.column))})`,
      isNumber(plan) ? sql`COUNT(CASE WHEN ${value} % 1 <> 0 THEN 1 END)` : raw('0'),
      isNumber(plan) ? sql`COUNT(CASE WHEN ${value} % 1 = 0 AND abs(${value}) < 1000 THEN 1 END)` : raw('0'),
    ]
  })
  const spec: RowSpec = Object.fromEntries(counts.map((_, at) => [`n${at}`, 'integer' as const]))
  const [row] = await engine.all(sql`SELECT ${join(counts, ', ')} FROM ${name(staged.table)}`, spec, signal)
  const values = Object.values(row ?? {}).map(Number)
  const at = (index: number): number => values[index] ?? 0
  return new Map(
    typed.map(({ column }, index) => [
      column,
      {
        typed: at(index * 4),
        odd: at(index * 4 + 1),
        fractions: at(index * 4 + 2),
        small: at(index * 4 + 3),
      },
    ]),
  )
}

interface Grouping {
  readonly text: Sql
  readonly value: Sql
  readonly which: Sql
  readonly most: number
}

/** What to group of a column; null: nothing. */
function textsToGroup(engine: LoadingEngine, plan: ColumnPlan, counts: Counts | undefined): Grouping | null {
  const column = engine.dialect.identifier(plan.column)
  const none = engine.dialect.nullOf('text')
  if (plan.shape === 'text') {
    const which = plan.few ? sql`${column} IS NOT NULL` : suspicious(column)
    return { text: column, value: none, which, most: plan.few ? fewTexts + 1 : Number.MAX_SAFE_INTEGER }
  }
  const odd = engine.dialect.identifier(oddName(plan.column))
  if (plan.shape === 'coded') {
    const value = sql`CAST(${column} AS VARCHAR)`
    const which = sql`(${column} IS NOT NULL OR ${odd} IS NOT NULL)`
    return { text: sql`COALESCE(${odd}, '')`, value, which, most: enoughTexts }
  }
  return (counts?.odd ?? 0) === 0
    ? null
    : { text: odd, value: none, which: sql`${odd} IS NOT NULL`, most: enoughTexts }
}

interface Grouped extends TextCount {
  readonly value: string | null
}

/** Different texts of several columns in one statement, by column, most frequent first. */
async function groupTexts(
  engine: LoadingEngine,
  staged: Staged,
  asked: readonly (Grouping | null)[],
  signal?: AbortSignal,
): Promise<Grouped[][]> {
  const from = engine.dialect.identifier(staged.table)
  const parts = asked.flatMap((one, at) =>
    one === null
      ? []
      : [
          sql`SELECT * FROM (SELECT ${raw(String(at))} AS place, ${one.text} AS text, ${one.value} AS value, COUNT(*) AS n FROM ${from} WHERE ${one.which} GROUP BY 2, 3 ORDER BY n DESC, text, value LIMIT ${raw(String(one.most))})`,
        ],
  )
  const groups: Grouped[][] = asked.map(() => [])
  if (parts.length === 0) return groups
  const rows = await engine.all(
    sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) ORDER BY place, n DESC, text, value`,
    { place: 'integer', text: 'text', value: 'text?', count: 'integer' },
    signal,
  )
  for (const { place, text, value, count } of rows) groups[place]?.push({ text, value, count })
  return groups
}

const allSuspicious = async (
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  signal?: AbortSignal,
): Promise<TextCount[]> => {
  const grouping = textsToGroup(engine, { ...plan, few: false }, undefined)
  const [found = []] = await groupTexts(engine, staged, [grouping], signal)
  return found
}

/** All odd texts of a column that has too many to look at together. */
export const allOddTexts = async (
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  signal?: AbortSignal,
): Promise<TextCount[]> => {
  const odd = engine.dialect.identifier(oddName(plan.column))
  const value = engine.dialect.nullOf('text')
  const which = sql`${odd} IS NOT NULL`
  const most = Number.MAX_SAFE_INTEGER
  const [found = []] = await groupTexts(engine, staged, [{ text: odd, value, which, most }], signal)
  return found
}

const isDay = (cell: string): boolean => dateParts(cell.slice(0, 10)) !== null

/** Texts of the sample that stand for the cells typed in bulk. */
function typedCells(plan: ColumnPlan, counts: Counts, sample: Iterable<string>): TextCount[] {
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
