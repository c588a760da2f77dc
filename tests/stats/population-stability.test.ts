import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { populationStability } from '../../src/stats/population-stability.ts'
import { agreesWithReference, withStatus } from './reference.ts'

const input = z.object({ base: z.array(z.number()), current: z.array(z.number()), alpha: z.number() })

agreesWithReference('psi', input, ({ base, current, alpha }) =>
  withStatus(populationStability(base, current, alpha)),
)

describe('populationStability', () => {
  it('is 0 for the same mix at another size', () => {
    expect(populationStability([10, 20, 30], [100, 200, 300]).psi).toBeCloseTo(0, 14)
  })

  it('does not care which period comes first', () => {
    const forth = populationStability([10, 0, 30], [4, 6, 20]).psi
    expect(populationStability([4, 6, 20], [10, 0, 30]).psi).toBeCloseTo(forth ?? 0, 14)
  })

  it('says what is missing', () => {
    expect(populationStability([], []).reason).toBe('one of the periods is empty')
    expect(populationStability([5, 0], [9, 0]).reason).toBe('fewer than 2 bins')
    expect(() => populationStability([1], [1, 2])).toThrow(RangeError)
    expect(() => populationStability([-1, 5], [1, 2])).toThrow(RangeError)
  })
})
