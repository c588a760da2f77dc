import { describe, expect, it } from 'vitest'
import { SalescheckError } from '../../../src/errors.ts'
import { lines, load } from './loading.ts'

const header = 'Deal ID,Account Name,Owner,Stage,Created Date,Close Date,Amount,Loss Reason'

describe('a clean file is read in bulk', () => {
  it('takes a currency in small letters for the same money', async () => {
    const { rows } = await load([
      lines(
        'Deal ID,Stage,Close Date,Amount,Currency',
        'D1,Closed Won,2026-02-28,10,usd',
        'D2,Closed Won,2026-03-01,20,USD',
        'D3,Closed Won,2026-03-01,20,Points',
      ),
    ])
    const sums = await rows('SELECT currency, SUM(amount) FROM deals GROUP BY currency ORDER BY currency', {
      currency: 'text',
      amount: 'decimal',
    })
    expect(sums).toEqual([
      { currency: 'Points', amount: 20 },
      { currency: 'USD', amount: 30 },
    ])
  })

  it('types dates, money and the outcome of deals', async () => {
    const { only, rows } = await load([
      lines(
        header,
        'D1,Acme,Ann,Closed Won,2026-01-05,2026-02-28,1234.56,',
        'D2,Bolt,Bob,Closed Lost,2026-01-06,2026-03-01,-20,Price',
        'D3,Core,Ann,Negotiation,2026-01-07,2026-09-30,300,',
      ),
    ])
    expect(only.road).toBe('bulk')
    expect(only.rows).toEqual({ read: 3, used: 3, rejected: 0, setAside: [] })
    const deals = await rows(
      'SELECT deal_id, owner_key, status, created_on, closed_on, expected_close_on, amount, lost_reason FROM deals ORDER BY deal_id',
      {
        id: 'text',
        owner: 'text',
        status: 'text',
        created: 'date',
        closed: 'date?',
        expected: 'date?',
        amount: 'decimal',
        reason: 'text?',
      },
    )
    expect(deals).toEqual([
      {
        id: 'D1',
        owner: 'ann',
        status: 'won',
        created: '2026-01-05',
        closed: '2026-02-28',
        expected: null,
        amount: 1234.56,
        reason: null,
      },
      {
        id: 'D2',
        owner: 'bob',
        status: 'lost',
        created: '2026-01-06',
        closed: '2026-03-01',
        expected: null,
        amount: -20,
        reason: 'Price',
      },
      {
        id: 'D3',
        owner: 'ann',
        status: 'open',
        created: '2026-01-07',
        closed: null,
        expected: '2026-09-30',
        amount: 300,
        reason: null,
      },
    ])
  })

  it('rejects a row with a cell that cannot be read, by the line an editor shows', async () => {
    const { only } = await load(
      [
        lines(
          header,
          'D1,"Acme\nof London",Ann,Closed Won,2026-01-05,2026-02-28,10,',
          'D2,Bolt,Bob,Closed Won,2026-01-06,2026-02-30,20,',
          'D3,"Core, Inc",Ann,Closed Won,2026-01-07,2026-03-01,ten,',
        ),
      ],
      { keepRejects: true },
    )
    expect(only.road).toBe('bulk')
    expect(only.rows).toEqual({ read: 3, used: 1, rejected: 2, setAside: [] })
    expect(only.rejects).toEqual([
      {
        line: 4,
        code: 'impossible-date',
        column: 'closed_on',
        value: '2026-02-30',
        reason: expect.stringContaining('2026-02-30'),
        raw: 'D2,Bolt,Bob,Closed Won,2026-01-06,2026-02-30,20,',
      },
      {
        line: 5,
        code: 'not-a-number',
        column: 'amount',
        value: 'ten',
        reason: expect.stringContaining('ten'),
        raw: 'D3,"Core, Inc",Ann,Closed Won,2026-01-07,2026-03-01,ten,',
      },
    ])
  })

  it('reads words for "nothing" as missing, never as zero or as a name', async () => {
    const { only, rows } = await load([
      lines(
        header,
        'D1,N/A,Ann,Closed Won,2026-01-05,-,NULL,none',
        'D2,(blank), ,Closed Won,2026-01-06,2026-02-01,--,"  "',
        'D3,NA,Pat,Closed Won,2026-01-06,2026-02-01,5,undefined',
      ),
    ])
    expect(only.rows.used).toBe(3)
    expect(
      await rows('SELECT customer, owner, closed_on, amount, lost_reason FROM deals ORDER BY deal_id', {
        customer: 'text?',
        owner: 'text?',
        closed: 'date?',
        amount: 'decimal?',
        reason: 'text?',
      }),
    ).toEqual([
      { customer: null, owner: 'Ann', closed: null, amount: null, reason: null },
      { customer: null, owner: null, closed: '2026-02-01', amount: null, reason: null },
      { customer: 'NA', owner: 'Pat', closed: '2026-02-01', amount: 5, reason: null },
    ])
  })

  it('rescues cells that are written otherwise than the rest', async () => {
    const { only, rows } = await load([
      lines(
        header,
        ...Array.from({ length: 30 }, (_, at) => `D${at},A,Ann,Closed Won,2026-01-05,2026-01-06,${at}.50,`),
        'D30,A,Ann,Closed Won,5 Jan 2026,2026/01/06,"$1,234.5",',
        'D31,A,Ann,Closed Won,2026-01-05T10:00:00Z,2026-01-06 23:59,(250.00),',
      ),
    ])
    expect(only.rows).toEqual({ read: 32, used: 32, rejected: 0, setAside: [] })
    expect(
      await rows(
        "SELECT created_on, closed_on, amount FROM deals WHERE deal_id IN ('D30', 'D31') ORDER BY deal_id",
        {
          created: 'date',
          closed: 'date',
          amount: 'decimal',
        },
      ),
    ).toEqual([
      { created: '2026-01-05', closed: '2026-01-06', amount: 1234.5 },
      { created: '2026-01-05', closed: '2026-01-06', amount: -250 },
    ])
  })

  it('trims texts, and keeps them as they are otherwise', async () => {
    const { rows } = await load([
      lines(
        header,
        "D1, Acme  Ltd ,\u00a0Ann\t,Closed Won,2026-01-05,2026-02-28,10,'=SUM(A1)",
        "D2,'Quoted',Ann,Closed Won,2026-01-05,2026-02-28,10,Ok",
      ),
    ])
    expect(
      await rows('SELECT customer, owner, owner_key, lost_reason FROM deals ORDER BY deal_id', {
        customer: 'text',
        owner: 'text',
        key: 'text',
        reason: 'text',
      }),
    ).toEqual([
      { customer: 'Acme  Ltd', owner: 'Ann', key: 'ann', reason: '=SUM(A1)' },
      { customer: "'Quoted'", owner: 'Ann', key: 'ann', reason: 'Ok' },
    ])
  })

  it('does not take words and odd years for dates, nor exponents for plain numbers', async () => {
    const { only } = await load([
      lines(
        header,
        ...Array.from({ length: 20 }, (_, at) => `D${at},A,Ann,Closed Won,2026-01-05,2026-01-06,10,`),
        'D20,A,Ann,Closed Won,infinity,2026-01-06,10,',
        'D21,A,Ann,Closed Won,epoch,2026-01-06,10,',
        'D22,A,Ann,Closed Won,0000-01-05,2026-01-06,10,',
        'D23,A,Ann,Closed Won,2026-01-05xyz,2026-01-06,10,',
        'D24,A,Ann,Closed Won,2026-01-05,2026-01-06,1_000,',
        'D25,A,Ann,Closed Won,2026-01-05,2026-01-06,NaN,',
        'D26,A,Ann,Closed Won,2026-01-05,2026-01-06,1e400,',
        'D27,A,Ann,Closed Won,2026-01-05,2026-01-06,123456789012345,',
      ),
    ])
    expect(only.rejects.map(({ line, column }) => [line, column])).toEqual([
      [22, 'created_on'],
      [23, 'created_on'],
      [24, 'created_on'],
      [25, 'created_on'],
      [26, 'amount'],
      [28, 'amount'],
      [29, 'amount'],
    ])
  })
})

const many = (count: number, row: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => row(at))

describe('formats are decided from all rows', () => {
  it('a date far behind the sample tells the order of days and months', async () => {
    const { only, rows } = await load([
      lines(
        header,
        ...many(1500, (at) => `D${at},A,Ann,Closed Won,2026-01-01,0${(at % 9) + 1}/02/2026,10,`),
        'D9999,A,Ann,Closed Won,2026-01-01,25/02/2026,10,',
      ),
    ])
    expect(only.road).toBe('bulk')
    expect(only.mapping.columns.find(({ column }) => column === 'closed_on')?.format).toMatchObject({
      kind: 'date',
      order: 'day-first',
    })
    expect(
      await rows("SELECT closed_on FROM deals WHERE deal_id IN ('D2', 'D9999') ORDER BY deal_id", {
        day: 'date',
      }),
    ).toEqual([{ day: '2026-02-03' }, { day: '2026-02-25' }])
  })

  it('refuses dates that may be either, and says which flag settles it', async () => {
    const text = lines(
      header,
      ...many(40, (at) => `D${at},A,Ann,Closed Won,2026-01-01,03/0${(at % 9) + 1}/2026,10,`),
    )
    const refused = await load([text]).catch((error) => error)
    expect(refused).toBeInstanceOf(SalescheckError)
    expect(refused).toMatchObject({ code: 'undecidable', place: { file: 'file-0.csv' } })
    expect(refused.message).toContain('Close Date')
    expect(refused.hint).toContain('--date-order')
    const told = await load([{ text, told: { dateOrder: 'month-first' } }])
    expect(await told.rows("SELECT closed_on FROM deals WHERE deal_id = 'D3'", { day: 'date' })).toEqual([
      { day: '2026-03-04' },
    ])
  })

  it('leaves such a column empty when told to be tolerant', async () => {
    const text = lines(
      header,
      ...many(40, (at) => `D${at},A,Ann,Closed Won,2026-01-01,03/0${(at % 9) + 1}/2026,10,`),
    )
    const { only, report } = await load([text], { tolerant: true })
    expect(only.rows.used).toBe(40)
    expect(report.has('deals', 'closed_on')).toBe(false)
    expect(only.warnings.map(({ code }) => code)).toContain('undecidable')
  })

  it('takes the order of the other dates of the file where a column cannot tell', async () => {
    const { rows } = await load([
      lines(
        header,
        ...many(30, (at) => `D${at},A,Ann,Closed Won,${(at % 28) + 1}/01/2026,03/0${(at % 9) + 1}/2026,10,`),
      ),
    ])
    expect(await rows("SELECT closed_on FROM deals WHERE deal_id = 'D3'", { day: 'date' })).toEqual([
      { day: '2026-04-03' },
    ])
  })

  it('reads 1.200 as thousands when a later cell shows that the comma is the decimal mark', async () => {
    const { only, rows } = await load([
      lines(
        header,
        ...many(1500, (at) => `D${at},A,Ann,Closed Won,2026-01-01,2026-01-02,${at + 100},`),
        'E1,A,Ann,Closed Won,2026-01-01,2026-01-02,1.200,',
        'E2,A,Ann,Closed Won,2026-01-01,2026-01-02,"12.345,50",',
      ),
    ])
    expect(only.rows.rejected).toBe(0)
    expect(
      await rows("SELECT amount FROM deals WHERE deal_id LIKE 'E%' ORDER BY deal_id", { amount: 'decimal' }),
    ).toEqual([{ amount: 1200 }, { amount: 12345.5 }])
    expect(await rows('SELECT COUNT(*), SUM(amount) FROM deals', { n: 'integer', sum: 'decimal' })).toEqual([
      // 100 + 101 + … + 1599, and the two.
      { n: 1502, sum: (1500 * (100 + 1599)) / 2 + 1200 + 12345.5 },
    ])
  })

  it('understands a stage that the sample did not have', async () => {
    const { only, rows } = await load([
      lines(
        header,
        ...many(
          1500,
          (at) => `D${at},A,Ann,${at % 2 === 0 ? 'Closed Won' : 'Proposal'},2026-01-01,2026-01-02,1,`,
        ),
        'E1,A,Ann,Closed Lost,2026-01-01,2026-02-03,1,Price',
        'E2,A,Ann,Discovery,2026-01-01,2026-02-03,1,',
      ),
    ])
    expect(only.road).toBe('bulk')
    expect(
      await rows(
        "SELECT status, closed_on, expected_close_on FROM deals WHERE deal_id LIKE 'E%' ORDER BY deal_id",
        {
          status: 'text',
          closed: 'date?',
          expected: 'date?',
        },
      ),
    ).toEqual([
      { status: 'lost', closed: '2026-02-03', expected: null },
      { status: 'open', closed: null, expected: '2026-02-03' },
    ])
  })

  it('of open deals is still told as what the column holds', async () => {
    const { only } = await load([
      lines(
        header,
        'E1,A,Ann,Closed Won,2026-01-01,2026-02-03,1,',
        'E2,A,Ann,Discovery,2026-01-01,2026-02-04,1,',
        'E3,A,Ann,Discovery,2026-01-01,2026-02-05,1,',
      ),
    ])
    const closed = only.mapping.columns.find(({ column }) => column === 'closed_on')
    expect(closed?.format).toMatchObject({ evidence: '3 cells as "2026-02-03"' })
  })
})

describe('the outcome of a deal', () => {
  it('comes from flags before words', async () => {
    const { rows } = await load([
      lines(
        'Deal ID,Account Name,Stage,Is Won,Is Closed,Close Date,Amount',
        'D1,A,Signed,true,true,2026-01-02,1',
        'D2,A,Signed,false,true,2026-01-02,1',
        'D3,A,Closed Won,false,false,2026-01-02,1',
        'D4,A,Closed Lost,,,2026-01-02,1',
      ),
    ])
    expect(
      await rows('SELECT deal_id, status FROM deals ORDER BY deal_id', { id: 'text', status: 'text' }),
    ).toEqual([
      { id: 'D1', status: 'won' },
      { id: 'D2', status: 'lost' },
      { id: 'D3', status: 'open' },
      { id: 'D4', status: 'lost' },
    ])
  })
})

describe('scores', () => {
  const survey = 'Response ID,Account Name,Response Date,NPS Score'

  it('reject what is no whole number from 0 to 10', async () => {
    const { only, rows } = await load([
      lines(
        survey,
        ...Array.from({ length: 30 }, (_, at) => `R${at},A,2026-01-05,${at % 11}`),
        'R30,A,2026-01-05,11',
        'R31,A,2026-01-05,eleven',
        'R32,A,2026-01-05,7.5',
        'R33,A,2026-01-05,',
        'R34,A,2026-01-05,10 - Extremely likely',
      ),
    ])
    expect(only.rejects.map(({ line, code }) => [line, code])).toEqual([
      [32, 'score-out-of-range'],
      [33, 'not-a-score'],
      [34, 'not-a-score'],
    ])
    expect(
      await rows("SELECT score FROM surveys WHERE survey_id IN ('R33', 'R34') ORDER BY survey_id", {
        score: 'integer?',
      }),
    ).toEqual([{ score: null }, { score: 10 }])
  })
})

describe('names of deals', () => {
  it('are kept where the customer is blank or says that nothing is there, where they are shown in its place', async () => {
    const { rows } = await load([
      lines(
        'Deal ID,Deal Name,Account Name,Owner,Stage,Created Date,Close Date,Amount',
        'D1,First,Acme,Ann,Closed Won,2026-01-05,2026-02-05,10.00',
        'D2,Second,,Ann,Closed Won,2026-01-05,2026-02-05,10.00',
        'D3,Third,n/a,Ann,Closed Lost,2026-01-05,2026-02-05,10.00',
        'D4,Fourth,-,Ann,Closed Lost,2026-01-05,2026-02-05,10.00',
      ),
    ])
    expect(
      await rows('SELECT deal_id, COALESCE(customer, deal_name) FROM deals ORDER BY deal_id', {
        id: 'text',
        name: 'text?',
      }),
    ).toEqual([
      { id: 'D1', name: 'Acme' },
      { id: 'D2', name: 'Second' },
      { id: 'D3', name: 'Third' },
      { id: 'D4', name: 'Fourth' },
    ])
  })
})
