import { array, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { revenueRetention } from '../../src/stats/revenue-retention.ts'
import { holds } from './holds.ts'
import { agreesWithReference, withStatus } from './reference.ts'

const input = z.object({ start: z.array(z.number()), end: z.array(z.number()) })

agreesWithReference('grr_nrr', input, ({ start, end }) =>
  withStatus(revenueRetention(start.map((amount, i) => ({ start: amount, end: end[i] ?? 0 })))),
)

describe('revenueRetention', () => {
  it('has no answer without customers at the start', () => {
    expect(revenueRetention([])).toMatchObject({ grr: null, nrr: null, excludedNew: 0 })
    expect(revenueRetention([{ start: 0, end: 5 }])).toMatchObject({
      excludedNew: 1,
      reason: 'no customer had revenue at the start',
    })
  })

  it('keeps gross retention between 0 and 1 and at or below net retention', () => {
    const customer = record({ start: integer({ min: 1, max: 1000 }), end: integer({ min: -10, max: 2000 }) })
    holds(
      property(array(customer, { minLength: 1, maxLength: 30 }), (customers) => {
        const { grr, nrr, reason } = revenueRetention(customers)
        if (reason !== null) throw new Error('defined with customers')
        expect(grr).toBeGreaterThanOrEqual(0)
        expect(grr).toBeLessThanOrEqual(1)
        expect(nrr).toBeGreaterThanOrEqual(grr)
      }),
    )
  })
})
