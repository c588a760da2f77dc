// What the bulk parse left to do: per column how many cells were typed, which texts were not understood, and which texts of text columns
// may need mending. Two passes over the staged table, each one statement.
import type { LoadingEngine } from '../../engine/engine.ts'
import { dateParts } from '../../schema/index.ts'
import { join, raw, sql, type RowSpec, type Sql } from '../../sql/index.ts'
import { mostListed, storeAsText } from './lists.ts'
import { isText, type ColumnPlan } from './plan.ts'
import { hasOddCells, oddCell, splitsCloseDate } from './select.ts'
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
  /** Of text columns: no text has stray white space or is other than ASCII. */
  readonly plain: boolean
  /** Of listed columns: some texts are not in the list. */
  readonly unlisted: boolean
}

/** Different texts of one column that are looked at together to decide its format. */
const enoughTexts = 200_000

interface Counts {
  readonly typed: number
  readonly odd: number
  readonly fractions: number
  readonly small: number
  readonly unplain: number
}

export async function takeCensus(
  engine: LoadingEngine,
  staged: Staged,
  sampleOf: (plan: ColumnPlan) => Iterable<string>,
  signal?: AbortSignal,
): Promise<ColumnCensus[]> {
  const { plans } = staged.selection
  const counts = await countCells(engine, staged, signal)
  const asked = plans.map((plan) => textsToGroup(engine, staged, plan, counts.get(plan.column)))
  const coded = plans.map((plan) => (plan.target === 'score' ? valuesGrouping(engine, plan) : null))
  const listed = plans.map((plan) => (plan.shape === 'listed' ? valuesGrouping(engine, plan) : null))
  const groups = await groupTexts(engine, staged, [...asked, ...coded, ...listed], signal)
  const result: ColumnCensus[] = []
  for (const [at, plan] of plans.entries()) {
    const { typed = 0, odd = 0, fractions = 0, small = 0 } = counts.get(plan.column) ?? {}
    const texts = groups[at] ?? []
    if (isText(plan)) {
      const few = [...texts, ...(groups[2 * plans.length + at] ?? [])]
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
              unlisted: odd > 0,
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
          : typedCells(plan, { typed, fractions, small }, sampleOf(plan))
    result.push({
      plan,
      typed,
      known,
      texts,
      complete: texts.length < enoughTexts,
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

/** Cells typed and not, by column. Of numbers only what decides between readings: decimals, whole numbers below a thousand, and above. */
async function countCells(
  engine: LoadingEngine,
  staged: Staged,
  signal?: AbortSignal,
): Promise<Map<string, Counts>> {
  const name = (column: string): Sql => engine.dialect.identifier(column)
  const typed = staged.selection.plans.filter((plan) => plan.shape !== 'text' || isFolded(plan))
  if (typed.length === 0) return new Map()
  // The close date of an open deal was put where expected ones are: it counts for the column it came from.
  const moved =
    splitsCloseDate(staged.selection.plans) &&
    !staged.selection.plans.some(({ column }) => column === 'expected_close_on')
  const counts = typed.flatMap((plan) => {
    if (isFolded(plan)) {
      const unplain = sql`COUNT(CASE WHEN ${engine.dialect.needsFolding(name(plan.column))} THEN 1 END)`
      return [raw('0'), raw('0'), raw('0'), raw('0'), unplain]
    }
    const value =
      moved && plan.column === 'closed_on'
        ? sql`COALESCE(${name('closed_on')}, ${name('expected_close_on')})`
        : name(plan.column)
    return [
      sql`COUNT(${value})`,
      sql`COUNT(CASE WHEN ${hasOddCells(plan, engine.dialect)} THEN ${oddCell(staged.selection, plan, engine.dialect)} END)`,
      isNumber(plan) ? sql`COUNT(CASE WHEN ${value} % 1 <> 0 THEN 1 END)` : raw('0'),
      isNumber(plan) ? sql`COUNT(CASE WHEN ${value} % 1 = 0 AND abs(${value}) < 1000 THEN 1 END)` : raw('0'),
      raw('-1'),
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
        typed: at(index * 5),
        odd: at(index * 5 + 1),
        fractions: at(index * 5 + 2),
        small: at(index * 5 + 3),
        unplain: at(index * 5 + 4),
      },
    ]),
  )
}

interface Grouping {
  readonly text: Sql
  readonly which: Sql
  readonly most: number
}

/** What to group of a column; null: nothing. */
function textsToGroup(
  engine: LoadingEngine,
  staged: Staged,
  plan: ColumnPlan,
  counts: Counts | undefined,
): Grouping | null {
  const column = engine.dialect.identifier(plan.column)
  if (plan.shape !== 'text')
    return (counts?.odd ?? 0) === 0 ? null : oddGrouping(engine, staged, plan, enoughTexts)
  const which = plan.few ? sql`${column} IS NOT NULL` : suspicious(column, isPlain(counts))
  return { text: column, which, most: plan.few ? mostListed + 1 : Number.MAX_SAFE_INTEGER }
}

function oddGrouping({ dialect }: LoadingEngine, staged: Staged, plan: ColumnPlan, most: number): Grouping {
  const text = oddCell(staged.selection, plan, dialect)
  return { text, which: sql`${hasOddCells(plan, dialect)} AND ${text} IS NOT NULL`, most }
}

/** Scores, because how many there are of each tells their scale (of words it is enough to know which occur), and texts of a list. */
const valuesGrouping = ({ dialect }: LoadingEngine, { column }: ColumnPlan): Grouping => {
  const id = dialect.identifier(column)
  return { text: id, which: sql`${id} IS NOT NULL`, most: enoughTexts }
}

/** Different texts of several columns in one statement, by column, most frequent first. */
async function groupTexts(
  engine: LoadingEngine,
  staged: Staged,
  asked: readonly (Grouping | null)[],
  signal?: AbortSignal,
): Promise<TextCount[][]> {
  const from = engine.dialect.identifier(staged.table)
  const parts = asked.flatMap((one, at) =>
    one === null
      ? []
      : [
          sql`SELECT ${raw(String(at))} AS place, CAST(value AS VARCHAR) AS text, n FROM (SELECT ${one.text} AS value, COUNT(*) AS n FROM ${from} WHERE ${one.which} GROUP BY 1 ORDER BY n DESC, CAST(value AS VARCHAR) LIMIT ${raw(String(one.most))})`,
        ],
  )
  const groups: TextCount[][] = asked.map(() => [])
  if (parts.length === 0) return groups
  const rows = await engine.all(
    sql`SELECT * FROM (${join(parts, ' UNION ALL ')}) ORDER BY place, n DESC, text`,
    { place: 'integer', text: 'text', count: 'integer' },
    signal,
  )
  for (const { place, text, count } of rows) groups[place]?.push({ text, count })
  return groups
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
  const [texts = []] = await groupTexts(engine, staged, [grouping], signal)
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
  const [found = []] = await groupTexts(engine, staged, [grouping], signal)
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
