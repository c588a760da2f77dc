import { describe, expect, it } from 'vitest'
import { lines, load } from './loading.ts'

const deals = 'Deal ID,Account Name,Owner,Stage,Created Date,Close Date,Amount'
const deal = (id: string, more = 'Acme,Ann,Closed Won,2026-01-05,2026-02-28,10'): string => `${id},${more}`

describe('rows that came before', () => {
  it('count once, the first of them, with the line of the other', async () => {
    const { only, rows } = await load([
      lines(deals, deal('D2'), deal('D1'), 'D2,Other,Bob,Closed Lost,2026-01-05,2026-02-28,99', deal('D3')),
    ])
    expect(only.rows).toEqual({
      read: 4,
      used: 3,
      rejected: 0,
      setAside: [{ class: 'duplicate', rows: 1, lines: [4] }],
    })
    expect(await rows("SELECT owner FROM deals WHERE deal_id = 'D2'", { owner: 'text' })).toEqual([
      { owner: 'Ann' },
    ])
  })

  it('count once across files of the same table', async () => {
    const { sources, rows } = await load([
      { name: 'a.csv', text: lines(deals, deal('D1'), deal('D2')) },
      { name: 'b.csv', text: lines(deals, deal('D2'), deal('D3')) },
    ])
    expect(sources.map((source) => source.rows)).toEqual([
      { read: 2, used: 2, rejected: 0, setAside: [] },
      { read: 2, used: 1, rejected: 0, setAside: [{ class: 'duplicate', rows: 1, lines: [2] }] },
    ])
    expect(await rows('SELECT COUNT(*) FROM deals', { n: 'integer' })).toEqual([{ n: 3 }])
  })

  it('do not count against the row that follows an unusable one', async () => {
    const { only } = await load([
      lines(deals, 'D1,Acme,Ann,Closed Won,2026-01-05,2026-02-31,10', deal('D1'), deal('D2')),
    ])
    expect(only.rows).toMatchObject({ read: 3, used: 2, rejected: 1, setAside: [] })
  })

  it('are no duplicates without an id', async () => {
    const { only } = await load([lines(deals, deal(''), deal(''), deal('D1'))])
    expect(only.rows.used).toBe(3)
  })

  it('are told where they differ from the row that counts', async () => {
    const { report } = await load([
      lines(
        deals,
        deal('D1'),
        deal('D2'),
        deal('D1'),
        deal('D1', 'Acme,Ann,Closed Lost,2026-01-05,2026-02-28,10'),
        deal('D2', 'Acme,Ann,Closed Won,2026-01-05,2026-02-28,11'),
      ),
    ])
    expect(report.warnings).toMatchObject([
      {
        code: 'unlike-duplicates',
        message:
          'file-0.csv: 2 rows are not read because their ids came before, though other cells of them differ from the rows that count (lines 5, 6)',
        hint: expect.stringContaining('"Deal ID" holds names') as string,
      },
    ])
  })

  const copies: [string, string[]][] = [
    ['of the same file', [lines(deals, deal('D2'), deal('D1'), deal('D2'), deal('D2'))]],
    [
      'of an earlier file, whatever they say',
      [
        lines(deals, deal('D2'), deal('D1'), deal('D3')),
        lines(
          deals,
          deal('D4'),
          deal('D5'),
          deal('D6'),
          deal('D2', 'B,B,Won,,,1'),
          deal('D2', 'C,C,Won,,,2'),
        ),
      ],
    ],
  ]
  it.each(copies)('are passed over in silence where they are copies %s', async (_, files) => {
    const { report, sources } = await load(files)
    expect(sources.at(-1)?.rows.setAside).toMatchObject([{ class: 'duplicate', rows: 2 }])
    expect(report.warnings).toEqual([])
  })

  const invoices = 'Invoice Number,Customer Name,Invoice Date,Invoice Total'

  it('of invoices repeat the total, or are lines that add up', async () => {
    const repeated = await load([
      {
        pin: 'invoices',
        text: lines(invoices, 'I1,A,2026-01-01,30', 'I1,A,2026-01-01,30', 'I2,B,2026-01-02,5'),
      },
    ])
    expect(await repeated.rows('SELECT SUM(amount) FROM invoices', { sum: 'decimal' })).toEqual([{ sum: 35 }])
    const added = await load([
      {
        pin: 'invoices',
        text: lines(invoices, 'I1,A,2026-01-01,10', 'I1,A,2026-01-01,20', 'I2,B,2026-01-02,5'),
      },
    ])
    expect(await added.rows('SELECT SUM(amount) FROM invoices', { sum: 'decimal' })).toEqual([{ sum: 35 }])
    expect(added.only.rows.setAside).toEqual([])
  })
})

describe('rows a rule names', () => {
  it('are set aside under its class', async () => {
    const { only, rows } = await load([
      {
        text: lines(
          `${deals},IsDeleted`,
          `${deal('D1')},false`,
          `${deal('D2')},TRUE`,
          `${deal('D3')},`,
          'D4,Acme,Ann,Closed Won,2026-01-05,2026-02-31,10,true',
        ),
        mapping: (mapping) => ({
          ...mapping,
          setAside: [{ index: 7, words: new Set(['true']), class: 'soft-deleted' }],
        }),
      },
    ])
    expect(only.rows).toEqual({
      read: 4,
      used: 2,
      rejected: 1,
      setAside: [{ class: 'soft-deleted', rows: 1, lines: [3] }],
    })
    expect(await rows('SELECT deal_id FROM deals ORDER BY 1', { id: 'text' })).toEqual([
      { id: 'D1' },
      { id: 'D3' },
    ])
  })
})

describe('files of one table with different columns', () => {
  it('are read together, absent columns as NULL', async () => {
    const { rows, report } = await load([
      { name: 'a.csv', text: lines(deals, deal('D1')) },
      { name: 'b.csv', text: lines('Deal ID,Account Name,Stage,Lost Reason', 'D2,Bolt,Closed Lost,Price') },
    ])
    expect(
      await rows('SELECT deal_id, amount, lost_reason, team FROM deals ORDER BY deal_id', {
        id: 'text',
        amount: 'decimal?',
        reason: 'text?',
        team: 'text?',
      }),
    ).toEqual([
      { id: 'D1', amount: 10, reason: null, team: null },
      { id: 'D2', amount: null, reason: 'Price', team: null },
    ])
    expect([report.has('deals'), report.has('deals', 'lost_reason'), report.has('deals', 'team')]).toEqual([
      true,
      true,
      false,
    ])
    expect([report.has('leads'), report.has('leads', 'source')]).toEqual([false, false])
    expect(await rows('SELECT COUNT(*) FROM leads WHERE source IS NULL', { n: 'integer' })).toEqual([
      { n: 0 },
    ])
  })
})

const surveys = (header: string, ...rows: string[]): { text: string; pin: 'surveys' } => ({
  text: lines(`Response ID,${header},Response Date,NPS Score`, ...rows),
  pin: 'surveys',
})

describe('customers of different tables', () => {
  it('find each other by id when every table has one', async () => {
    const { rows } = await load([
      lines('Deal ID,Account ID,Account Name,Stage', 'D1,17,Acme,Closed Won'),
      surveys('Account ID,Account Name', 'R1,17,ACME Inc,2026-01-01,9'),
    ])
    expect(
      await rows('SELECT COUNT(*) FROM surveys s JOIN deals d ON s.customer_key = d.customer_key', {
        n: 'integer',
      }),
    ).toEqual([{ n: 1 }])
  })

  it('find each other by name when one table has only names', async () => {
    const { rows } = await load([
      lines('Deal ID,Account ID,Account Name,Stage', 'D1,17,Acme,Closed Won'),
      surveys('Account Name', 'R1," ACME ",2026-01-01,9'),
    ])
    expect(
      await rows('SELECT COUNT(*) FROM surveys s JOIN deals d ON s.customer_key = d.customer_key', {
        n: 'integer',
      }),
    ).toEqual([{ n: 1 }])
  })
})

describe('the roster', () => {
  it('names owners that are written as ids or e-mails, and gives them their team', async () => {
    const { rows, report } = await load([
      lines(
        deals,
        deal('D1', 'A,0051,Closed Won,2026-01-05,2026-02-28,10'),
        deal('D2', 'A,bob@x.com,Closed Won,2026-01-05,2026-02-28,10'),
        deal('D3', 'A,Zoe,Closed Won,2026-01-05,2026-02-28,10'),
      ),
      {
        text: lines(
          'User ID,Full Name,Email,Team',
          '0051,Ann Lee,ann@x.com,North',
          '0052,Bob Ray,Bob@X.com,South',
        ),
        pin: 'owners',
      },
    ])
    expect(
      await rows('SELECT owner, owner_key, team, team_key FROM deals ORDER BY deal_id', {
        owner: 'text',
        key: 'text',
        team: 'text?',
        teamKey: 'text?',
      }),
    ).toEqual([
      { owner: 'Ann Lee', key: 'ann lee', team: 'North', teamKey: 'north' },
      { owner: 'Bob Ray', key: 'bob ray', team: 'South', teamKey: 'south' },
      { owner: 'Zoe', key: 'zoe', team: null, teamKey: null },
    ])
    expect(report.has('deals', 'team')).toBe(true)
  })
})

describe('data reach until', () => {
  it('the newest day of something that happened, never of something planned', async () => {
    const { report } = await load([
      lines(deals, deal('D1'), 'D2,Acme,Ann,Proposal,2026-03-05,2027-12-31,10'),
      { text: lines('Lead ID,Create Date,Converted Date', 'L1,2026-01-01,2026-04-01'), pin: 'leads' },
    ])
    expect(report.horizons.asOf).toBe('2026-04-01')
    expect(report.horizons.asOfFrom).toBe('leads.converted_on')
    expect([...report.horizons.byTable]).toEqual([
      ['deals', '2026-03-05'],
      ['leads', '2026-04-01'],
    ])
  })

  it('for customers also the day the last one left, which tells nothing of other tables', async () => {
    const { report } = await load([
      {
        text: lines(
          'Customer ID,Customer,Status,Start Date,Churn Date',
          'C1,Acme,Active,2026-01-01,2027-12-31',
          'C2,Bolt,Churned,2025-01-01,2026-05-31',
        ),
        pin: 'customers',
      },
    ])
    expect(report.horizons.asOf).toBe('2026-01-01')
    expect([...report.horizons.byTable]).toEqual([['customers', '2026-05-31']])
  })

  it('the day before single dates far in the future, which are reported', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => deal(`D${at}`))
    const { report } = await load([lines(deals, ...rows, 'E1,Acme,Ann,Closed Won,2026-01-05,2062-02-28,10')])
    expect(report.horizons.asOf).toBe('2026-02-28')
    expect(report.warnings).toHaveLength(1)
    expect(report.warnings[0]?.message).toContain('2062-02-28')
  })

  it('the newest day all the same when a tenth of the rows lies there', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => deal(`D${at}`))
    const late = Array.from({ length: 4 }, (_, at) => `E${at},Acme,Ann,Closed Won,2026-01-05,2028-02-28,10`)
    const { report } = await load([lines(deals, ...rows, ...late)])
    expect(report.horizons.asOf).toBe('2028-02-28')
  })
})

describe('a load', () => {
  it('stops when it is interrupted', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => deal(`D${at}`))
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 5)
    await expect(load([lines(deals, ...rows)], { signal: controller.signal })).rejects.toMatchObject({
      code: 'interrupted',
    })
  })

  it('reads texts only where they are asked for, and everything else all the same', async () => {
    const { rows, report } = await load([lines(`${deals},Loss Reason,Product`, `${deal('D1')},Price,Core`)], {
      needed: { deals: ['lost_reason', 'owner'] },
    })
    expect(
      await rows('SELECT deal_id, owner, amount, lost_reason, product FROM deals', {
        id: 'text',
        owner: 'text',
        amount: 'decimal',
        reason: 'text',
        product: 'text?',
      }),
    ).toEqual([{ id: 'D1', owner: 'Ann', amount: 10, reason: 'Price', product: null }])
    expect(report.has('deals', 'product')).toBe(false)
  })
})
