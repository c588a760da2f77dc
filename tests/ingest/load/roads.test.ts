// Both roads into the engine give the same tables and the same account of every row.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines, load, type Loaded } from './loading.ts'

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const often = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: odd })
const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const isoDay = day.map((date) => date.toISOString().slice(0, 10))
const names = fc.constantFrom(
  'Ann',
  'Bob',
  'Zoë',
  'N. Ash',
  'Pia',
  "O'Neil",
  '="Ann"',
  'Ünal',
  '  Ann ',
  'N/A',
  '',
  '-',
  'none',
)
const reasons = fc.constantFrom(
  'Price',
  'price ',
  'Went\nsilent',
  'a "real" one, they said',
  '=cmd',
  "'=1",
  '="Price"',
  '=""',
  'null',
  '',
  '\u00a0x',
  'NA',
)

const row = fc.tuple(
  fc.integer({ min: 1, max: 60 }).map((id) => `D${id}`),
  names,
  names,
  often(
    fc.constantFrom('Closed Won', 'Closed Lost', 'Negotiation'),
    fc.constantFrom('', 'CLOSED WON', 'Dead?', 'signed', '-'),
  ),
  often(
    isoDay,
    fc.constantFrom(
      '',
      '2026-02-30',
      '15/01/2026',
      '5 Jan 2026',
      'soon',
      '2026-1-5',
      '2026-01-05 10:30',
      '="2026-01-05"',
      'NULL',
    ),
  ),
  often(
    isoDay,
    fc.constantFrom('', '0000-00-00', '2026/01/15', '20260115', 'n/a', '2026-01-05T10:30:00Z', '46000'),
  ),
  often(
    fc.integer({ min: -100_000, max: 100_000_000 }).map((cents) => (cents / 100).toFixed(2)),
    fc.constantFrom(
      '',
      '-',
      '$1,234.50',
      '(12.00)',
      '45k',
      '="1200"',
      '007',
      '1.23456',
      'ten',
      '+5',
      '12345678901234567',
    ),
  ),
  reasons,
)

const header = 'Deal ID,Account Name,Owner,Stage,Created Date,Close Date,Amount,Loss Reason'

const tableOf = async ({ rows, only }: Loaded): Promise<unknown> => ({
  deals: await rows(
    'SELECT deal_id, customer, customer_key, owner, owner_key, stage, status, created_on, closed_on, expected_close_on, amount, lost_reason FROM deals ORDER BY ALL',
    {
      id: 'text?',
      customer: 'text?',
      customerKey: 'text?',
      owner: 'text?',
      ownerKey: 'text?',
      stage: 'text?',
      status: 'text?',
      created: 'date?',
      closed: 'date?',
      expected: 'date?',
      amount: 'decimal?',
      reason: 'text?',
    },
  ),
  rows: only.rows,
  rejects: only.rejects.map(({ line, code, column, value }) => ({ line, code, column, value })),
  formats: only.mapping.columns.map(({ column, format }) => [column, format?.kind]),
})

describe('the two roads into the engine', () => {
  it('give the same tables, rejects and counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 5, maxLength: 60 }), async (rows) => {
        const text = lines(header, ...rows.map((cells) => cells.map(cell).join(',')))
        const bulk = await load([{ text, pin: 'deals' }], { tolerant: true })
        const slow = await load([{ text, pin: 'deals' }], { tolerant: true, slow: true })
        expect(slow.only.road).toBe('records')
        expect(await tableOf(slow)).toEqual(await tableOf(bulk))
        const { read, used, rejected, setAside } = bulk.only.rows
        expect(read).toBe(rows.length)
        expect(used + rejected + setAside.reduce((sum, aside) => sum + aside.rows, 0)).toBe(read)
      }),
      { numRuns: 25 },
    )
  })

  it('and the slow one is taken where the bulk parse would fail', async () => {
    const { only, rows } = await load([
      lines(
        'Deal ID,Account Name,Owner,Stage,Created Date,Close Date,Amount',
        ...Array.from({ length: 2000 }, (_, at) => `D${at},A,Ann,Closed Won,2026-01-05,2026-01-06,10`),
        'D2000,A,Ann,Closed Won,2026-01-05,2026-01-06,10,surplus,more',
        'D2001,A,Ann',
        'D2002,A,Ann,Closed Won,2026-01-05,2026-01-06,10',
      ),
    ])
    expect(only.road).toBe('records')
    expect(only.rows.read).toBe(2003)
    expect(await rows("SELECT COUNT(*) FROM deals WHERE deal_id = 'D2002'", { n: 'integer' })).toEqual([
      { n: 1 },
    ])
  })
})
