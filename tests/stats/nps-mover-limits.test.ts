import { describe, expect, it } from 'vitest'
import { npsMoverLimits } from '../../src/stats/nps-mover-limits.ts'

describe('npsMoverLimits', () => {
  const x = { detractors: 2, passives: 3, promoters: 5 }
  const y = { detractors: 20, passives: 30, promoters: 70 }

  it('are the difference itself at z = 0', () => {
    const { diff, lower, upper } = npsMoverLimits(x, y, 0)
    expect(diff).toBeCloseTo(0.3 - 5 / 12, 15)
    expect([lower, upper]).toEqual([diff, diff])
  })

  it('widen with z', () => {
    const near = npsMoverLimits(x, y, 1)
    const far = npsMoverLimits(x, y, 2)
    expect(far.lower).toBeLessThan(near.lower)
    expect(far.upper).toBeGreaterThan(near.upper)
  })
})
