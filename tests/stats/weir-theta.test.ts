import { describe, expect, it } from 'vitest'
import { weirTheta } from '../../src/stats/weir-theta.ts'

describe('weirTheta', () => {
  it('is below 0 for groups with the very same shares', () => {
    expect(
      weirTheta([
        [2, 3, 5],
        [2, 3, 5],
        [4, 6, 10],
      ]),
    ).toBeCloseTo(-0.08695652173913043, 12)
  })

  it('is 1 for groups that are pure and different', () => {
    expect(
      weirTheta([
        [10, 0],
        [0, 10],
      ]),
    ).toBeCloseTo(1, 12)
  })

  it('cannot be estimated from one group, from single answers or when all are in one class', () => {
    expect(weirTheta([[2, 3, 5]])).toBeNull()
    expect(
      weirTheta([
        [1, 0],
        [0, 1],
      ]),
    ).toBeNull()
    expect(
      weirTheta([
        [5, 0],
        [8, 0],
      ]),
    ).toBeNull()
    expect(weirTheta([])).toBeNull()
  })
})
