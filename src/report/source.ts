// What was read: every file, how it was understood, and what became of every row.
import { z } from 'zod'
import { finite } from './values.ts'

export const reject = z.strictObject({
  /** Line in the file as an editor shows it, counted from 1. */
  line: z.int(),
  code: z.string(),
  column: z.string().nullable(),
  /** The cell as written, shortened. */
  value: z.string().nullable(),
  reason: z.string(),
})
export type Reject = z.infer<typeof reject>

export const columnMapping = z.strictObject({
  /** Canonical column. */
  column: z.string(),
  /** Header in the file, or null when the value comes from elsewhere (a constant, the file name). */
  header: z.string().nullable(),
  /** Why: `preset salesforce-deals`, `synonym`, `content: 98 % dates`, `salescheck.json`. */
  why: z.string(),
  /** How cells are read, in words: `date, day first (evidence: 1,204 cells with a first part over 12)`. */
  format: z.string().nullable(),
})
export type ColumnMapping = z.infer<typeof columnMapping>

export const warning = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  line: z.int().optional(),
})
export type Warning = z.infer<typeof warning>

export const setAside = z.strictObject({ class: z.string(), rows: z.int(), lines: z.array(z.int()) })

export const source = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  compression: z.enum(['none', 'gzip']),
  encoding: z.string(),
  dialect: z
    .strictObject({ delimiter: z.string(), quote: z.string().nullable(), headerLine: z.int().nullable() })
    .nullable(),
  /** Canonical table, or null when the file was not recognised. */
  table: z.string().nullable(),
  /** Why this table: the preset, the columns found. */
  recognised: z.string(),
  preset: z.string().nullable(),
  rows: z.strictObject({ read: z.int(), used: z.int(), rejected: z.int(), setAside: z.array(setAside) }),
  mapping: z.array(columnMapping),
  unmapped: z.array(z.string()),
  rejects: z.array(reject),
  warnings: z.array(warning),
})
export type Source = z.infer<typeof source>

/** How well two tables find each other: `surveys.customer in deals.customer: 812 of 840 rows`. */
export const keyJoin = z.strictObject({
  from: z.string(),
  to: z.string(),
  rows: z.int(),
  matched: z.int(),
  /** Values without a partner, most frequent first, capped. */
  orphans: z.array(z.strictObject({ value: z.string(), rows: z.int() })),
  orphanValues: z.int(),
})
export type KeyJoin = z.infer<typeof keyJoin>

/** Rows and sums a person can check against the tool the export came from. */
export const tableProfile = z.strictObject({
  table: z.string(),
  rows: z.int(),
  /** First and last day of something that happened. */
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** Rows per value of a few columns: status, owner, product. */
  counts: z.array(
    z.strictObject({
      column: z.string(),
      values: z.array(
        z.strictObject({
          value: z.string().nullable(),
          rows: z.int(),
          /** Of deals: how many of them were won, lost and are open. */
          byStatus: z.array(z.strictObject({ status: z.string().nullable(), rows: z.int() })).optional(),
        }),
      ),
      distinct: z.int(),
    }),
  ),
  sums: z.array(
    z.strictObject({
      column: z.string(),
      status: z.string().nullable(),
      currency: z.string().nullable(),
      sum: finite,
      rows: z.int(),
    }),
  ),
})
export type TableProfile = z.infer<typeof tableProfile>
