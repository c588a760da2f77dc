import { array, double, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { kitagawa } from '../../src/stats/kitagawa.ts'
import { holds } from './holds.ts'
import { agreesWithReference } from './reference.ts'

const list = z.array(z.number())

agreesWithReference('kitagawa', z.object({ n1: list, r1: list, n2: list, r2: list }), ({ n1, r1, n2, r2 }) =>
  kitagawa(n1.map((size, i) => ({ n1: size, r1: r1[i] ?? 0, n2: n2[i] ?? 0, r2: r2[i] ?? 0 }))),
)

describe('kitagawa', () => {
  it('splits the change without a rest, over all and over each segment', () => {
    const rate = double({ min: 0, max: 1, noNaN: true })
    const size = integer({ min: 1, max: 500 })
    holds(
      property(
        array(record({ n1: size, r1: rate, n2: size, r2: rate }), { minLength: 1, maxLength: 8 }),
        (parts) => {
          const { diff, rateEffect, mixEffect, segments, reason } = kitagawa(parts)
          if (reason !== null) throw new Error('defined with cases')
          expect(rateEffect + mixEffect).toBeCloseTo(diff, 12)
          const total = segments.reduce((sum, segment) => sum + segment.rateEffect + segment.mixEffect, 0)
          expect(total).toBeCloseTo(diff, 12)
        },
      ),
    )
  })

  it('takes a change by rounding for no change', () => {
    const segments = [
      { n1: 1, r1: 0.1, n2: 1, r2: 0.3 },
      { n1: 1, r1: 0.3, n2: 1, r2: 0.1 },
    ]
    expect(kitagawa(segments).simpson).toBe(false)
  })

  it('has no answer for an empty period', () => {
    expect(kitagawa([])).toMatchObject({ diff: null, segments: null, reason: 'one of the periods is empty' })
    expect(kitagawa([{ n1: 5, r1: 0.2, n2: 0, r2: 0 }]).diff).toBeNull()
  })
})
