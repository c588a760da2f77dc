import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pairedDifference } from '../../src/stats/paired-difference.ts'
import { agreesWithReference } from './reference.ts'

const side = z.array(z.number().nullable())

agreesWithReference('paired_diff', z.object({ x: side, y: side, conf: z.number() }), ({ x, y, conf }) =>
  pairedDifference(x, y, conf),
)

describe('pairedDifference', () => {
  it('leaves incomplete pairs out', () => {
    expect(pairedDifference([1, null, 4, 9], [0, 5, null, 6])).toMatchObject({ n: 2, diff: 2 })
  })

  it('says what is missing', () => {
    expect(pairedDifference([], [])).toMatchObject({ n: 0, status: 'undefined', diff: null })
    expect(pairedDifference([1, 2, 3], [0, 1, 2])).toMatchObject({ status: 'zero-variance', diff: 1 })
    expect(pairedDifference([0.3, 0.4, 0.7], [0.1, 0.2, 0.5]).status).toBe('zero-variance')
  })

  it('refuses lists of different length', () => {
    expect(() => pairedDifference([1, 2], [1])).toThrow(RangeError)
  })
})
