import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { clusterReasons } from '../../src/stats/reason-clusters.ts'
import { agreesWithReference } from './reference.ts'
import { slowness } from '../slowness.ts'

agreesWithReference('reason_clusters', z.object({ reasons: z.array(z.string().nullable()) }), ({ reasons }) =>
  clusterReasons(reasons.map((text) => ({ text, count: 1 }))),
)

const counted = (reasons: Record<string, number>) =>
  Object.entries(reasons).map(([text, count]) => ({ text, count }))

describe('clusterReasons', () => {
  it('lists every merge with its similarity', () => {
    const { clusters, labelOf } = clusterReasons(counted({ price: 5, Price: 2, pirce: 1, 'bad timing': 3 }))
    expect(clusters).toEqual([
      {
        label: 'price',
        count: 8,
        spellings: [
          { text: 'price', count: 5 },
          { text: 'Price', count: 2 },
          { text: 'pirce', count: 1 },
        ],
        merges: [{ label: 'pirce', count: 1, similarity: 0.8 }],
      },
      { label: 'bad timing', count: 3, spellings: [{ text: 'bad timing', count: 3 }], merges: [] },
    ])
    expect(labelOf.get('pirce')).toBe('price')
  })

  it('does not chain: a member attracts nobody', () => {
    // bbbba is within reach of bbbaa, bbbaa of bbaaa, but bbbba is too far from the leader bbaaa.
    const { clusters } = clusterReasons(counted({ bbaaa: 9, bbbaa: 5, bbbba: 1 }))
    expect(clusters.map(({ label, count }) => [label, count])).toEqual([
      ['bbaaa', 14],
      ['bbbba', 1],
    ])
  })

  it('leaves different reasons that begin alike apart', () => {
    const { clusters } = clusterReasons(counted({ 'company too small': 4, 'company too large': 3 }))
    expect(clusters).toHaveLength(2)
  })

  it('merges short and very long texts by spelling only', () => {
    const long =
      'we lost this one because the customer wanted something that nobody on earth could ever deliver'
    const { clusters } = clusterReasons(counted({ cost: 3, cots: 1, [long]: 2, [`${long}s`]: 1 }))
    expect(clusters).toHaveLength(4)
  })

  it('knows no reason that was not given', () => {
    const { total, unspecified, clusters, labelOf } = clusterReasons([
      { text: null, count: 3 },
      { text: 'n/a', count: 2 },
    ])
    expect({ total, unspecified, clusters, size: labelOf.size }).toEqual({
      total: 5,
      unspecified: 5,
      clusters: [],
      size: 0,
    })
    expect(clusterReasons([]).total).toBe(0)
  })

  it('does not depend on the order of the reasons', () => {
    const reasons = counted({ competitor: 3, competitior: 2, Competitor: 3, 'no budget': 4, 'no budgte': 4 })
    expect(clusterReasons(reasons.toReversed())).toEqual(clusterReasons(reasons))
  })

  it('takes aliases', () => {
    const aliases = new Map([['too expensive', 'Price']])
    const { clusters } = clusterReasons(counted({ price: 1, 'too expensive': 4 }), { aliases })
    expect(clusters).toMatchObject([{ label: 'Price', count: 5 }])
  })

  it('says how much of the rare tail was not compared', () => {
    const { fingerprintOnly, clusters } = clusterReasons(
      counted({ competitor: 5, competitior: 2, competitr: 1 }),
      {
        compared: 2,
      },
    )
    expect(fingerprintOnly).toEqual({ groups: 1, count: 1 })
    expect(clusters.map(({ count }) => count)).toEqual([7, 1])
  })
})

/** Texts that a generator of fixed numbers makes up. */
function madeUp(how: (next: (below: number) => number) => string): { text: string; count: number }[] {
  let state = 1
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 16) % below
  }
  return Array.from({ length: 5000 }, () => ({ text: how(next), count: 1 }))
}

describe('clusterReasons on 5,000 distinct texts', () => {
  it('compares them all in less than seconds', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz   '
    const reasons = madeUp((next) =>
      Array.from({ length: 10 + next(50) }, () => letters[next(letters.length)]).join(''),
    )
    const before = performance.now()
    const { fingerprintOnly } = clusterReasons(reasons)
    expect(fingerprintOnly.groups).toBe(0)
    // A quarter of a second on a quiet machine.
    expect(performance.now() - before).toBeLessThan(5000 * slowness())
  })

  it('gives up comparing what is made to be slow, and says so', () => {
    const reasons = madeUp((next) => Array.from({ length: 78 }, () => 'ab'[next(2)]).join(''))
    const { fingerprintOnly, total } = clusterReasons(reasons)
    expect(total).toBe(5000)
    expect(fingerprintOnly.groups).toBeGreaterThan(1000)
  })
})
