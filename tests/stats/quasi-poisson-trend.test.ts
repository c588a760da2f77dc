import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { quasiPoissonTrend } from '../../src/stats/quasi-poisson-trend.ts'
import { agreesWithReference, withStatus } from './reference.ts'

const input = z.object({
  y: z.array(z.number()),
  x: z.array(z.number()),
  offset: z.array(z.number()).nullable(),
  phiFloor: z.union([z.literal(1), z.literal('binomial')]),
  arAdjust: z.boolean(),
  harmonic12: z.boolean(),
  conf: z.number(),
})

agreesWithReference('quasipoisson_trend', input, ({ y, x, offset, phiFloor, arAdjust, harmonic12, conf }) => {
  const options = { phiFloor, autocorrelation: arAdjust, harmonic: harmonic12, confidence: conf }
  const trend = quasiPoissonTrend(offset === null ? { y, x } : { y, x, exposure: offset }, options)
  return { ...withStatus(trend), growthPerUnit: trend.growth }
})

const months = (n: number) => Array.from({ length: n }, (_, month) => month)

describe('quasiPoissonTrend', () => {
  it('says what is missing', () => {
    expect(quasiPoissonTrend({ y: [], x: [] }).reason).toBe('fewer than 3 months')
    expect(quasiPoissonTrend({ y: [5, 6], x: [0, 1] }).reason).toBe('fewer than 3 months')
    expect(quasiPoissonTrend({ y: [0, 5, 0], x: [0, 1, 2] }).reason).toBe(
      'fewer than 2 months with any count',
    )
    expect(quasiPoissonTrend({ y: [4, 5, 6], x: [1, 1, 1] }).reason).toBe('all in the same month')
    expect(quasiPoissonTrend({ y: [4, 5, 6, 7], x: [0, 1, 2, 3] }, { harmonic: true }).reason).toBe(
      'fewer than 5 months',
    )
    expect(quasiPoissonTrend({ y: [4, 5, 6], x: [0, 1, 2], exposure: [10, 0, 10] })).toMatchObject({
      n: 2,
      slope: null,
    })
  })

  it('is flat for equal counts', () => {
    expect(quasiPoissonTrend({ y: [7, 7, 7, 7], x: months(4) })).toMatchObject({ phi: 1, inflation: 1 })
    expect(quasiPoissonTrend({ y: [7, 7, 7, 7], x: months(4) }).slope).toBeCloseTo(0, 12)
  })

  it('is flat and defined when every lead converts', () => {
    const leads = [10, 12, 30, 25, 8, 14]
    const trend = quasiPoissonTrend({ y: leads, x: months(6), exposure: leads }, { phiFloor: 'binomial' })
    expect(trend.slope).toBeCloseTo(0, 10)
    expect(trend.pLess).not.toBeNaN()
    expect(trend.reason).toBeNull()
  })

  it('does not care when the calendar starts', () => {
    const y = [20, 25, 22, 30, 28, 35, 33, 40]
    const early = quasiPoissonTrend({ y, x: months(8) })
    const late = quasiPoissonTrend({ y, x: months(8).map((month) => month + 24_000) })
    expect(late.slope).toBeCloseTo(early.slope ?? 0, 12)
    expect(late.se).toBeCloseTo(early.se ?? 0, 12)
  })

  it('takes a season out of the way', () => {
    const y = months(36).map((month) =>
      Math.round(100 * Math.exp(0.4 * Math.sin((2 * Math.PI * month) / 12))),
    )
    const plain = quasiPoissonTrend({ y, x: months(36) })
    const seasonal = quasiPoissonTrend({ y, x: months(36) }, { harmonic: true })
    expect(seasonal.se).toBeLessThan((plain.se ?? 0) / 2)
    expect(seasonal.slope).toBeCloseTo(0, 3)
  })

  it('refuses negative counts and lists of different length', () => {
    expect(() => quasiPoissonTrend({ y: [-1, 2, 3], x: [0, 1, 2] })).toThrow(RangeError)
    expect(() => quasiPoissonTrend({ y: [1, 2, 3], x: [0, 1] })).toThrow(RangeError)
    expect(() => quasiPoissonTrend({ y: [1, 2, 3], x: [0, 1, 2], exposure: [1] })).toThrow(RangeError)
  })
})
