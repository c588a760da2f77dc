import { describe, expect, it } from 'vitest'
import { permutationP } from '../../src/stats/permutation-p.ts'

describe('permutationP', () => {
  it('counts the two perfect orders of four', () => {
    expect(permutationP([1, 2, 3, 4], [1, 2, 3, 4])).toBe(2 / 24)
    expect(permutationP([1, 2, 3, 4], [4, 3, 2, 1])).toBe(2 / 24)
  })

  it('keeps ties: with two equal values half of the orders look alike', () => {
    // Orders of 1, 2, 2.5, 2.5 doubled: the value paired with each of three places decides.
    expect(permutationP([1, 2, 3], [1, 5, 5])).toBe(4 / 6)
  })

  it('is 1 when one side is constant', () => {
    expect(permutationP([1, 2, 3], [7, 7, 7])).toBe(1)
  })

  it('refuses more than nine pairs', () => {
    const ten = Array.from({ length: 10 }, (_, i) => i)
    expect(() => permutationP(ten, ten)).toThrow(RangeError)
  })
})
