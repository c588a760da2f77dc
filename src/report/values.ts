// The small values a report is made of. Numbers are finite: the schema refuses NaN and infinity.
import { z } from 'zod'

export const finite = z.number()
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const scalar = z.union([z.string(), finite, z.boolean(), z.null()])
export type Scalar = z.infer<typeof scalar>

export const outcomeNames = ['problem', 'watch', 'ok', 'insufficient-data', 'skipped', 'failed'] as const
export const outcomeName = z.enum(outcomeNames)
/** What became of a detector. `insufficient-data`: it ran, the data cannot carry a verdict. `skipped`: its inputs are not there. */
export type OutcomeName = z.infer<typeof outcomeName>

export const verdict = z.enum(['problem', 'watch'])
/** `problem`: large and significant. `watch`: large, weak evidence. */
export type Verdict = z.infer<typeof verdict>

export const period = z.strictObject({
  grain: z.enum(['week', 'month', 'quarter', 'year', 'custom']),
  label: z.string(),
  start: day,
  end: day,
})
export type ReportPeriod = z.infer<typeof period>

export const money = z.strictObject({
  amount: finite,
  /** ISO 4217 code, or null where the export names none. Never summed across currencies. */
  currency: z.string().nullable(),
})
export type Money = z.infer<typeof money>
