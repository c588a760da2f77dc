import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { welchDifference } from '../../src/stats/welch-difference.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({ x: z.array(z.number()), y: z.array(z.number()), conf: z.number() })

agreesWithReference('welch_diff', input, ({ x, y, conf }) => welchDifference(x, y, conf))

describe('welchDifference', () => {
  it('has the pooled degrees of freedom for equal groups of equal spread', () => {
    expect(welchDifference([1, 2, 3], [11, 12, 13]).df).toBeCloseTo(4, 12)
  })

  it('says what is missing', () => {
    expect(welchDifference([], [1, 2])).toMatchObject({ n1: 0, status: 'undefined', diff: null })
    expect(welchDifference([5, 5], [3, 3])).toMatchObject({ status: 'zero-variance', diff: 2, lower: null })
    expect(welchDifference([0.1, 0.1, 0.1], [0.7, 0.7, 0.7]).status).toBe('zero-variance')
  })

  it('is defined when only one side varies', () => {
    expect(welchDifference([5, 5, 5], [1, 2, 3])).toMatchObject({ status: 'ok', df: 2, diff: 3 })
  })
})
