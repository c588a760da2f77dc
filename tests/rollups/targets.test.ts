// Targets added up per level, entity, period and currency, through the engine.
import { describe, expect, it } from 'vitest'
import { targets } from '../../src/rollups/targets.ts'
import { engineWith } from '../detectors/scenario.ts'

const goal = (level: string | null, entity: string | null, target_amount: string | null, more = {}) => ({
  level,
  entity,
  target_amount,
  grain: 'month',
  start_on: '2025-01-01',
  end_on: '2025-01-31',
  currency: 'EUR',
  ...more,
})

async function rows(given: readonly Record<string, string | null>[]) {
  const engine = await engineWith({ targets: given })
  try {
    const asOf = '2025-12-31'
    const query = targets.query({
      dialect: engine.dialect,
      present: { has: () => true },
      asOf,
      horizon: () => asOf,
      since: null,
      until: null,
      options: {},
    })
    const found = await engine.all(query, targets.rows)
    return found.map((row) => [
      row.level,
      row.entityKey,
      row.entity,
      row.currency,
      row.rows,
      row.given,
      row.target,
    ])
  } finally {
    await engine.close()
  }
}

describe('targets', () => {
  it('add up for one entity, period and currency', async () => {
    const given = [
      goal('owner', 'Ann', '10.5'),
      goal('owner', 'ann', '1'),
      goal('owner', 'Ann', '3', { currency: 'USD' }),
      goal('owner', 'Ann', null),
      goal('team', 'Ann', '7'),
    ]
    expect(await rows(given)).toEqual([
      ['owner', 'ann', 'Ann', 'EUR', 3, 2, 11.5],
      ['owner', 'ann', 'Ann', 'USD', 1, 1, 3],
      ['team', 'ann', 'Ann', 'EUR', 1, 1, 7],
    ])
  })

  it('without a level are the company’s when they name nobody', async () => {
    expect(await rows([goal(null, null, '5'), goal(null, 'Ann', '6'), goal('company', 'All', null)])).toEqual(
      [
        [null, 'ann', 'Ann', 'EUR', 1, 1, 6],
        ['company', null, null, 'EUR', 1, 1, 5],
        ['company', 'all', 'All', 'EUR', 1, 0, null],
      ],
    )
  })
})
