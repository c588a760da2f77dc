import { describe, expect, it } from 'vitest'
import { autocorrelationInflation } from '../../src/stats/autocorrelation-inflation.ts'

describe('autocorrelationInflation', () => {
  it('leaves residuals alone that do not resemble their neighbours', () => {
    expect(autocorrelationInflation([1, 1, -1, -1])).toEqual({ r1: 0.25, inflation: 1 })
    expect(autocorrelationInflation([1, -1, 1, -1])).toEqual({ r1: -0.75, inflation: 1 })
  })

  it('inflates by √((1 + c)/(1 - c)) with the bias of r1 put back', () => {
    // Runs of five: r1 = (4 + 4 + 4 + 4 - 3)/20 = 0.65, c = 0.65 + 2.95/20 = 0.7975, cut to 0.6.
    const runs = [1, -1, 1, -1].flatMap((sign) => [sign, sign, sign, sign, sign])
    expect(autocorrelationInflation(runs).r1).toBeCloseTo(0.65, 14)
    expect(autocorrelationInflation(runs).inflation).toBeCloseTo(2, 14)
    // Runs of three: r1 = (8 · 2 - 7)/24 = 0.375, c = 0.375 + 2.125/24.
    const short = Array.from({ length: 24 }, (_, t) => (Math.floor(t / 3) % 2 === 0 ? 1 : -1))
    const c = 0.375 + 2.125 / 24
    expect(autocorrelationInflation(short).inflation).toBeCloseTo(Math.sqrt((1 + c) / (1 - c)), 14)
  })

  it('takes rounding noise around a perfect fit as no residuals at all', () => {
    expect(autocorrelationInflation([1e-15, 1e-15, 1e-15])).toEqual({ r1: 0, inflation: 1 })
    expect(autocorrelationInflation([])).toEqual({ r1: 0, inflation: 1 })
  })
})
