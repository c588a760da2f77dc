// Money booked per month, level and currency, through the engine.
import { describe, expect, it } from 'vitest'
import { bookings } from '../../src/rollups/bookings.ts'
import { engineWith, type Data } from '../detectors/scenario.ts'

const unbounded = { since: null, until: null, options: {} }

async function rows(data: Data, asOf = '2025-12-31') {
  const engine = await engineWith(data)
  try {
    const present = {
      has: (table: keyof Data, column?: string) =>
        data[table] !== undefined && (column === undefined || Object.hasOwn(data[table]?.[0] ?? {}, column)),
    }
    const query = bookings.query({
      dialect: engine.dialect,
      present,
      asOf,
      horizon: () => asOf,
      ...unbounded,
    })
    return await engine.all(query, bookings.rows)
  } finally {
    await engine.close()
  }
}

const sale = (
  owner: string | null,
  team: string | null,
  product: string | null,
  closed_on: string | null,
  amount: string | null,
  currency = 'EUR',
) => ({
  status: 'won',
  owner,
  team,
  product,
  closed_on,
  amount,
  currency,
})

describe('bookings', () => {
  it('sums won money by month for the company and every owner, team and product', async () => {
    const deals = [
      sale('Ann', 'North', 'Core', '2025-01-05', '10.10'),
      sale('ann', 'North', 'Pro', '2025-01-31', '5.05'),
      sale('Ann', 'North', 'Core', '2025-02-01', '1'),
      sale('Bob', 'South', 'Core', '2025-01-10', '100', 'USD'),
      sale('Bob', 'South', 'Core', '2025-01-10', '-30', 'USD'),
      sale(null, null, null, '2025-01-10', '7'),
      { ...sale('Ann', 'North', 'Core', '2025-01-05', '999'), status: 'lost' },
      sale('Ann', 'North', 'Core', null, '999'),
      sale('Ann', 'North', 'Core', '2025-01-05', null),
      sale('Ann', 'North', 'Core', '2026-01-01', '999'),
    ]
    const found = (await rows({ deals })).map((row) => [
      row.level,
      row.entityKey,
      row.entity,
      row.teamKey,
      row.month,
      row.currency,
      row.sales,
      row.credits,
      row.booked,
    ])
    expect(found).toEqual([
      ['company', null, null, null, '2025-01-01', 'EUR', 3, 0, 22.15],
      ['company', null, null, null, '2025-01-01', 'USD', 2, 1, 70],
      ['company', null, null, null, '2025-02-01', 'EUR', 1, 0, 1],
      ['owner', 'ann', 'Ann', 'north', '2025-01-01', 'EUR', 2, 0, 15.15],
      ['owner', 'ann', 'Ann', 'north', '2025-02-01', 'EUR', 1, 0, 1],
      ['owner', 'bob', 'Bob', 'south', '2025-01-01', 'USD', 2, 1, 70],
      ['product', 'core', 'Core', null, '2025-01-01', 'EUR', 1, 0, 10.1],
      ['product', 'core', 'Core', null, '2025-01-01', 'USD', 2, 1, 70],
      ['product', 'core', 'Core', null, '2025-02-01', 'EUR', 1, 0, 1],
      ['product', 'pro', 'Pro', null, '2025-01-01', 'EUR', 1, 0, 5.05],
      ['team', 'north', 'North', null, '2025-01-01', 'EUR', 2, 0, 15.15],
      ['team', 'north', 'North', null, '2025-02-01', 'EUR', 1, 0, 1],
      ['team', 'south', 'South', null, '2025-01-01', 'USD', 2, 1, 70],
    ])
  })

  it('takes the team from the roster where deals name none, one team per owner', async () => {
    const { team: _none, ...deal } = sale('Ann', null, 'Core', '2025-01-05', '10')
    const owners = [
      { owner_id: '1', owner: 'Ann', team: 'South' },
      { owner_id: '2', owner: 'ANN', team: 'North' },
    ]
    const found = await rows({ deals: [deal], owners })
    expect(
      found.filter(({ level }) => level === 'team').map(({ entity, booked }) => [entity, booked]),
    ).toEqual([['North', 10]])
    expect(found.filter(({ level }) => level === 'company').map(({ booked }) => booked)).toEqual([10])
  })

  it('leaves the team of an owner open who sold for two in a month', async () => {
    const deals = [
      sale('Ann', 'North', null, '2025-01-05', '1'),
      sale('Ann', 'South', null, '2025-01-06', '1'),
    ]
    const found = await rows({ deals })
    expect(
      found.filter(({ level }) => level === 'owner').map(({ teamKey, booked }) => [teamKey, booked]),
    ).toEqual([[null, 2]])
  })

  it('is empty without deals and invoices that say what was sold when', async () => {
    expect(await rows({ deals: [{ status: 'won', closed_on: '2025-01-01' }] })).toEqual([])
    expect(await rows({})).toEqual([])
  })

  it.each([1, 2, 100])('adds up %i identical rows', async (count) => {
    const deals = Array.from({ length: count }, () => sale('Ann', 'North', 'Core', '2025-01-05', '0.1'))
    const [company] = await rows({ deals })
    expect(company).toMatchObject({ sales: count, booked: count / 10 })
  })
})
