import { describe, expect, it } from 'vitest'
import { trinomialTail } from '../../src/stats/trinomial-tail.ts'

describe('trinomialTail', () => {
  it('is 1 over all outcomes, whatever the shares', () => {
    const all = trinomialTail(20, () => true)
    expect(all(0.3, 0.5)).toBeCloseTo(1, 12)
    expect(all(0, 0)).toBeCloseTo(1, 12)
    expect(all(0.5, 0.5)).toBeCloseTo(1, 12)
  })

  it('is 0 over none', () => {
    expect(trinomialTail(20, () => false)(0.3, 0.5)).toBe(0)
  })

  it('is a product for a single outcome', () => {
    expect(trinomialTail(2, ({ promoters }) => promoters === 2)(0.3, 0.5)).toBeCloseTo(0.25, 13)
    const oneOfEach = trinomialTail(3, ({ detractors, promoters }) => detractors === 1 && promoters === 1)
    expect(oneOfEach(0.2, 0.5)).toBeCloseTo(6 * 0.2 * 0.3 * 0.5, 13)
  })
})
