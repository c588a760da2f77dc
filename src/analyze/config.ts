// salescheck.json: read whole, checked strictly, unknown keys refused with a suggestion.
import type { z } from 'zod'
import type { Detector } from '../detectors/detector.ts'
import { reasonCategories, type ReasonCategory, type TaughtReason } from '../detectors/reason-words.ts'
import { SalescheckError, suggestion } from '../errors.ts'
import { models } from '../models/index.ts'
import type { DetectorEntries, FileMapping } from './config-schema.ts'
import { detectorSettings } from './detector-settings.ts'
import { generalOptions } from './general-options.ts'
import { reasonEntries } from './reason-entries.ts'

export type { FileMapping } from './config-schema.ts'

export interface Config {
  /** As the user knows the file; null: none was found. */
  readonly path: string | null
  readonly general: ReadonlyMap<string, unknown>
  readonly files: ReadonlyMap<string, FileMapping>
  /** Other wordings of lost reasons, from `reasons` and `aliases`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>
  readonly reasons: ReadonlyMap<string, TaughtReason>
  readonly categories: ReadonlyMap<ReasonCategory, readonly string[]>
  readonly detectors: DetectorConfigs
  /** The same by business model, and by team as the file writes it. */
  readonly models: ReadonlyMap<string, DetectorConfigs>
  readonly teams: ReadonlyMap<string, DetectorConfigs>
}

/** Detector id -> option values, or false: switched off. */
export type DetectorConfigs = ReadonlyMap<string, false | ReadonlyMap<string, unknown>>

export const emptyConfig: Config = {
  path: null,
  general: new Map(),
  files: new Map(),
  aliases: new Map(),
  reasons: new Map(),
  categories: new Map(),
  detectors: new Map(),
  models: new Map(),
  teams: new Map(),
}

/** Checks the text of a configuration file; `path` is used in messages only. Throws SalescheckError `config`. */
export async function parseConfig(
  text: string,
  path: string,
  detectors: readonly Detector[],
): Promise<Config> {
  const json = parseJson(text, path)
  // zod costs start-up time: only runs with a configuration file pay it.
  const { configSchema } = await import('./config-schema.ts')
  const checked = configSchema(detectors).safeParse(json)
  if (!checked.success) throw configError(checked.error.issues[0], json, path, detectors)
  const { files = {}, aliases, reasons, categories, detectors: chosen, ...rest } = checked.data
  const { models: byModel = {}, teams: byTeam = {}, ...general } = rest
  return {
    path,
    general: new Map(Object.entries(general).filter(([key]) => key !== '$schema')),
    files: new Map(Object.entries(files)),
    ...reasonEntries({ ...(aliases && { aliases }), ...(reasons && { reasons }) }, path),
    categories: new Map(reasonCategories.map((category) => [category, categories?.[category] ?? []])),
    detectors: detectorConfigs(chosen),
    models: new Map(Object.entries(byModel).map(([id, entries]) => [id, detectorConfigs(entries)])),
    teams: new Map(Object.entries(byTeam).map(([name, entry]) => [name, detectorConfigs(entry.detectors)])),
  }
}

const detectorConfigs = (entries: DetectorEntries = {}): DetectorConfigs =>
  new Map(
    Object.entries(entries).map(([id, options]) => [
      id,
      options === false ? false : new Map(Object.entries(options)),
    ]),
  )

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new SalescheckError('config', `${path} is not valid JSON: ${detail}`, { place: { file: path } })
  }
}

const fileKeys = [
  'table',
  'columns',
  'dateOrder',
  'decimal',
  'amountsIn',
  'currency',
  'values',
  'scoreOffset',
  'ignore',
]
const reasonKeys = ['aliases', 'category', 'validated']
const topKeys = [
  '$schema',
  ...Object.keys(generalOptions),
  'files',
  'reasons',
  'aliases',
  'categories',
  'detectors',
  'models',
  'teams',
]
/** How many keys lead to the detectors. */
const detectorDepth: ReadonlyMap<PropertyKey | undefined, number> = new Map([
  ['detectors', 1],
  ['models', 2],
  ['teams', 3],
])

/** The keys that may stand at a place of the file. */
function keysAt(where: readonly PropertyKey[], detectors: readonly Detector[]): readonly string[] {
  if (where.length === 0) return topKeys
  if (where[0] === 'files') return fileKeys
  if (where[0] === 'reasons') return reasonKeys
  if (where[0] === 'categories') return reasonCategories
  if (where[0] === 'models' && where.length === 1) return models.map(({ id }) => id)
  if (where[0] === 'teams' && where.length === 2) return ['detectors']
  const [chosen] = where.slice(detectorDepth.get(where[0]))
  const detector = detectors.find(({ id }) => id === chosen)
  return detector === undefined ? detectors.map(({ id }) => id) : Object.keys(detectorSettings(detector))
}

/** What stands at a place of the file. */
const valueAt = (json: unknown, where: readonly PropertyKey[]): unknown =>
  where.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    json,
  )

const meant = (word: string, known: readonly string[], what: string): string => {
  const guess = suggestion(word, known)
  return guess === undefined ? `${what}: ${known.join(', ')}.` : `Did you mean "${guess}"?`
}

function configError(
  issue: z.core.$ZodIssue | undefined,
  json: unknown,
  path: string,
  detectors: readonly Detector[],
): SalescheckError {
  if (issue === undefined) return new SalescheckError('config', `${path} is not valid`)
  const value = valueAt(json, issue.path)
  if (issue.code === 'invalid_union' && typeof value === 'object') {
    // `false` or an object of options: the user meant the object unless it is no object at all.
    const inner = issue.errors.at(-1)?.[0]
    if (inner !== undefined)
      return configError({ ...inner, path: [...issue.path, ...inner.path] }, json, path, detectors)
  }
  const where = issue.path.map(String).join('.')
  const at = where === '' ? path : `${path}: ${where}`
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const known = issue.values.map(String)
    return new SalescheckError('config', `${at}: "${value}" is not one of the words allowed here`, {
      hint: meant(value, known, 'Allowed'),
    })
  }
  if (issue.code !== 'unrecognized_keys') return new SalescheckError('config', `${at}: ${issue.message}`)
  const key = issue.keys[0] ?? ''
  return new SalescheckError('config', `${at}: unknown key "${key}"`, {
    hint: meant(key, keysAt(issue.path, detectors), 'Known keys'),
  })
}
