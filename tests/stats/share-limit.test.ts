import { describe, expect, it } from 'vitest'
import { shareLimit } from '../../src/stats/share-limit.ts'

const above = (x: number, n: number, limit: number) => shareLimit({ x, n, limit, direction: 'above' })
const below = (x: number, n: number) => shareLimit({ x, n, limit: 0.8, direction: 'below' })

describe('shareLimit', () => {
  it('calls 40 of 100 against at most a quarter a problem', () => {
    const result = above(40, 100, 0.25)
    expect(result.verdict).toBe('problem')
    // z = 0.15 / √(0.25 · 0.75 / 100) = 3.464
    expect(result.p).toBeCloseTo(0.000266, 6)
    expect(result.excess).toBeCloseTo(0.15, 14)
  })

  it('agrees with itself: p is 0.05 where the bound touches the limit', () => {
    const { bound } = above(40, 100, 0.25)
    expect(above(40, 100, bound ?? 0).p).toBeCloseTo(0.05, 10)
  })

  it('only watches when the bound or the size is short', () => {
    expect(above(8, 25, 0.25).verdict).toBe('watch')
    expect(above(5300, 20_000, 0.25)).toMatchObject({ verdict: 'watch' })
    expect(above(25, 100, 0.25).verdict).toBe('ok')
    expect(above(10, 100, 0.25).verdict).toBe('ok')
  })

  it('looks the other way when less is bad', () => {
    expect(below(50, 100).verdict).toBe('problem')
    expect(below(78, 100).verdict).toBe('watch')
    expect(below(90, 100).verdict).toBe('ok')
  })

  it('is insufficient below 20 cases, shares shown all the same', () => {
    expect(above(19, 19, 0.25)).toMatchObject({ verdict: 'insufficient', share: 1 })
    expect(above(20, 20, 0.25).verdict).toBe('problem')
    expect(above(0, 0, 0.25)).toMatchObject({ verdict: 'insufficient', share: null, p: null })
  })

  it('takes a limit of none at all', () => {
    expect(above(0, 50, 0)).toMatchObject({ verdict: 'ok', p: 1 })
    expect(above(5, 50, 0)).toMatchObject({ verdict: 'problem', p: 0 })
  })

  it('refuses a limit above 1', () => {
    expect(() => above(1, 2, 1.5)).toThrow(RangeError)
  })
})
