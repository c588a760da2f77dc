import { describe, expect, it } from 'vitest'
import { mixDrift } from '../../src/stats/mix-drift.ts'

describe('mixDrift', () => {
  it('finds a mix turned over', () => {
    expect(mixDrift([85, 86, 66, 62, 43, 31, 18, 9], [12, 26, 21, 41, 44, 56, 38, 62]).drift).toBe(true)
  })

  it('does not take the noise of small numbers for drift, though the index is above 0.25', () => {
    const result = mixDrift([8, 5, 7, 6, 4], [4, 7, 3, 9, 8])
    expect(result.psi).toBeGreaterThan(0.25)
    expect(result.drift).toBe(false)
  })

  it('does not take a significant trifle for drift', () => {
    const result = mixDrift([10_000, 10_000], [10_400, 9600])
    expect(result.chiSquareP).toBeLessThan(0.001)
    expect(result.drift).toBe(false)
  })

  it('has no answer for an empty period', () => {
    expect(mixDrift([1, 2], [0, 0])).toEqual({
      psi: null,
      critical: null,
      chiSquareP: null,
      drift: null,
      reason: 'one of the periods is empty',
    })
  })
})
