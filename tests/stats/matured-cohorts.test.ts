import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { maturedCohorts } from '../../src/stats/matured-cohorts.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({
  leads: z.array(z.object({ created: z.number(), converted: z.number().nullable() })),
  horizonDays: z.number(),
  exportDay: z.number(),
  cohortDays: z.number(),
})

agreesWithReference('matured_cohorts', input, ({ leads, ...window }) => maturedCohorts(leads, window))

describe('maturedCohorts', () => {
  it('counts a cohort as matured on the very day its last lead has had its time', () => {
    const leads = [{ created: 29, converted: null }]
    expect(maturedCohorts(leads, { exportDay: 120 }).cohorts).toHaveLength(1)
    expect(maturedCohorts(leads, { exportDay: 119 }).cohorts).toHaveLength(0)
    expect(maturedCohorts(leads, { exportDay: 119 }).immatureCohorts).toEqual([0, 1, 2, 3])
  })

  it('drops and counts leads that cannot be', () => {
    const leads = [
      { created: 500, converted: null },
      { created: 5, converted: 4 },
      { created: 5, converted: 95 },
      { created: 5, converted: 96 },
    ]
    expect(maturedCohorts(leads, { exportDay: 120 })).toMatchObject({
      dropped: 2,
      cohorts: [{ cohort: 0, leads: 2, conversions: 1 }],
    })
  })

  it('is empty without leads', () => {
    expect(maturedCohorts([], { exportDay: 120 })).toEqual({ cohorts: [], immatureCohorts: [], dropped: 0 })
  })
})
