import { describe, expect, it } from 'vitest'
import { headToHead } from '../../src/stats/head-to-head.ts'

describe('headToHead', () => {
  it('is the sign test', () => {
    // 2 · P(Bin(10, 1/2) >= 8) = 2 · 56/1024
    expect(headToHead(8, 2).p).toBeCloseTo(112 / 1024, 14)
    expect(headToHead(2, 8).p).toBeCloseTo(112 / 1024, 14)
  })

  it('is 1 on a tie and on a single vote', () => {
    expect(headToHead(5, 5).p).toBe(1)
    expect(headToHead(1, 0).p).toBe(1)
  })

  it('has no answer when nobody was named', () => {
    expect(headToHead(0, 0)).toEqual({ p: null, reason: 'neither was named' })
  })
})
