import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { shrinkNps } from '../../src/stats/nps-shrinkage.ts'
import { agreesWithReference } from './reference.ts'

const countsOf = ([detractors, passives, promoters]: readonly [number, number, number]) => ({
  detractors,
  passives,
  promoters,
})
const row = z.tuple([z.number(), z.number(), z.number()])

agreesWithReference(
  'nps_shrink_dm',
  z.object({ counts: z.array(row), conf: z.number() }),
  ({ counts, conf }) => {
    const result = shrinkNps(counts.map(countsOf), conf)
    return {
      theta: result.theta,
      precisionA: result.precision,
      poolMean: result.pool,
      poolNps: result.poolNps,
      rankable: result.rankable,
      raw: result.entities.map(({ raw }) => raw),
      shrunk: result.entities.map(({ shrunk }) => shrunk),
      sd: result.entities.map(({ sd }) => sd),
      lower: result.entities.map(({ lower }) => lower),
      upper: result.entities.map(({ upper }) => upper),
    }
  },
)

describe('shrinkNps', () => {
  it('leaves entities without answers out and keeps the places of the others', () => {
    const { entities } = shrinkNps([countsOf([0, 0, 0]), countsOf([9, 1, 0]), countsOf([0, 1, 9])])
    expect(entities.map(({ index }) => index)).toEqual([1, 2])
  })

  it('moves every entity towards the pool, the small ones more', () => {
    const { entities, poolNps } = shrinkNps([
      countsOf([1, 1, 8]),
      countsOf([60, 20, 20]),
      countsOf([10, 10, 80]),
    ])
    const pool = poolNps ?? Number.NaN
    const moved = entities.map(({ raw, shrunk }) => (shrunk - raw) / (pool - raw))
    expect(moved.every((share) => share > 0 && share < 1)).toBe(true)
    expect(moved[0]).toBeGreaterThan(moved[2] ?? 1)
  })

  it('ranks nobody when the entities do not differ, or when there is only one', () => {
    const same = shrinkNps([countsOf([2, 3, 5]), countsOf([2, 3, 5])])
    expect(same.rankable).toBe(false)
    expect(same.reason).toBe('no detectable differences between the entities')
    expect(shrinkNps([countsOf([2, 3, 5])]).rankable).toBe(false)
  })

  it('has no pool without answers', () => {
    expect(shrinkNps([])).toMatchObject({
      pool: null,
      poolNps: null,
      theta: null,
      entities: [],
      rankable: false,
    })
  })
})
