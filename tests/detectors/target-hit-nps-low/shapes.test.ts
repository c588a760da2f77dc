// Odd amounts of data through the real engine: nothing, one row, two, a hundred the same; only the declared columns; no NPS of a few.
import { describe, expect, it } from 'vitest'
import { targetHitNpsLow } from '../../../src/detectors/target-hit-nps-low/index.ts'
import { openDuckdb } from '../../../src/engine/duckdb.ts'
import { detectorOutcome } from '../../../src/report/schemas.ts'
import { tableNames, type TableName } from '../../../src/schema/index.ts'
import type { Data } from '../scenario.ts'
import { answers, judge, scores, target, won, type Cells } from './business.ts'

const deal = won('Ann', '2025-05-01', '100', {
  customer: 'Acme',
  team: 'North',
  product: 'Core',
  currency: 'EUR',
})
const [survey = {}] = answers([0], '2025-05-20', { owner: 'Ann', customer: 'Acme', segment: 'SMB' })
const goal = target('owner', 'Ann', '2025-Q2', '100', { currency: 'EUR' })
const times = <T>(count: number, row: T): T[] => Array.from({ length: count }, () => row)
const asOf = '2025-06-30'

/** A table without rows still has its columns: the test loader takes them from a row that is then absent. */
const none: Cells = { deal_id: null, status: null, closed_on: null, amount: null, owner: null }

describe('amounts of data', () => {
  it.each([1, 2, 100])('%i identical rows of everything', async (count) => {
    const data: Data = {
      deals: times(count, deal),
      surveys: times(count, survey),
      targets: times(count, goal),
    }
    const { outcome, of } = await judge(data, { asOf })
    expect(detectorOutcome.parse(outcome)).toEqual(outcome)
    // Equal bookings and targets: the target is hit; the answers share an id and are one.
    expect(of('Ann')).toMatchObject({
      attainment: 1,
      hit: true,
      n: 1,
      nps: null,
      outcome: 'insufficient-data',
    })
    expect(outcome.outcome).toBe('insufficient-data')
  })

  it('no row of anything', async () => {
    const { outcome } = await judge(
      {
        deals: [none],
        surveys: [{ score: null, answered_on: null }],
        targets: [{ target_amount: null, start_on: null }],
      },
      { asOf },
    )
    expect(detectorOutcome.parse(outcome)).toEqual(outcome)
    expect(outcome.outcome).toBe('insufficient-data')
    expect(outcome.reason).toBe('there is no won deal with a day and an amount')
    expect(outcome.summary['period']).toBeNull()
  })

  it('no targets in the file', async () => {
    const { outcome } = await judge(
      { deals: [deal], surveys: [survey], targets: [{ target_amount: null, start_on: null }] },
      { asOf },
    )
    expect(outcome.reason).toBe('there is no target with a period of whole months')
  })

  it('names that are keys of every object are names like others', async () => {
    const odd = ['__proto__', 'constructor', 'toString']
    const { summary } = await judge(
      {
        deals: odd.map((owner) => won(owner, '2025-05-01', '100')),
        surveys: odd.flatMap((owner) => answers(scores(8, 1, 1), '2025-05-20', { owner })),
        targets: odd.map((owner) => target('owner', owner, '2025-Q2', '100')),
      },
      { asOf },
    )
    expect(summary.entities.map(({ entity, outcome }) => [entity, outcome])).toEqual([
      ['__proto__', 'ok'],
      ['constructor', 'ok'],
      ['toString', 'ok'],
      ['company', 'missing'],
    ])
  })
})

describe('an NPS of fewer than five answers', () => {
  it('appears nowhere: not in the summary, not in a table, not as counts of classes', async () => {
    const { outcome } = await judge(
      {
        deals: [deal, won('Bob', '2025-05-01', '100', { team: 'South', product: 'Pro' })],
        surveys: [
          ...answers(scores(0, 0, 4), '2025-05-20', {
            owner: 'Ann',
            team: 'North',
            product: 'Core',
            segment: 'SMB',
          }),
          ...answers(scores(0, 0, 4), '2025-02-20', {
            owner: 'Bob',
            team: 'South',
            product: 'Pro',
            segment: 'Big',
          }),
        ],
        targets: [goal, target('owner', 'Bob', '2025-Q2', '100')],
      },
      { asOf },
    )
    const shown = outcome.tables.flatMap(({ id, columns, rows }) => {
      const at = (column: string): number => columns.findIndex((one) => one.id === column)
      const secret = ['nps', 'lower', 'upper', 'shrunk', 'promoters', 'passives', 'detractors'].map(at)
      return rows
        .filter((row) => at('n') >= 0 && Number(row[at('n')]) < 5)
        .filter((row) => secret.some((index) => index >= 0 && row[index] !== null))
        .map((row) => `${id}: ${JSON.stringify(row)}`)
    })
    expect(shown).toEqual([])
    expect(outcome.tables.flatMap(({ id }) => id)).toContain('nps-by-segment')
    const summary = JSON.stringify(outcome.summary)
    expect(summary).toContain('"n":4,"nps":null,"lower":null,"upper":null')
    expect(summary).toContain('"n":4,"nps":null')
  })

  it('is held back at a higher floor too', async () => {
    const { of } = await judge(
      {
        deals: [deal],
        surveys: answers(scores(0, 0, 7), '2025-05-20', { owner: 'Ann' }),
        targets: [goal],
      },
      { asOf, options: { displayFloor: 8 } },
    )
    expect(of('Ann')).toMatchObject({ n: 7, nps: null, outcome: 'insufficient-data' })
  })
})

describe('what is there without a verdict', () => {
  const surveys = [
    ...answers(scores(8, 1, 1), '2025-01-20', { owner: 'Ann', segment: 'SMB' }),
    ...answers(scores(2, 1, 3), '2025-05-20', { owner: 'Bob', segment: 'Big' }),
  ]
  const targets = [goal, target('owner', 'Bob', '2025-Q2', '400')]
  const deals = [deal, won('Bob', '2025-05-01', '100', { currency: 'EUR' })]

  it('is the NPS overall, by segment, owner, quarter and month without targets', async () => {
    const { outcome, summary, table } = await judge({ surveys, deals }, { asOf })
    expect(outcome.outcome).toBe('skipped')
    expect(outcome.headline).toBe(
      'NPS +38 from 16 answers (95 % interval -8 to +70); no verdict without targets with a period.',
    )
    expect(outcome.findings).toEqual([])
    // By hand: (10 - 4) / 16, (8 - 1) / 10 and (2 - 3) / 6.
    expect(table('nps')?.rows[0]?.slice(0, 2)).toEqual(['everybody', 0.375])
    expect(table('nps-by-segment')?.rows.map((row) => [row[0], row[1], row[4]])).toEqual([
      ['SMB', 0.7, 10],
      ['Big', -0.166666666667, 6],
    ])
    expect(table('nps-by-owner')?.rows.map((row) => [row[0], row[1]])).toEqual([
      ['Ann', 0.7],
      ['Bob', -0.166666666667],
    ])
    expect(table('nps-by-quarter')?.rows.map((row) => [row[0], row[4]])).toEqual([
      ['2025-Q1', 10],
      ['2025-Q2', 6],
    ])
    expect(table('nps-by-month')?.rows.map((row) => row[0])).toEqual(['2025-01', '2025-05'])
    expect(summary.period).toBeNull()
    expect(
      summary.entities.map(({ level, entity, n, outcome: verdict }) => [level, entity, n, verdict]),
    ).toEqual([
      ['owner', 'Ann', 10, 'missing'],
      ['owner', 'Bob', 6, 'missing'],
      ['company', 'company', 16, 'missing'],
    ])
  })

  it('is the NPS without dates', async () => {
    const undated = surveys.map(({ answered_on: _day, ...row }) => row)
    const { outcome, table } = await judge({ surveys: undated }, { asOf })
    expect(outcome.outcome).toBe('skipped')
    expect(table('nps')?.rows[0]?.slice(0, 2)).toEqual(['everybody', 0.375])
    expect(outcome.tables.map(({ id }) => id)).toEqual(['nps', 'nps-by-segment', 'nps-by-owner'])
    expect(outcome.notes).toContain('16 answers are without a day and in no period.')
  })

  it('is attainment without surveys', async () => {
    const { outcome, summary, table } = await judge({ deals, targets }, { asOf })
    expect(outcome.outcome).toBe('skipped')
    expect(outcome.headline).toBe('1 of 2 targets was hit; no verdict without survey answers with a day.')
    expect(
      summary.entities.slice(0, 2).map(({ entity, attainment, hit, nps }) => [entity, attainment, hit, nps]),
    ).toEqual([
      ['Ann', 1, true, null],
      ['Bob', 0.25, false, null],
    ])
    expect(table('history')?.rows.map((row) => [row[0], row[2], row[3], row[4]])).toEqual([
      ['2025-Q2', 'Ann', 1, true],
      ['2025-Q2', 'Bob', 0.25, false],
    ])
  })

  it('is the NPS without deals, and no target then counts as missed', async () => {
    const { outcome, summary } = await judge({ surveys, targets }, { asOf })
    expect(outcome.outcome).toBe('skipped')
    expect(outcome.headline).toContain('no verdict without won deals or invoices')
    expect(summary.entities.map(({ outcome: verdict }) => verdict)).toEqual(['missing', 'missing', 'missing'])
  })
})

describe('the columns declared', () => {
  it('are all that is read: every query binds where nothing else exists', async () => {
    const { needs } = targetHitNpsLow
    const columns = new Map<TableName, Set<string>>()
    for (const set of [...needs.required, ...(needs.partial ?? []), needs.optional ?? {}])
      for (const table of tableNames)
        for (const column of set[table] ?? [])
          columns.set(table, (columns.get(table) ?? new Set()).add(column))
    const engine = await openDuckdb({})
    try {
      for (const [table, names] of columns)
        await engine.create(
          table,
          [...names].map((name) => ({ name })),
          { only: true },
        )
      for (const without of [null, 'deals', 'owners'] as const) {
        const input = {
          dialect: engine.dialect,
          present: {
            has: (table: TableName, column?: string) =>
              table !== without &&
              columns.has(table) &&
              (column === undefined || columns.get(table)?.has(column) === true),
          },
          asOf,
          horizon: () => asOf,
          options: { ...defaults },
          period: null,
          since: '2025-01-01',
          until: null,
        }
        for (const rollup of Object.values(targetHitNpsLow.rollups ?? {}))
          for (const { name, sql } of rollup.shared?.(input) ?? []) await engine.materialise(name, sql)
        for (const [name, query] of Object.entries(targetHitNpsLow.queries(input))) {
          const spec = targetHitNpsLow.rows[name as keyof typeof targetHitNpsLow.rows]
          await expect(engine.all(query, spec)).resolves.toBeDefined()
        }
        for (const rollup of Object.values(targetHitNpsLow.rollups ?? {}))
          await expect(engine.all(rollup.query(input), rollup.rows)).resolves.toEqual([])
      }
    } finally {
      await engine.close()
    }
  })
})

const defaults = {
  compareTo: 'company',
  npsThreshold: 0,
  gap: 10,
  npsCeiling: 50,
  minResponses: 10,
  displayFloor: 5,
  attributionWindowDays: 365,
} as const
