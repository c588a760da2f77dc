import { array, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { rankConfidenceSets } from '../../src/stats/rank-confidence-sets.ts'
import { holds } from './holds.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ counts: z.array(z.number()), conf: z.number() })

agreesWithReference('rank_confidence_sets', input, ({ counts, conf }) => {
  const sets = rankConfidenceSets(counts, conf)
  return {
    rank: sets.map(({ rank }) => rank),
    lower: sets.map(({ lower }) => lower),
    upper: sets.map(({ upper }) => upper),
  }
})

describe('rankConfidenceSets', () => {
  it('is empty for no categories', () => {
    expect(rankConfidenceSets([])).toEqual([])
  })

  it('holds the rank seen, and gives equal counts equal sets', () => {
    holds(
      property(array(integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 15 }), (counts) => {
        const sets = rankConfidenceSets(counts)
        counts.forEach((count, i) => {
          const set = sets[i]
          if (set === undefined) throw new Error('one set per count')
          expect(set.lower).toBeLessThanOrEqual(set.rank)
          expect(set.upper).toBeGreaterThanOrEqual(set.rank)
          expect(set.upper).toBeLessThanOrEqual(counts.length)
          expect(sets[counts.indexOf(count)]).toEqual(set)
        })
      }),
      60,
    )
  })

  it('takes thousands of categories', () => {
    const sets = rankConfidenceSets(Array.from({ length: 5000 }, (_, i) => Math.floor(2000 / (i + 1))))
    expect(sets).toHaveLength(5000)
    expect(sets[0]).toEqual({ rank: 1, lower: 1, upper: 1 })
  })
})
