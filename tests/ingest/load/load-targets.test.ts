import { describe, expect, it } from 'vitest'
import { lines, load, type GivenFile } from './loading.ts'

const spec = {
  level: 'text?',
  entity: 'text?',
  period: 'text?',
  grain: 'text?',
  start: 'date?',
  end: 'date?',
  amount: 'decimal?',
} as const
const query =
  'SELECT level, entity, period, grain, start_on, end_on, target_amount FROM targets ORDER BY entity, start_on'
const targets = (file: GivenFile) => load([{ pin: 'targets', ...file }])

describe('targets', () => {
  it('by owner and quarter', async () => {
    const { rows, only } = await targets({
      text: lines('Rep,Period,Quota', 'Ann,2026-Q3,"$1,000"', 'Bob,Q4 2026,2000'),
    })
    expect(await rows(query, spec)).toEqual([
      {
        level: 'owner',
        entity: 'Ann',
        period: '2026-Q3',
        grain: 'quarter',
        start: '2026-07-01',
        end: '2026-09-30',
        amount: 1000,
      },
      {
        level: 'owner',
        entity: 'Bob',
        period: '2026-Q4',
        grain: 'quarter',
        start: '2026-10-01',
        end: '2026-12-31',
        amount: 2000,
      },
    ])
    expect(only.rows).toEqual({ read: 2, used: 2, rejected: 0, setAside: [] })
  })

  it('in a column per month, the year in another column', async () => {
    const { rows, only } = await targets({
      text: lines('Year,EmployeeID,M01,M02,M03', '2026,17,100,-,300', '2027,17,,,50', '2027,18,-,-,-'),
    })
    expect(
      (await rows(query, spec)).map(({ entity, start, end, grain, amount }) => [
        entity,
        start,
        end,
        grain,
        amount,
      ]),
    ).toEqual([
      ['17', '2026-01-01', '2026-01-31', 'month', 100],
      ['17', '2026-03-01', '2026-03-31', 'month', 300],
      ['17', '2027-03-01', '2027-03-31', 'month', 50],
    ])
    expect(only.rows).toEqual({
      read: 3,
      used: 2,
      rejected: 0,
      setAside: [{ class: 'no-target', rows: 1, lines: [4] }],
    })
  })

  it('with first days only: the distance between them tells the length', async () => {
    const { rows } = await targets({
      text: lines(
        'Sales Rep,Start Date,Target',
        'Ann,2026-01-01,10',
        'Ann,2026-02-01,20',
        'Bob,2026-04-01,30',
      ),
    })
    expect((await rows(query, spec)).map(({ grain, end }) => [grain, end])).toEqual([
      ['month', '2026-01-31'],
      ['month', '2026-02-28'],
      ['month', '2026-04-30'],
    ])
  })

  it('with both ends keep a fiscal quarter as it is', async () => {
    const { rows } = await targets({
      text: lines('Sales Rep,Start Date,End Date,Target', 'Ann,2026-02-01,2026-04-30,10'),
    })
    expect(await rows(query, spec)).toEqual([
      {
        level: 'owner',
        entity: 'Ann',
        period: '2026-02-01..2026-04-30',
        grain: 'quarter',
        start: '2026-02-01',
        end: '2026-04-30',
        amount: 10,
      },
    ])
  })

  it('in thousands where that is told', async () => {
    const { rows } = await targets({
      text: lines('Team,Month,Target', 'North,2026-03,12.5'),
      told: { unit: 1000 },
    })
    expect((await rows(query, spec)).map(({ level, amount }) => [level, amount])).toEqual([['team', 12_500]])
  })

  it('that cannot be placed in time are rejected with their line', async () => {
    const { only } = await targets({
      text: lines('Rep,Period,Quota', 'Ann,2026-Q3,1', 'Bob,some day,2', 'Cy,2026-Q4,lots'),
    })
    expect(only.rows).toMatchObject({ read: 3, used: 1, rejected: 2 })
    expect(only.rejects.map(({ line, code, column, value }) => [line, code, column, value])).toEqual([
      [3, 'not-a-period', 'period', 'some day'],
      [4, 'not-a-number', 'target_amount', 'lots'],
    ])
  })

  it('of months without a year are rejected, whether written Jan or 1-Jan', async () => {
    for (const header of ['Rep,Jan,Feb,Mar', 'Rep,1-Jan,1-Feb,1-Mar', 'Rep,31-Jan,28-Feb,31-Mar']) {
      const { only } = await targets({ text: lines(header, 'Ann,1,2,3') })
      expect(only.rows).toMatchObject({ read: 1, used: 0, rejected: 1 })
      expect(only.rejects.map(({ code, reason }) => [code, reason])).toEqual([
        [
          'period-without-year',
          'nothing says which year "M01" lies in: write it with its year, such as 2026-09, or add a column "Year"',
        ],
      ])
    }
  })

  it('of a wide row are used though one cell of it cannot be read', async () => {
    const { only, rows } = await targets({
      text: lines('Rep,2026-01,2026-02,2026-03', 'Ann,1,tbd,3', 'Bob,4,5,6'),
    })
    expect((await rows(query, spec)).map(({ amount }) => amount)).toEqual([1, 3, 4, 5, 6])
    expect(only.rows).toMatchObject({ read: 2, used: 2, rejected: 0 })
    expect(only.warnings.map(({ code, line }) => [code, line])).toContainEqual(['target-not-read', 2])
  })
})

describe('a row of a target file that is headed as a total', () => {
  const facts = async (...text: string[]) => {
    const { rows, only } = await targets({ text: lines(...text) })
    return {
      targets: (await rows(query, spec)).map(
        ({ level, entity, period, amount }) => `${level} ${entity} ${period} ${amount}`,
      ),
      rows: only.rows,
      told: only.warnings.map(({ code, line }) => `${code} ${line}`),
    }
  }

  it('is set aside where it adds up the others, of every period', async () => {
    expect(await facts('Rep;2026-01;2026-02;2026-03', 'Ana;10;20;1', 'Bob;10;5;', 'Gesamt;20;25;1')).toEqual({
      targets: [
        'owner Ana 2026-01 10',
        'owner Ana 2026-02 20',
        'owner Ana 2026-03 1',
        'owner Bob 2026-01 10',
        'owner Bob 2026-02 5',
      ],
      rows: { read: 3, used: 2, rejected: 0, setAside: [{ class: 'subtotal', rows: 1, lines: [4] }] },
      told: ['subtotal 4'],
    })
  })

  const aside: [string, string[]][] = [
    [
      'in the long form',
      ['Owner,Period,Target', 'Ana,2026-Q1,20000', 'Bob,2026-Q1,20000', 'Total,2026-Q1,40000'],
    ],
    ['rounded', ['Owner,Period,Target', 'Ana,2026-Q1,3333', 'Bob,2026-Q1,6666', 'Total:,2026-Q1,10000']],
    ['of a part', ['Owner,Period,Target', 'Ana,2026-Q1,10', 'Bob,2026-Q1,20', 'Subtotal,2026-Q1,10']],
    [
      'of teams and their owners alike',
      ['Level,Name,Period,Target', 'team,North,2026-Q1,30', 'owner,Ana,2026-Q1,30', 'team,Total,2026-Q1,30'],
    ],
    [
      'before an empty entity',
      ['Team,Rep,2026-01,2026-02,2026-03', 'North,Ana,1,2,3', 'South,Bob,3,4,5', 'Total,,4,6,8'],
    ],
  ]
  it.each(aside)('is set aside: %s', async (_, text) => {
    const { rows } = await facts(...text)
    expect(rows).toMatchObject({
      used: text.length - 2,
      rejected: 0,
      setAside: [{ class: 'subtotal', rows: 1 }],
    })
  })

  it('twice in one period is of parts that nobody names', async () => {
    const { rows } = await facts(
      'Rep,Period,Target',
      'Ana,2026-Q1,10',
      'Total,2026-Q1,10',
      'Bob,2026-Q1,20',
      'Total,2026-Q1,20',
    )
    expect(rows).toMatchObject({ used: 2, setAside: [{ class: 'subtotal', rows: 2, lines: [3, 5] }] })
  })

  it('is the target of the company where less is planned than the others add up to', async () => {
    expect(
      await facts('Owner,Period,Target', 'Ana,2026-Q1,30000', 'Bob,2026-Q1,20000', 'Total,2026-Q1,40000'),
    ).toEqual({
      targets: ['owner Ana 2026-Q1 30000', 'owner Bob 2026-Q1 20000', 'company Total 2026-Q1 40000'],
      rows: { read: 3, used: 3, rejected: 0, setAside: [] },
      told: ['total-of-company 4'],
    })
  })

  it('is the target of the company where nobody else has one', async () => {
    expect(await facts('Owner,Period,Target', 'Total,2026-Q1,40', 'Total,2026-Q2,50')).toMatchObject({
      targets: ['company Total 2026-Q1 40', 'company Total 2026-Q2 50'],
    })
  })

  it('but begins the name of somebody or something is a target as any other', async () => {
    expect(await facts('Product,Period,Target', 'Basic,2026-Q1,40', 'Total Care,2026-Q1,40')).toMatchObject({
      targets: ['product Basic 2026-Q1 40', 'product Total Care 2026-Q1 40'],
      told: [],
    })
  })
})
