import { describe, expect, it } from 'vitest'
import { aalenJohansen } from '../../src/stats/aalen-johansen.ts'
import { wonCycleQuantile } from '../../src/stats/won-cycle-quantile.ts'

// Reference values: aalen_johansen, run in aalen-johansen.test.ts.
describe('wonCycleQuantile', () => {
  const won = Array.from({ length: 10 }, (_, i) => ({ time: 10 * (i + 1), status: 'won' as const }))

  it('is the age by which nine of ten wins have come', () => {
    expect(wonCycleQuantile(aalenJohansen(won), 0.9).days).toBe(90)
    expect(wonCycleQuantile(aalenJohansen(won), 1).days).toBe(100)
  })

  it('has no answer without a win', () => {
    expect(wonCycleQuantile(aalenJohansen([{ time: 3, status: 'lost' }]), 0.9)).toEqual({
      days: null,
      reason: 'no won deals',
    })
  })

  it('refuses a share of 0', () => {
    expect(() => wonCycleQuantile(aalenJohansen(won), 0)).toThrow(RangeError)
  })
})
