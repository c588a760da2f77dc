import { string, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levenshteinDistance } from '../../src/stats/levenshtein-distance.ts'
import { osaDistance } from '../../src/stats/osa-distance.ts'
import { holds } from './holds.ts'

// Reference values: string_similarity, run in osa-distance.test.ts.
describe('levenshteinDistance', () => {
  it('counts a swap of neighbours twice', () => {
    expect(levenshteinDistance('pirce', 'price')).toBe(2)
  })

  it('is the length of the other text when one is empty', () => {
    expect(levenshteinDistance('', 'abc')).toBe(3)
    expect(levenshteinDistance('abc', '')).toBe(3)
    expect(levenshteinDistance('', '')).toBe(0)
  })

  it('is a metric, and never below the distance that knows swaps', () => {
    const text = string({ maxLength: 12 })
    holds(
      property(text, text, text, (a, b, c) => {
        const ab = levenshteinDistance(a, b)
        expect(levenshteinDistance(b, a)).toBe(ab)
        expect(ab === 0).toBe(a === b)
        expect(ab).toBeLessThanOrEqual(levenshteinDistance(a, c) + levenshteinDistance(c, b))
        expect(osaDistance(a, b)).toBeLessThanOrEqual(ab)
      }),
    )
  })
})
