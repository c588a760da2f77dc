import { describe, expect, it } from 'vitest'
import { npsOf, npsSize } from '../../src/stats/nps-counts.ts'

describe('NPS counts', () => {
  it('add up', () => {
    expect(npsSize({ detractors: 3, passives: 2, promoters: 5 })).toBe(10)
    expect(npsOf({ detractors: 3, passives: 2, promoters: 5 })).toBe(0.2)
  })

  it('cannot be negative', () => {
    expect(() => npsSize({ detractors: -1, passives: 2, promoters: 5 })).toThrow(RangeError)
  })
})
