import { describe, expect, it } from 'vitest'
import { weightedShareFromSums } from '../../src/stats/weighted-share-from-sums.ts'

describe('weightedShareFromSums', () => {
  it('counts equal amounts as so many cases', () => {
    const { share, nEff } = weightedShareFromSums({ n: 4, hitSum: 10, sum: 40, sumOfSquares: 400 })
    expect(share).toBe(0.25)
    expect(nEff).toBe(4)
  })

  it('counts one giant among dwarfs as hardly more than one', () => {
    const sums = { n: 101, hitSum: 1e6, sum: 1e6 + 100, sumOfSquares: 1e12 + 100 }
    expect(weightedShareFromSums(sums).nEff).toBeCloseTo(1.0002, 4)
  })

  it('survives amounts whose squares are near the largest number', () => {
    const sums = { n: 2, hitSum: 1e150, sum: 2e150, sumOfSquares: 2e300 }
    expect(weightedShareFromSums(sums).nEff).toBeCloseTo(2, 12)
  })

  it('has no answer without positive amounts', () => {
    expect(weightedShareFromSums({ n: 0, hitSum: 0, sum: 0, sumOfSquares: 0 })).toMatchObject({
      share: null,
      nEff: null,
      reason: 'no positive amounts',
    })
  })
})
