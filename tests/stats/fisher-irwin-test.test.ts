import { describe, expect, it } from 'vitest'
import { fisherIrwinTest } from '../../src/stats/fisher-irwin-test.ts'

// Reference values: two_prop_test, run in two-proportion-test.test.ts.
describe('fisherIrwinTest', () => {
  it('adds up what is no more likely than the observed table', () => {
    // 0 of 3 against 2 of 4: P = 6/21; 2 of 3 against 0 of 4: 3/21; 1 and 1: 12/21.
    expect(fisherIrwinTest(0, 3, 2, 4).p).toBeCloseTo(9 / 21, 14)
  })

  it('is 1 when nobody or everybody is a hit', () => {
    expect(fisherIrwinTest(0, 10, 0, 20).p).toBe(1)
    expect(fisherIrwinTest(5, 5, 7, 7).p).toBe(1)
  })

  it('finds the tea lady’s eight cups: p = 34/70 for three right of four', () => {
    expect(fisherIrwinTest(3, 4, 1, 4).p).toBeCloseTo(34 / 70, 14)
  })

  it('has no answer when a group is empty, and refuses more hits than cases', () => {
    expect(fisherIrwinTest(0, 0, 1, 2)).toEqual({ p: null, reason: 'one of the groups is empty' })
    expect(() => fisherIrwinTest(3, 2, 1, 2)).toThrow(RangeError)
  })
})
