// NIST's certified regressions (StRD) may be used but not passed on, so they lie outside the project: name
// the folder that holds nist_strd_linear.json in SALESCHECK_REFERENCE_DIR.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { linearTrend } from '../../src/stats/linear-trend.ts'
import { differences } from './reference.ts'

const folder = process.env['SALESCHECK_REFERENCE_DIR']

const fileSchema = z.object({
  datasets: z.array(
    z.object({
      name: z.string(),
      X: z.array(z.unknown()),
      y: z.array(z.number()),
      intercept: z.boolean(),
      certified: z.object({
        coefficients: z.array(z.number()),
        standardErrors: z.array(z.number()),
        residualSd: z.number(),
        rSquared: z.number(),
      }),
      tolerance: z.object({ abs: z.number(), rel: z.number() }),
    }),
  ),
})

if (folder === undefined) {
  process.stderr.write(
    '\n!! NOT RUN: the NIST StRD regressions: SALESCHECK_REFERENCE_DIR must name their folder.\n\n',
  )
}

describe.skipIf(folder === undefined)('NIST StRD', () => {
  it('certifies the simple regression (Norris)', () => {
    const text = readFileSync(join(folder ?? '', 'nist_strd_linear.json'), 'utf8')
    const norris = fileSchema.parse(JSON.parse(text)).datasets.find(({ name }) => name === 'Norris')
    if (norris === undefined) throw new Error('the file has no data set Norris')
    const line = linearTrend(z.array(z.number()).parse(norris.X), norris.y)
    const got = {
      coefficients: [line.intercept, line.slope],
      seSlope: line.seSlope,
      residualSd: line.residualSd,
      rSquared: line.r2,
    }
    const { coefficients, standardErrors, residualSd, rSquared } = norris.certified
    const expected = { coefficients, seSlope: standardErrors[1], residualSd, rSquared }
    expect(differences(got, expected, norris.tolerance)).toEqual([])
  })
})
