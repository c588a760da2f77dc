// What would mislead a verdict though no cell is wrong: said, with what to do.
import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../src/ingest/diagnostic.ts'
import { lines, load, type GivenFile } from './loading.ts'

const header = 'Deal ID,Account Name,Owner,Stage,Close Date,Amount'
const rows = (count: number, row: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => row(at))
const deal = (at: number, stage = 'Closed Won'): string =>
  `D${at},A${at % 9},Ann,${stage},2026-02-1${at % 9},10`

async function told(...files: (GivenFile | string)[]): Promise<readonly Diagnostic[]> {
  return (await load(files)).report.warnings
}
const codes = (found: readonly Diagnostic[]): string[] => found.map(({ code }) => code)

describe('no lost deals at all', () => {
  it('are told, because every close rate would be 100 %', async () => {
    expect(await told(lines(header, ...rows(45, (at) => deal(at))))).toMatchObject([
      {
        code: 'no-lost-deals',
        message: '45 deals are won and none is lost: no close rate can be told from them',
        hint: expect.stringContaining('archive') as string,
      },
    ])
  })

  it('are chance among a few, and one lost deal is enough', async () => {
    expect(await told(lines(header, ...rows(44, (at) => deal(at))))).toEqual([])
    expect(await told(lines(header, ...rows(60, (at) => deal(at)), deal(99, 'Closed Lost')))).toEqual([])
  })
})

describe('a round number of rows', () => {
  it('is where exports are cut off', async () => {
    const [only] = await told(
      lines(header, ...rows(2000, (at) => deal(at, at % 2 === 0 ? 'Closed Won' : 'Closed Lost'))),
    )
    expect(only).toMatchObject({
      code: 'clipped',
      message: 'file-0.csv has exactly 2000 rows: many exports are cut off at such a number',
    })
  })

  it('counts without the footer, and one row more is no limit', async () => {
    const mixed = (at: number): string => deal(at, at % 2 === 0 ? 'Closed Won' : 'Closed Lost')
    expect(
      codes(await told(lines(header, ...rows(1000, mixed), 'Grand Totals (1000 records),,,,,'))),
    ).toEqual(['clipped'])
    expect(await told(lines(header, ...rows(1001, mixed)))).toEqual([])
  })
})

describe('owners of before', () => {
  const two = `${header},Previous Owner`
  it('are told when deals have changed hands', async () => {
    const found = await told(lines(two, `${deal(1)},Bob`, `${deal(2)},Ann`, `${deal(3)},`, `${deal(4)},Zoe`))
    expect(found).toMatchObject([
      {
        code: 'owner-reassigned',
        message:
          'file-0.csv: 2 of 4 rows had another owner before ("Previous Owner"): results count for the owner of today',
      },
    ])
  })

  it('are no matter when nothing has', async () => {
    expect(await told(lines(two, `${deal(1)},ann`, `${deal(2)},`))).toEqual([])
  })
})

describe('currencies', () => {
  const money = `${header},Currency`
  it('that are mixed in a table are named with their rows', async () => {
    const found = await told(lines(money, `${deal(1)},USD`, `${deal(2)},usd`, `${deal(3)},EUR`))
    expect(found).toMatchObject([
      { code: 'currencies-mixed', message: expect.stringContaining('deals in USD (2), EUR (1).') as string },
    ])
    expect(await told(lines(money, `${deal(1)},USD`, `${deal(2)},USD`))).toEqual([])
  })

  it('of targets that no sale has make every target missed', async () => {
    const targets = {
      pin: 'targets',
      text: lines('Owner,Period,Target,Currency', 'Ann,2026-Q1,100,EUR'),
    } as const
    expect(codes(await told(lines(money, `${deal(1)},USD`), targets))).toEqual(['target-currency'])
    expect(codes(await told(lines(money, `${deal(1)},EUR`), targets))).toEqual([])
  })

  it('that stand in the cells of one column are told at the file', async () => {
    const { only } = await load([
      lines(header, 'D1,A,Ann,Closed Won,2026-02-11,$10', 'D2,A,Ann,Closed Won,2026-02-11,€20'),
    ])
    expect(only.warnings).toMatchObject([{ message: expect.stringContaining('(USD, EUR)') as string }])
    const same = await load([
      lines(header, 'D1,A,Ann,Closed Won,2026-02-11,$10', 'D2,A,Ann,Closed Won,2026-02-11,USD 20'),
    ])
    expect(same.only.warnings).toEqual([])
  })
})

describe('answers of one customer', () => {
  const surveys = (count: number, most: number): GivenFile => ({
    pin: 'surveys',
    text: lines(
      'Response ID,Account Name,Response Date,NPS Score',
      ...rows(count, (at) => `R${at},${at < most ? 'Acme' : `B${at}`},2026-02-11,${at % 11}`),
    ),
  })
  it('are told when they are more than half, without the name', async () => {
    const found = await told(surveys(20, 11))
    expect(found).toMatchObject([
      {
        code: 'one-customer',
        message: expect.stringMatching(/^11 of 20 answers come from one customer/) as string,
      },
    ])
    expect(JSON.stringify(found)).not.toContain('Acme')
    expect(await told(surveys(20, 10))).toEqual([])
    expect(await told(surveys(19, 19))).toEqual([])
  })
})

describe('ids that a spreadsheet has rounded', () => {
  const broken = lines(
    header,
    '5.80503E+18,A,Ann,Closed Won,2026-02-11,10',
    '5.80503E+18,B,Bob,Closed Lost,2026-02-12,20',
    '7,C,Bob,Closed Lost,2026-02-12,20',
  )
  it('are told with their column and an example', async () => {
    expect(await told(broken)).toMatchObject([
      {
        code: 'ids-destroyed',
        message: expect.stringMatching(/^file-0\.csv: 2 ids in "Deal ID" are like 5\.80503E\+18/) as string,
      },
    ])
  })

  it('make no duplicates: different rows stay', async () => {
    expect((await load([broken])).only.rows).toMatchObject({ used: 3, setAside: [] })
  })
})

describe('two files with the same ids', () => {
  const services = lines(
    'Deal ID,Close Date,Stage,Product,Lost Reason',
    ...rows(4, (at) => `D${at},2026-02-11,Closed Lost,Core,Price`),
  )
  it('are told, with the columns that are not read', async () => {
    const found = await told(
      { name: 'deals.csv', text: lines(header, ...rows(4, (at) => deal(at))) },
      { name: 'more.csv', text: services, pin: 'deals' },
    )
    expect(found).toMatchObject([
      {
        code: 'same-ids',
        message: expect.stringMatching(
          /^4 of 4 rows of more\.csv have ids that came before in deals\.csv: the first ones count, and .*lost_reason.*only more\.csv has, are not read$/,
        ) as string,
        hint: expect.stringContaining('into one file') as string,
      },
    ])
  })

  it('are no matter when few rows overlap', async () => {
    const found = await told(
      { name: 'a.csv', text: lines(header, ...rows(4, (at) => deal(at))) },
      { name: 'b.csv', text: lines(header, ...rows(4, (at) => deal(at + 2))) },
    )
    expect(found).toEqual([])
  })
})

it('targets without any period say what to add', async () => {
  const { only } = await load([{ pin: 'targets', text: lines('Owner,Target', 'Ann,100', 'Bob,200') }])
  expect(only.rows).toMatchObject({ read: 2, used: 0, rejected: 2 })
  expect(only.warnings).toMatchObject([
    { code: 'targets-without-period', hint: expect.stringContaining('add a column "Period"') as string },
  ])
})
