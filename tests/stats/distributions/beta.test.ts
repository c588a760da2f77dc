import { describe, expect, it } from 'vitest'
import { betaCdf, betaQuantile } from '../../../src/stats/distributions/beta.ts'
import { agreesWithReference } from '../reference.ts'

agreesWithReference(
  'beta',
  (input: { kind: 'cdf' | 'quantile'; x: number; p: number; a: number; b: number }) =>
    input.kind === 'quantile'
      ? { quantile: betaQuantile(input.p, input.a, input.b) }
      : { cdf: betaCdf(input.x, input.a, input.b) },
)

describe('the beta distribution', () => {
  it('is uniform when both shapes are 1', () => {
    expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 15)
    expect(betaQuantile(0.3, 1, 1)).toBeCloseTo(0.3, 14)
  })

  it('stays between 0 and 1', () => {
    expect(betaCdf(-1, 2, 3)).toBe(0)
    expect(betaCdf(2, 2, 3)).toBe(1)
    expect(betaQuantile(0, 2, 3)).toBe(0)
    expect(betaQuantile(1, 2, 3)).toBe(1)
  })
})
