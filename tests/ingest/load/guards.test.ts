// Exports whose cells are guarded for Excel (`="00123"`), quoted as CSV asks for or as they are.
import { expect, test } from 'vitest'
import { lines, load } from './loading.ts'

const spec = {
  id: 'text',
  owner: 'text?',
  key: 'text?',
  status: 'text?',
  closed: 'date?',
  amount: 'decimal?',
} as const
const query = 'SELECT deal_id, "owner", owner_key, status, closed_on, amount FROM deals ORDER BY deal_id'
const quoted = (text: string): string => `"=""${text}"""`
const bare = (text: string): string => `="${text}"`

test.each([
  ['quoted', quoted, 'bulk'],
  ['bare', bare, 'records'],
] as const)('guards that are %s are taken off every kind of cell', async (_name, guard, road) => {
  const { rows, only } = await load([
    lines(
      'Deal ID,Owner,Amount,Status,Close Date',
      ['0012', 'Ana', '1200', 'Won', '2026-02-01'].map(guard).join(','),
      ['0013', 'Ana', '-800.50', 'Lost', '03 Feb 2026'].map(guard).join(','),
      ['0014', '', '', 'Won', '2026-02-04'].map(guard).join(','),
      '0015,Bob,500,Lost,2026-02-05',
      // The same deal as the first one.
      '0012,Ana,1200,Won,2026-02-01',
    ),
  ])
  expect(only.road).toBe(road)
  expect(await rows(query, spec)).toEqual([
    { id: '0012', owner: 'Ana', key: 'ana', status: 'won', closed: '2026-02-01', amount: 1200 },
    { id: '0013', owner: 'Ana', key: 'ana', status: 'lost', closed: '2026-02-03', amount: -800.5 },
    { id: '0014', owner: null, key: null, status: 'won', closed: '2026-02-04', amount: null },
    { id: '0015', owner: 'Bob', key: 'bob', status: 'lost', closed: '2026-02-05', amount: 500 },
  ])
  expect(only.rows).toMatchObject({
    read: 5,
    used: 4,
    rejected: 0,
    setAside: [{ class: 'duplicate', rows: 1 }],
  })
})

test('also in a few cells far behind the sample', async () => {
  const many = Array.from({ length: 3000 }, (_, at) => `D${at},Ana,10.50,Won,2026-02-01`)
  const last = ['D9', 'Bob', '7', 'Lost', '2026-03-01'].map(quoted).join(',')
  const { rows, only } = await load([
    lines('Deal ID,Owner,Amount,Status,Close Date', ...many, last.replace('D9', 'E9')),
  ])
  expect(only.rows.rejected).toBe(0)
  expect(await rows(`${query} DESC LIMIT 1`, spec)).toEqual([
    { id: 'E9', owner: 'Bob', key: 'bob', status: 'lost', closed: '2026-03-01', amount: 7 },
  ])
})

test('targets too', async () => {
  const { rows } = await load([
    { pin: 'targets', text: lines('Rep,Period,Quota', ['Ann', '2026-Q3', '1000'].map(quoted).join(',')) },
  ])
  const targets = await rows('SELECT entity, period, target_amount FROM targets', {
    entity: 'text?',
    period: 'text?',
    amount: 'decimal?',
  })
  expect(targets).toEqual([{ entity: 'Ann', period: '2026-Q3', amount: 1000 }])
})
