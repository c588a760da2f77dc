// The end-to-end reference cases (computed by R) through the engine: lists of leads in, the trend out.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { funnelOutpacesConversion } from '../../../src/detectors/funnel-outpaces-conversion/index.ts'
import { differences } from '../../stats/reference.ts'
import { runOn } from '../scenario.ts'

const file = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      input: z.object({
        exportDate: z.string(),
        horizonDays: z.number(),
        created: z.array(z.string()),
        converted: z.array(z.string().nullable()),
      }),
      expected: z.looseObject({ verdict: z.string(), usableMonths: z.number() }),
      tolerance: z.object({ abs: z.number(), rel: z.number() }),
    }),
  ),
})

const { cases } = file.parse(
  JSON.parse(readFileSync(new URL('../../../fixtures/reference/funnel_gap.json', import.meta.url), 'utf8')),
)

describe('funnel_gap agrees with R', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', async (_id, { input, expected, tolerance }) => {
    const leads = input.created.map((created_on, at) => ({
      lead_id: `L${at}`,
      created_on,
      converted_on: input.converted[at] ?? null,
    }))
    const { outcome, summary } = await runOn(
      funnelOutpacesConversion,
      { leads },
      { asOf: input.exportDate, options: { horizonDays: input.horizonDays } },
    )
    expect(outcome).toBe(expected.verdict === 'insufficient' ? 'insufficient-data' : expected.verdict)
    const names = [
      'usableMonths',
      'leadsGrowth',
      'leadsGrowthP',
      'gapSlope',
      'gapP',
      'totalGap',
      'conversionDecline',
    ]
    const wanted = Object.fromEntries(names.map((name) => [name, expected[name] ?? null]))
    expect(differences(summary, wanted, tolerance)).toEqual([])
  })
})
