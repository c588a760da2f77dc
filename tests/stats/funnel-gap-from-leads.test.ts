import { array, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { funnelGap } from '../../src/stats/funnel-gap.ts'
import { funnelGapFromLeads } from '../../src/stats/funnel-gap-from-leads.ts'
import { groupLeads } from '../../src/stats/lead-groups.ts'
import type { LeadGroup } from '../../src/stats/lead-groups.ts'
import { holds } from './holds.ts'
import { agreesWithReference } from './reference.ts'

const input = z.object({
  exportDate: z.string(),
  horizonDays: z.number(),
  created: z.array(z.string()),
  converted: z.array(z.string().nullable()),
})

const leadsOf = ({ created, converted }: z.infer<typeof input>) =>
  created.map((createdOn, i) => ({ createdOn, convertedOn: converted[i] ?? null }))

agreesWithReference('funnel_gap', input, (one) =>
  funnelGapFromLeads(leadsOf(one), { asOf: one.exportDate, horizonDays: one.horizonDays }),
)

/** What a database does: ages cut off at the horizon, lags beyond it or beyond the age forgotten, counted. */
function aggregate(groups: readonly LeadGroup[], horizon: number): LeadGroup[] {
  const counts = new Map<string, LeadGroup>()
  for (const { month, ageDays, lagDays, count } of groups) {
    const age = Math.min(ageDays, horizon)
    const lag = lagDays !== null && lagDays > age ? null : lagDays
    const key = `${month} ${age} ${lag}`
    counts.set(key, { month, ageDays: age, lagDays: lag, count: count + (counts.get(key)?.count ?? 0) })
  }
  return [...counts.values()]
}

/** `day` counts from 2022-01-01. */
function date(day: number): string {
  return new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10)
}

describe('funnelGapFromLeads', () => {
  // The as-of date, 2023-12-31, is day 729.
  const someLeads = array(
    record({ created: integer({ min: 0, max: 740 }), lag: option(integer({ min: -5, max: 200 })) }),
    { minLength: 300, maxLength: 400 },
  ).map((leads) =>
    leads.map(({ created, lag }) => ({
      createdOn: date(created),
      convertedOn: lag === null ? null : date(created + lag),
    })),
  )

  it('gives exactly the numbers of the aggregates, in any order of rows', () => {
    holds(
      property(someLeads, integer({ min: 20, max: 120 }), (leads, horizonDays) => {
        const options = { asOf: '2023-12-31', horizonDays }
        const expected = funnelGapFromLeads(leads, options)
        const { curve, ...numbers } = expected
        const rows = aggregate(groupLeads(leads, '2023-12-31'), horizonDays)
        for (const groups of [rows, rows.toReversed()]) {
          const { curve: other, ...same } = funnelGap(groups, options)
          expect(same).toStrictEqual(numbers)
          expect(other).toStrictEqual(curve)
        }
      }),
      25,
    )
  })

  it('is insufficient for a single lead', () => {
    const result = funnelGapFromLeads([{ createdOn: '2024-01-10', convertedOn: null }], {
      asOf: '2024-03-31',
    })
    expect(result.verdict).toBe('insufficient')
  })
})
