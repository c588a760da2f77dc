import { describe, expect, it } from 'vitest'
import { bitCount } from '../../src/stats/bit-count.ts'

describe('bitCount', () => {
  it('counts the set bits of a 32-bit word, the sign bit included', () => {
    expect([0, 1, 0b1011, 0x7fffffff, -1, -2147483648].map((word) => bitCount(word))).toEqual([
      0, 1, 3, 31, 32, 1,
    ])
  })
})
