import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { betaCdf, betaQuantile } from '../../../src/stats/distributions/beta.ts'
import { agreesWithReference } from '../reference.ts'

const input = z.object({
  kind: z.enum(['cdf', 'quantile']),
  x: z.number().default(0),
  p: z.number().default(0),
  a: z.number(),
  b: z.number(),
})

agreesWithReference('beta', input, ({ kind, x, p, a, b }) =>
  kind === 'quantile' ? { quantile: betaQuantile(p, a, b) } : { cdf: betaCdf(x, a, b) },
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
