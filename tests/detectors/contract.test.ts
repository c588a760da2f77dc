// What every detector owes, whoever wrote it. A new kind of mistake is added here, not to the test of one detector.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readiness } from '../../src/analyze/plan.ts'
import { defaultOptions, runDetector, type RunContext } from '../../src/analyze/run-detector.ts'
import type { Columns, Detector, Present } from '../../src/detectors/detector.ts'
import { detectors } from '../../src/detectors/index.ts'
import type { OptionSpec } from '../../src/detectors/options.ts'
import { openDuckdb, type DuckdbEngine } from '../../src/engine/duckdb.ts'
import type { DetectorOutcome } from '../../src/report/index.ts'
import { detectorOutcome } from '../../src/report/schemas.ts'
import { tables, type Column, type TableName } from '../../src/schema/index.ts'

const folder = join(import.meta.dirname, '../../src/detectors')
const asOf = '2024-12-31'

type Tables = Map<TableName, string[]>

const entriesOf = (columns: Columns): [TableName, readonly string[]][] =>
  Object.entries(columns) as [TableName, readonly string[]][]

/** Sets of columns together, each column once. */
function union(...sets: readonly (Columns | undefined)[]): Tables {
  const all: Tables = new Map()
  for (const set of sets)
    for (const [table, names] of entriesOf(set ?? {}))
      all.set(table, [...new Set([...(all.get(table) ?? []), ...names])])
  return all
}

const rollupReads = ({ rollups }: Detector): Columns[] =>
  Object.values(rollups ?? {}).map(({ reads }) => reads)
const alternatives = ({ needs }: Detector): readonly Columns[] => [
  ...needs.required,
  ...(needs.partial ?? []),
]
const declared = (detector: Detector): Tables =>
  union(...alternatives(detector), detector.needs.optional, ...rollupReads(detector))

const presentOf = (given: Tables): Present => ({
  has: (table, column) =>
    given.has(table) && (column === undefined || (given.get(table)?.includes(column) ?? false)),
})

/** Declared tables, empty, with nothing but declared columns: a query that reads anything else does not bind. */
async function reset(engine: DuckdbEngine, detector: Detector): Promise<void> {
  for (const [table, names] of declared(detector)) {
    const columns = names.map((name) => ({ name }))
    await engine.create(table, columns, { only: true })
  }
}

const contextOf = (engine: DuckdbEngine, given: Tables, end = asOf): RunContext => ({
  engine,
  present: presentOf(given),
  asOf: end,
  horizon: () => end,
  period: null,
  since: null,
  until: null,
  words: { aliases: new Map() },
  rollups: new Map(),
  evidenceLimit: 5,
})

/** Where a column has choices (won, lost, open), identical rows are tried with each of the first three. */
const choicesOf = (given: Tables): readonly number[] =>
  [...given].some(([table, names]) =>
    names.some((name) => tables[table].columns[name]?.choices !== undefined),
  )
    ? [0, 1, 2]
    : [0]

const plain: Readonly<Record<string, string>> = {
  text: 'x',
  date: '2024-05-15',
  money: '100.50',
  number: '3',
  integer: '7',
  flag: 'true',
}

/** One row with something in every column; a column of choices holds the one at `choice`. */
const cellOf = ({ type, choices = [] }: Column, choice: number): string =>
  type === 'choice' ? (choices[choice % choices.length] ?? 'x') : (plain[type] ?? 'x')

async function fill(engine: DuckdbEngine, given: Tables, count: number, choice: number): Promise<void> {
  for (const [table, names] of given) {
    const row = names.map((name) =>
      cellOf(tables[table].columns[name] ?? { type: 'text', description: '', synonyms: [] }, choice),
    )
    await engine.insert(
      table,
      names,
      Array.from({ length: count }, () => row),
    )
  }
}

const describeSet = (columns: Columns): string =>
  entriesOf(columns)
    .map(([table, names]) => `${table} (${names.join(', ')})`)
    .join(' with ')

/** What the zod schema cannot say: references inside a table hold. */
function expectWhole(outcome: DetectorOutcome): void {
  expect(() => detectorOutcome.parse(outcome)).not.toThrow()
  expect(outcome.headline).not.toBe('')
  expect(outcome.headline + outcome.findings.map(({ sentence }) => sentence).join('')).not.toMatch(
    /[{}]|undefined|NaN/,
  )
  expect(new Set(outcome.tables.map(({ id }) => id)).size).toBe(outcome.tables.length)
  for (const table of outcome.tables) {
    const ids = table.columns.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(table.rows.filter((row) => row.length !== ids.length)).toEqual([])
    const { x, y = [], lower, upper, beside, provisional, highlight } = table.chart ?? {}
    const named = [
      x,
      ...y,
      lower,
      upper,
      beside,
      provisional,
      highlight,
      ...table.columns.map((one) => one.currencyFrom),
    ]
    expect(named.filter((id) => id !== undefined && !ids.includes(id))).toEqual([])
  }
}

const rangeOf = (spec: OptionSpec): readonly number[] =>
  spec.type === 'integer' || spec.type === 'number' ? [spec.min, spec.default, spec.max] : []

it('every folder is a listed detector and every listed detector a folder', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(detectors.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    folders.map(({ name }) => name),
  )
})

describe.each(detectors.map((detector) => [detector.id, detector] as const))('%s', (id, detector) => {
  let engine: DuckdbEngine
  beforeAll(async () => {
    engine = await openDuckdb({})
  })
  afterAll(() => engine.close())

  it('is named by what one would find', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/)
    expect(existsSync(join(folder, id, 'index.ts'))).toBe(true)
  })

  it('asks one question, says in three paragraphs how it answers, and advises', () => {
    expect(detector.question).toMatch(/^[A-Z].*\?$/)
    expect(detector.explanation.trim().split(/\n\s*\n/)).toHaveLength(3)
    expect(detector.advice).toMatch(/^[A-Z][^]*\.$/)
  })

  it('has a README with its sections and a real example', () => {
    const readme = readFileSync(join(folder, id, 'README.md'), 'utf8')
    expect(readme).toMatch(new RegExp(`^# ${id}\n`))
    expect(readme.replaceAll(/\s+/g, ' ')).toContain(detector.question)
    const sections = [...readme.matchAll(/^## (.+)$/gm)].map(([, title]) => title)
    for (const title of ['Why', 'How it is decided', 'When it is wrong', 'Example'])
      expect(sections).toContain(title)
    expect(readme.slice(readme.indexOf('## Example'))).toContain('```')
  })

  it('declares options that help explains and whose defaults are allowed', () => {
    for (const [key, spec] of Object.entries(detector.options)) {
      expect(key).toMatch(/^[a-z]+(?:[A-Z][a-z]*)*$/)
      expect([key, spec.help]).toEqual([key, expect.stringMatching(/^[A-Z].{10,}\.$/)])
      const range = rangeOf(spec)
      expect([key, range]).toEqual([key, range.toSorted((a, b) => a - b)])
      expect(spec.type !== 'integer' || range.every(Number.isInteger)).toBe(true)
      expect(spec.type !== 'choice' || spec.choices.includes(spec.default)).toBe(true)
    }
  })

  it('reads columns that the schema has', () => {
    const unknown = [...declared(detector)].flatMap(([table, names]) =>
      names.filter((name) => !Object.hasOwn(tables[table].columns, name)).map((name) => `${table}.${name}`),
    )
    expect(unknown).toEqual([])
  })

  it('has messages whose placeholders are plain names', () => {
    for (const message of Object.values(detector.messages))
      expect(message.replaceAll(/\{[a-z][A-Za-z]*\}/g, '')).not.toMatch(/[{}]/)
  })

  describe.each(alternatives(detector).map((columns) => [describeSet(columns), columns] as const))(
    'with %s',
    (_name, columns) => {
      const bare = union(columns)
      const full = union(
        columns,
        Object.fromEntries(entriesOf(detector.needs.optional ?? {}).filter(([table]) => bare.has(table))),
      )

      it('asks only for declared columns, and returns what it declares', async () => {
        await reset(engine, detector)
        for (const given of [bare, full]) {
          const context = contextOf(engine, given)
          const input = { ...context, dialect: engine.dialect, options: defaultOptions(detector) as never }
          for (const rollup of Object.values(detector.rollups ?? {})) {
            for (const { name, sql } of rollup.shared?.(input) ?? []) await engine.materialise(name, sql)
            const query = rollup.query?.(input)
            if (query !== undefined) await expect(engine.all(query, rollup.rows)).resolves.toBeDefined()
          }
          for (const { name, sql } of detector.shared?.(input) ?? []) await engine.materialise(name, sql)
          const queries = Object.entries(detector.queries(input)).flatMap(([name, query]) =>
            query === undefined ? [] : [{ name, query }],
          )
          expect(Object.keys(detector.rows)).toEqual(expect.arrayContaining(queries.map(({ name }) => name)))
          for (const { name, query } of queries)
            await expect(engine.all(query, detector.rows[name] ?? {})).resolves.toBeDefined()
        }
      })

      const answerOn = async (given: Tables, count: number, choice: number): Promise<DetectorOutcome> => {
        await reset(engine, detector)
        await fill(engine, given, count, choice)
        const outcome = await runDetector(detector, contextOf(engine, given), defaultOptions(detector))
        expectWhole(outcome)
        expect([outcome.outcome, outcome.reason]).not.toEqual(['failed', outcome.reason])
        expect([outcome.outcome, outcome.reason === null]).toEqual([
          outcome.outcome,
          ['ok', 'watch', 'problem'].includes(outcome.outcome),
        ])
        return outcome
      }

      it('says of no rows at all that they are not enough', async () => {
        for (const given of [bare, full])
          expect(['insufficient-data', 'skipped']).toContain((await answerOn(given, 0, 0)).outcome)
      })

      // One row, or copies of one, are nobody's problem.
      it.each([1, 2])('makes no problem of %i identical rows', async (count) => {
        for (const given of [bare, full])
          for (const choice of choicesOf(given))
            expect((await answerOn(given, count, choice)).outcome).not.toBe('problem')
      })

      it('answers on 100 identical rows, twice the same', async () => {
        for (const given of [bare, full])
          for (const choice of choicesOf(given)) {
            const outcome = await answerOn(given, 100, choice)
            const { level } = readiness(detector.needs, presentOf(given))
            expect(level === 'full' || outcome.outcome === 'skipped').toBe(true)
            expect(await answerOn(given, 100, choice)).toEqual(outcome)
          }
      })

      it.each(['0001-01-01', '9999-12-31'])(
        'does not stumble over the end of the calendar: %s',
        async (end) => {
          await reset(engine, detector)
          const outcome = await runDetector(detector, contextOf(engine, full, end), defaultOptions(detector))
          expectWhole(outcome)
          expect([outcome.outcome, outcome.reason]).not.toEqual(['failed', outcome.reason])
        },
      )
    },
  )
})
