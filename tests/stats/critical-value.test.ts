import { describe, expect, it } from 'vitest'
import { criticalValue } from '../../src/stats/critical-value.ts'

describe('criticalValue', () => {
  it('is the textbook number of standard errors', () => {
    expect(criticalValue(0.95)).toBeCloseTo(1.959963984540054, 15)
    expect(criticalValue(0.9)).toBeCloseTo(1.6448536269514722, 13)
    expect(criticalValue(0.99)).toBeCloseTo(2.5758293035489004, 13)
  })

  it('joins its constant smoothly', () => {
    expect(criticalValue(0.95 + 1e-15)).toBeCloseTo(criticalValue(0.95), 12)
  })

  it('refuses certainty', () => {
    expect(() => criticalValue(1)).toThrow(RangeError)
    expect(() => criticalValue(0)).toThrow(RangeError)
  })
})
