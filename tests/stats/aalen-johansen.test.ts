import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aalenJohansen } from '../../src/stats/aalen-johansen.ts'
import { kaplanMeier } from '../../src/stats/kaplan-meier.ts'
import { wonCycleQuantile } from '../../src/stats/won-cycle-quantile.ts'
import { agreesWithReference } from './reference.ts'

const status = z.enum(['won', 'lost', 'open'])

agreesWithReference(
  'aalen_johansen',
  z.object({ time: z.array(z.number()), status: z.array(status) }),
  ({ time, status: statuses }) => {
    const incidence = aalenJohansen(time.map((days, i) => ({ time: days, status: statuses[i] ?? 'open' })))
    return {
      times: incidence.steps.map((step) => step.time),
      cifWon: incidence.steps.map(({ cifWon }) => cifWon),
      q50: wonCycleQuantile(incidence, 0.5).days,
      q90: wonCycleQuantile(incidence, 0.9).days,
    }
  },
)

describe('aalenJohansen', () => {
  it('adds up to the plain shares when nothing is open', () => {
    const { steps } = aalenJohansen([
      { time: 5, status: 'won', count: 3 },
      { time: 9, status: 'lost', count: 5 },
      { time: 20, status: 'won', count: 2 },
    ])
    expect(steps.at(-1)?.cifWon).toBeCloseTo(0.5, 14)
    expect(steps.at(-1)?.cifLost).toBeCloseTo(0.5, 14)
  })

  it('is Kaplan-Meier when nothing is lost', () => {
    const times = [3, 5, 5, 8, 13, 21]
    const deals = times.map((time, i) => ({
      time,
      status: i % 2 === 0 ? ('won' as const) : ('open' as const),
    }))
    const curve = kaplanMeier(deals.map(({ time, status: how }) => ({ time, event: how === 'won' })))
    const survival = curve.steps.filter(({ events }) => events > 0).map((step) => 1 - step.survival)
    aalenJohansen(deals).steps.forEach(({ cifWon }, i) => expect(cifWon).toBeCloseTo(survival[i] ?? 0, 14))
  })

  it('says when there is nothing to go by', () => {
    expect(aalenJohansen([])).toEqual({ n: 0, won: 0, lost: 0, steps: [], reason: 'no deals' })
    expect(aalenJohansen([{ time: 3, status: 'open' }]).reason).toBe('no closed deals')
  })

  it('refuses negative ages', () => {
    expect(() => aalenJohansen([{ time: -1, status: 'won' }])).toThrow(RangeError)
  })
})
