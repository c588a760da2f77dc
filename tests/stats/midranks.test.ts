import { describe, expect, it } from 'vitest'
import { midranks } from '../../src/stats/midranks.ts'

describe('midranks', () => {
  it('lets ties share the mean of their places', () => {
    expect(midranks([10, 20, 20, 30])).toEqual([1, 2.5, 2.5, 4])
    expect(midranks([5, 5, 5])).toEqual([2, 2, 2])
  })

  it('keeps the order of the list', () => {
    expect(midranks([3, 1, 2])).toEqual([3, 1, 2])
    expect(midranks([])).toEqual([])
  })
})
