// The waist of the hourglass: everything about one run, as data. Detectors fill it, reporters draw it, neither knows the other.
import { z } from 'zod'
import { finding } from './finding.ts'
import { keyJoin, source, warning } from './source.ts'
import { table } from './table.ts'
import { unlock } from './unlock.ts'
import { schemaVersion } from './version.ts'
import { day, finite, outcomeName, scalar } from './values.ts'

export const setting = z.strictObject({
  key: z.string(),
  value: scalar,
  /** Where the value comes from: `default`, `model subscription`, `salescheck.json`, `SALESCHECK_…`, `flag`. */
  from: z.string(),
})
export type Setting = z.infer<typeof setting>

const jsonValue: z.ZodType = z.json()

export const detectorOutcome = z.strictObject({
  detector: z.string(),
  question: z.string(),
  outcome: outcomeName,
  /** The answer in one sentence, with its numbers. */
  headline: z.string(),
  /** Why nothing could be judged, in the user's words; null where a verdict was given. */
  reason: z.string().nullable(),
  /** Headline values under names that do not change. */
  summary: z.record(z.string(), jsonValue),
  findings: z.array(finding),
  tables: z.array(table),
  /** What to know when reading the tables: limits, merges, what was left out. */
  notes: z.array(z.string()),
  advice: z.string(),
})
export type DetectorOutcome = z.infer<typeof detectorOutcome>

/** The report this one was compared with. */
export const baseline = z.strictObject({
  name: z.string(),
  asOf: day.nullable(),
  /** Findings of the baseline that are no more. */
  resolved: z.array(finding),
  /** Findings whose question has no answer this time (an export was missing): a later run is compared with them as well. */
  unanswered: z.array(finding).optional(),
})

/** One earlier run, as a line of a history file says it. */
export const historyEntry = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  asOf: day.nullable(),
  outcomes: z.array(
    z.strictObject({
      detector: z.string(),
      outcome: outcomeName,
      findings: z.int(),
      numbers: z.record(z.string(), finite),
    }),
  ),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const report = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(schemaVersion),
  tool: z.strictObject({ name: z.literal('salescheck'), version: z.string() }),
  /** Data reach until this day; cohorts are censored here. */
  asOf: day.nullable(),
  /** Why this day: `--as-of`, or the newest day of something that happened. */
  asOfFrom: z.string(),
  model: z.string(),
  settings: z.array(setting),
  sources: z.array(source),
  joins: z.array(keyJoin),
  warnings: z.array(warning),
  outcomes: z.array(detectorOutcome),
  /** What further exports would make possible, the shortest way first; none when every question had what it needs. */
  unlocks: z.array(unlock).optional(),
  baseline: baseline.optional(),
  /** Earlier runs, oldest first, when a history file was given. */
  history: z.array(historyEntry).optional(),
})
export type Report = z.infer<typeof report>
