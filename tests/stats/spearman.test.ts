import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { spearman } from '../../src/stats/spearman.ts'
import { agreesWithReference } from './reference.ts'

const side = z.array(z.number().nullable())

agreesWithReference('spearman', z.object({ x: side, y: side, conf: z.number() }), ({ x, y, conf }) =>
  spearman(x, y, conf),
)

describe('spearman', () => {
  it('leaves pairs with a hole out', () => {
    expect(spearman([1, null, 2, 3, 4], [1, 9, 3, null, 4]).n).toBe(3)
  })

  it('has no answer for two pairs or a constant side, and says why', () => {
    expect(spearman([1, 2], [1, 2])).toMatchObject({ rho: null, p: null, reason: 'fewer than 3 pairs' })
    expect(spearman([1, 1, 1, 1], [1, 2, 3, 4]).reason).toBe('one side is constant')
    expect(spearman([], []).n).toBe(0)
  })

  it('has a p but no interval around a perfect order', () => {
    const ten = Array.from({ length: 10 }, (_, i) => i)
    expect(spearman(ten, ten)).toMatchObject({ rho: 1, p: 0, lower: null, upper: null, method: 't' })
    expect(spearman(ten.slice(0, 5), ten.slice(0, 5)).reason).toBe('no interval around a perfect order')
  })

  it('does not care for the scale, only for the order', () => {
    const x = [3, 1, 4, 1.5, 9, 2]
    const y = [2, 7, 1, 8, 2.5, 9]
    const logs = x.map((value) => Math.log(value))
    expect(spearman(logs, y).rho).toBe(spearman(x, y).rho)
  })

  it('refuses lists of different length', () => {
    expect(() => spearman([1, 2, 3], [1, 2])).toThrow(RangeError)
  })
})
