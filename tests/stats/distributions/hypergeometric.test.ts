import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { hypergeometricPmf } from '../../../src/stats/distributions/hypergeometric.ts'
import { agreesWithReference } from '../reference.ts'

const input = z.object({ k: z.number(), n1: z.number(), n2: z.number(), K: z.number() })

agreesWithReference('hypergeometric', input, ({ k, n1, n2, K }) => ({ pmf: hypergeometricPmf(k, n1, n2, K) }))

describe('the hypergeometric distribution', () => {
  it('is certain when nothing or everything is drawn', () => {
    expect(hypergeometricPmf(0, 3, 2, 0)).toBe(1)
    expect(hypergeometricPmf(3, 3, 2, 5)).toBe(1)
    expect(hypergeometricPmf(0, 0, 0, 0)).toBe(1)
  })

  it('gives nothing to the impossible', () => {
    expect(hypergeometricPmf(3, 2, 5, 4)).toBe(0)
    expect(hypergeometricPmf(0, 4, 1, 3)).toBe(0)
  })

  it('refuses to draw more than there is', () => {
    expect(() => hypergeometricPmf(1, 2, 2, 5)).toThrow(RangeError)
  })
})
