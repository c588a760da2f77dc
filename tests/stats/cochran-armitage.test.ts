import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cochranArmitage } from '../../src/stats/cochran-armitage.ts'
import { agreesWithReference, withStatus } from './reference.ts'

agreesWithReference(
  'cochran_armitage',
  z.object({ x: z.array(z.number()), n: z.array(z.number()) }),
  ({ x, n }) => withStatus(cochranArmitage(x, n)),
)

describe('cochranArmitage', () => {
  it('sees nothing in equal shares', () => {
    expect(cochranArmitage([1, 2, 4], [10, 20, 40])).toMatchObject({ z: 0, p: 1, pLess: 0.5 })
  })

  it('says why it has no answer', () => {
    expect(cochranArmitage([], []).reason).toBe('fewer than 2 months with cases')
    expect(cochranArmitage([3, 0], [10, 0]).z).toBeNull()
    expect(cochranArmitage([0, 0], [10, 10]).reason).toBe('nobody or everybody is a hit')
  })

  it('refuses more hits than cases', () => {
    expect(() => cochranArmitage([11, 1], [10, 10])).toThrow(RangeError)
  })
})
