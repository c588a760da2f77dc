import { describe, expect, it } from 'vitest'
import { linearScale, place } from '../../../../src/reporters/html/chart/scale.ts'

describe('a linear scale', () => {
  it('reaches from 0 over the values, with round ends and ticks', () => {
    const scale = linearScale([3, null, 9.1], [0, 100], { count: 5 })
    expect(scale.domain).toEqual([0, 10])
    expect(scale.ticks).toEqual([0, 2, 4, 6, 8, 10])
    expect(scale.at(5)).toBe(50)
  })

  it('has 0 inside where values lie on both sides', () => {
    const scale = linearScale([-0.5, 0.31], [200, 0], { count: 4 })
    expect(scale.domain).toEqual([-0.6, 0.4])
    expect(scale.at(-0.6)).toBe(200)
    expect(scale.at(0.4)).toBe(0)
  })

  it('reaches what it is told to keep', () => {
    expect(linearScale([0.62], [0, 1], { keep: [1] }).domain).toEqual([0, 1])
  })

  it('does without values, with equal ones, and with enormous ones', () => {
    expect(linearScale([], [0, 1]).domain).toEqual([0, 1])
    expect(linearScale([0, 0], [0, 1]).domain).toEqual([0, 1])
    const scale = linearScale([-1.7e308, 1.7e308], [0, 100])
    expect([-1.7e308, 0, 1.7e308].map((value) => scale.at(value)).every((at) => at >= 0 && at <= 100)).toBe(
      true,
    )
  })
})

describe('a coordinate', () => {
  it('has one decimal at most', () => {
    expect([1, 1.04, 1.06, -0.02].map(place)).toEqual(['1', '1', '1.1', '0'])
  })
})
