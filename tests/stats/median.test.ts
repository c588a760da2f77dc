import { describe, expect, it } from 'vitest'
import { median } from '../../src/stats/median.ts'

describe('median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect(median([10, 1, 2]).median).toBe(2)
    expect(median([4, 1, 3, 2]).median).toBe(2.5)
    expect(median([7]).median).toBe(7)
  })

  it('has no answer for no values and leaves the list as it was', () => {
    expect(median([])).toEqual({ median: null, reason: 'no values' })
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })
})
