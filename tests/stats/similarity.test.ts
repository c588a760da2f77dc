import { describe, expect, it } from 'vitest'
import { editSimilarity } from '../../src/stats/similarity.ts'

describe('editSimilarity', () => {
  it('relates the distance to the longer text', () => {
    expect(editSimilarity(1, 5, 5)).toBe(0.8)
    expect(editSimilarity(3, 0, 3)).toBe(0)
    expect(editSimilarity(0, 0, 0)).toBe(1)
  })
})
