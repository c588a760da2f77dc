// What `inspect` tells: how every file was understood, row for row, and which questions can be answered from it.
import { z } from 'zod'
import { schemaVersion } from './version.ts'
import { keyJoin, source, tableProfile, warning } from './source.ts'
import { day } from './values.ts'

export const detectorReadiness = z.strictObject({
  detector: z.string(),
  question: z.string(),
  /** `full`: a verdict is possible. `partial`: only tables can be filled. `none`: nothing to run on. */
  level: z.enum(['full', 'partial', 'none']),
  reason: z.string().nullable(),
})
export type DetectorReadiness = z.infer<typeof detectorReadiness>

export const inspection = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  tool: z.strictObject({ name: z.literal('salescheck'), version: z.string() }),
  asOf: day.nullable(),
  asOfFrom: z.string(),
  sources: z.array(source),
  profiles: z.array(tableProfile),
  joins: z.array(keyJoin),
  warnings: z.array(warning),
  detectors: z.array(detectorReadiness),
})
export type Inspection = z.infer<typeof inspection>
