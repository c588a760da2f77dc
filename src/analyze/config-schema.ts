// The shape of salescheck.json, made from the settings and the detectors' options: type, check and JSON Schema in one.
import { z } from 'zod'
import type { Detector } from '../detectors/detector.ts'
import type { OptionSpec, OptionSpecs } from '../detectors/options.ts'
import { reasonCategories, type ReasonCategory, type Validation } from '../detectors/reason-words.ts'
import { models } from '../models/index.ts'
import { tableNames } from '../schema/index.ts'
import { detectorSettings } from './detector-settings.ts'
import { generalOptions } from './general-options.ts'

const words = z.array(z.string())

export const fileMapping = z.strictObject({
  table: z.enum(tableNames).optional().describe('What the file is, where it is not recognised.'),
  columns: z
    .record(z.string(), z.string().nullable())
    .optional()
    .describe('Canonical column -> header in the file; null leaves the column empty.'),
  dateOrder: z
    .enum(['day-first', 'month-first', 'year-first'])
    .optional()
    .describe('How 03/04/2026 is read.'),
  decimal: z.enum(['.', ',']).optional().describe('The decimal sign.'),
  amountsIn: z.enum(['units', 'thousands', 'millions']).optional().describe('Unit of the amounts.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code: three capital letters, such as EUR')
    .optional()
    .describe('ISO 4217 code of all amounts, where no column says it.'),
  values: z
    .record(z.string(), z.record(z.string(), words))
    .optional()
    .describe('Words of choice columns: { "status": { "won": ["Signed"], "lost": ["Dead"] } }.'),
  scoreOffset: z.int().min(-10).max(10).optional().describe('NPS codes are this much above the score.'),
  ignore: z.boolean().optional().describe('Leave the file out.'),
})
/** How one file (by name) is to be understood; what is not said is decided as without it. */
export type FileMapping = z.infer<typeof fileMapping>

const validation = z.union([z.boolean(), z.string().min(1)], {
  error: 'must be true, false or a text that says how it was confirmed',
})

const reason = z.strictObject({
  aliases: words
    .optional()
    .describe('Other wordings of this reason, as typed: ["too expensive", "budget cut"].'),
  category: z
    .enum(reasonCategories)
    .optional()
    .describe(
      'What it means for the product; default: by words. Administrative reasons are no losses: not ranked.',
    ),
  validated: z
    .union([validation, z.record(z.string(), validation)], {
      error: 'must be true, false, a text that says how it was confirmed, or these by product',
    })
    .optional()
    .describe(
      'Did customers confirm it? true, or how: "2026-08 debrief with 12 customers"; false: asked, and not confirmed; or by product: { "Core": true, "Pay": false }. What is not said is not validated yet.',
    ),
})

const categories = z.strictObject(
  Object.fromEntries(
    reasonCategories.map((category) => [
      category,
      words.optional().describe(`Words or phrases that make a reason ${category}.`),
    ]),
  ),
)

function optionSchema(spec: OptionSpec): z.ZodType {
  switch (spec.type) {
    case 'integer':
      return z.int().min(spec.min).max(spec.max)
    case 'number':
      return z.number().min(spec.min).max(spec.max)
    case 'choice':
      return z.enum(spec.choices)
    case 'date':
      return z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-09-30')
        .nullable()
    case 'flag':
      return z.boolean()
    case 'list':
      return words
    case 'text':
      break
  }
  return z.string().nullable()
}

const describe = (spec: OptionSpec): string =>
  spec.unit === undefined ? spec.help : `${spec.help} In ${spec.unit}.`

const optionsShape = (specs: OptionSpecs): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(specs).map(([key, spec]) => [key, optionSchema(spec).optional().describe(describe(spec))]),
  )

const detectorSchema = (detector: Detector): z.ZodType =>
  z
    .union([z.literal(false), z.strictObject(optionsShape(detectorSettings(detector)))], {
      error: 'must be false or an object of options',
    })
    .optional()
    .describe(`${detector.question} false switches it off.`)

const detectorsSchema = (detectors: readonly Detector[]): z.ZodType =>
  z
    .strictObject(Object.fromEntries(detectors.map((detector) => [detector.id, detectorSchema(detector)])))
    // Written once in the JSON Schema, where it stands in several places.
    .meta({ id: 'detectors' })

/** The schema of the whole file for these detectors. */
export const configSchema = (detectors: readonly Detector[]): z.ZodType<ConfigFile> => {
  const perDetector = detectorsSchema(detectors)
  return z.strictObject({
    $schema: z.string().optional(),
    ...optionsShape(generalOptions),
    files: z
      .record(z.string(), fileMapping)
      .optional()
      .describe('How single files are understood, by file name.'),
    reasons: z
      .record(z.string(), reason)
      .optional()
      .describe(
        'Lost reasons by the name to report them under: { "Price": { "aliases": ["too expensive"], "category": "price", "validated": true } }. The one place for all that is said of a reason.',
      ),
    aliases: z
      .record(z.string(), words)
      .optional()
      .describe(
        'Short for reasons with aliases alone: { "Price": ["too expensive"] } is { "reasons": { "Price": { "aliases": ["too expensive"] } } }. A reason stands in one of the two, not in both.',
      ),
    categories: categories
      .optional()
      .describe(
        'Your own words for the categories of lost reasons, looked at before the built-in English ones: { "competitor": ["Globex"] }. Whole words in any case.',
      ),
    detectors: perDetector.optional().describe('Options per question.'),
    models: z
      .strictObject(
        Object.fromEntries(models.map(({ id, summary }) => [id, perDetector.optional().describe(summary)])),
      )
      .optional()
      .describe(
        'Options per question that hold when this business model is chosen; "detectors" goes before them: { "subscription": { "target-hit-nps-low": { "minResponses": 15 } } }.',
      ),
    teams: z
      .record(z.string(), z.strictObject({ detectors: perDetector.optional() }))
      .optional()
      .describe('Options per question that hold with --team of this name; they go before "detectors".'),
  }) as unknown as z.ZodType<ConfigFile>
}

export interface ReasonEntry {
  readonly aliases?: readonly string[]
  readonly category?: ReasonCategory
  readonly validated?: Validation | Readonly<Record<string, Validation>>
}

/** Option values by detector id; false: switched off. */
export type DetectorEntries = Readonly<Record<string, false | Readonly<Record<string, unknown>>>>

export interface ConfigFile {
  readonly files?: Readonly<Record<string, FileMapping>>
  readonly aliases?: Readonly<Record<string, readonly string[]>>
  readonly reasons?: Readonly<Record<string, ReasonEntry>>
  readonly categories?: Readonly<Partial<Record<ReasonCategory, readonly string[]>>>
  readonly detectors?: DetectorEntries
  readonly models?: Readonly<Record<string, DetectorEntries>>
  readonly teams?: Readonly<Record<string, { readonly detectors?: DetectorEntries }>>
  readonly [general: string]: unknown
}
