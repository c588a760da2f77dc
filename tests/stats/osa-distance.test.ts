import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jaroWinkler } from '../../src/stats/jaro-winkler.ts'
import { levenshteinDistance } from '../../src/stats/levenshtein-distance.ts'
import { osaDistance } from '../../src/stats/osa-distance.ts'
import { editSimilarity } from '../../src/stats/similarity.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('string_similarity', z.object({ a: z.string(), b: z.string() }), ({ a, b }) => {
  const levenshtein = levenshteinDistance(a, b)
  const osa = osaDistance(a, b)
  return {
    ...jaroWinkler(a, b),
    levenshtein,
    levenshteinSim: editSimilarity(levenshtein, a.length, b.length),
    osa,
    osaSim: editSimilarity(osa, a.length, b.length),
  }
})

describe('osaDistance', () => {
  it('counts a swap of neighbours once', () => {
    expect(osaDistance('pirce', 'price')).toBe(1)
    expect(osaDistance('ab', 'ba')).toBe(1)
  })

  it('does not edit a swapped pair again', () => {
    expect(osaDistance('ca', 'abc')).toBe(3)
  })

  it('counts characters, not 16-bit units', () => {
    expect(osaDistance('😀', '😁')).toBe(1)
    expect(osaDistance('', '😀')).toBe(1)
  })
})
