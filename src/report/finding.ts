// A finding: one thing worth a person's attention, with the numbers and the rows behind it.
import { z } from 'zod'
import { finite, money, period, verdict } from './values.ts'

export const subject = z.strictObject({ column: z.string(), value: z.string() })
export type Subject = z.infer<typeof subject>

export const measure = z.strictObject({
  /** What was measured, in words: `NPS`, `createdWinRate within 90 days`. */
  name: z.string(),
  unit: z.enum(['nps', 'share', 'count', 'days', 'money', 'ratio', 'growth', 'points', 'number']),
  observed: finite.nullable(),
  /** What it is compared with: the rest of the company, the period before, a limit. */
  expected: finite.nullable(),
  /** Two-sided 95 % interval of `observed`, or of the difference where `intervalOf` says so. */
  lower: finite.nullable(),
  upper: finite.nullable(),
  intervalOf: z.enum(['observed', 'difference', 'ratio']),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
})
export type Measure = z.infer<typeof measure>

export const evidenceRows = z.strictObject({
  table: z.string(),
  /** Ids of the rows, ordered, capped; `total` says how many there are. */
  ids: z.array(z.string()),
  total: z.int(),
})

export const evidence = z.strictObject({
  test: z.string(),
  statistic: finite.nullable(),
  p: finite.nullable(),
  /** Benjamini-Hochberg within the family that was tested together. */
  adjustedP: finite.nullable(),
  n: z.int(),
  rows: z.array(evidenceRows),
})
export type Evidence = z.infer<typeof evidence>

export const change = z.enum(['new', 'worse', 'better', 'unchanged'])
/** `worse` and `better`: the verdict changed, or the distance from what was expected by a tenth or more. */
export type Change = z.infer<typeof change>

export const finding = z.strictObject({
  /** Stable over runs: detector, message, subject and period. Two reports are compared by it. */
  key: z.string(),
  detector: z.string(),
  messageId: z.string(),
  verdict,
  sentence: z.string(),
  subject: z.array(subject),
  period: period.nullable(),
  measure,
  evidence,
  /** Money at stake, per currency. */
  impact: z.array(money),
  advice: z.string(),
  /** Against the baseline report, when one was given. */
  change: change.optional(),
})
export type Finding = z.infer<typeof finding>
