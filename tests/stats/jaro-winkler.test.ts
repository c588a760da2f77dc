import { describe, expect, it } from 'vitest'
import { jaroWinkler } from '../../src/stats/jaro-winkler.ts'

// Reference values: string_similarity, run in osa-distance.test.ts.
describe('jaroWinkler', () => {
  it('is 1 for the same text and 0 for texts without a common letter', () => {
    expect(jaroWinkler('price', 'price')).toEqual({ jaro: 1, jaroWinkler: 1 })
    expect(jaroWinkler('abc', 'xyz')).toEqual({ jaro: 0, jaroWinkler: 0 })
  })

  it('takes two empty texts as the same and one empty text as unlike anything', () => {
    expect(jaroWinkler('', '').jaro).toBe(1)
    expect(jaroWinkler('', 'a').jaro).toBe(0)
  })

  it('rewards a shared beginning, which makes it unfit to merge reasons', () => {
    expect(jaroWinkler('company too small', 'company too large').jaroWinkler).toBeGreaterThan(0.9)
  })
})
