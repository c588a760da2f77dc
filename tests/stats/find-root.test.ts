import { double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRoot } from '../../src/stats/find-root.ts'
import { holds } from './holds.ts'

describe('findRoot', () => {
  it('finds a root to the last digits', () => {
    expect(findRoot((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 14)
    expect(findRoot((x) => 2 - x * x, 0, 2)).toBeCloseTo(Math.SQRT2, 14)
  })

  it('returns an end that is the root', () => {
    expect(findRoot((x) => x, 0, 1)).toBe(0)
    expect(findRoot((x) => x - 1, 0, 1)).toBe(1)
  })

  it('copes with steep and flat stretches and with infinity at an end', () => {
    expect(findRoot((x) => Math.exp(x) - 1e-3, -20, 5)).toBeCloseTo(Math.log(1e-3), 12)
    expect(findRoot((x) => x ** 9 - 1e-3, 0, 10)).toBeCloseTo(1e-3 ** (1 / 9), 12)
    expect(findRoot((x) => Math.log(x), 0, 8)).toBeCloseTo(1, 12)
  })

  it('finds the root of any cubic that rises', () => {
    holds(
      property(double({ min: -50, max: 50, noNaN: true }), (root) => {
        expect(findRoot((x) => (x - root) ** 3 + (x - root), -60, 60)).toBeCloseTo(root, 10)
      }),
    )
  })
})
