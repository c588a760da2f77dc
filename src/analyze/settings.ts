// Settings of a run: flag > environment > salescheck.json > business model > default, each with where it came from.
import type { Detector, Words } from '../detectors/detector.ts'
import { optionFlag, type OptionSpec, type OptionValues } from '../detectors/options.ts'
import { SalescheckError, suggestion } from '../errors.ts'
import { models } from '../models/index.ts'
import type { Setting } from '../report/index.ts'
import { parsePeriod, type Period } from '../schema/index.ts'
import type { Config, FileMapping } from './config.ts'
import { generalOptions, type GeneralOptions } from './general-options.ts'
import { readOption, type SettingValue } from './option-value.ts'

export interface Settings {
  readonly general: OptionValues<GeneralOptions>
  readonly period: Period | null
  readonly detectors: readonly Detector[]
  /** Option values by detector id. */
  readonly options: ReadonlyMap<string, Readonly<Record<string, SettingValue>>>
  readonly files: ReadonlyMap<string, FileMapping>
  readonly words: Words
  /** Every setting that the report should name, with its provenance. */
  readonly list: readonly Setting[]
}

export interface SettingInputs {
  readonly all: readonly Detector[]
  readonly config: Config
  /** `model`, `failOn`, `target-hit-nps-low.minResponses` -> as given on the command line. */
  readonly flags: ReadonlyMap<string, unknown>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Detector ids to run; null: all that are not switched off. */
  readonly only: readonly string[] | null
}

interface Found {
  readonly value: SettingValue
  readonly from: string
}

const envName = (key: string): string =>
  `SALESCHECK_${optionFlag(key)
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()}`

const flagName = (key: string): string => `--${optionFlag(key)}`

function lookUp(key: string, spec: OptionSpec, inputs: SettingInputs, configured: unknown): Found | null {
  if (inputs.flags.has(key)) {
    return { value: readOption(spec, inputs.flags.get(key), flagName(key)), from: `flag ${flagName(key)}` }
  }
  const variable = envName(key)
  const fromEnv = inputs.env[variable]
  if (fromEnv !== undefined && fromEnv !== '') {
    return { value: readOption(spec, fromEnv, variable), from: `environment ${variable}` }
  }
  if (configured === undefined) return null
  const path = inputs.config.path ?? 'salescheck.json'
  return { value: readOption(spec, configured, `${path}: ${key}`), from: path }
}

const reported = (value: SettingValue): Setting['value'] =>
  Array.isArray(value) ? value.join(', ') : (value as Setting['value'])

/** Throws SalescheckError (usage or config) for anything unknown or out of range. */
export function resolveSettings(inputs: SettingInputs): Settings {
  const list: Setting[] = []
  const general: Record<string, SettingValue> = {}
  for (const [key, spec] of Object.entries(generalOptions)) {
    const found = lookUp(key, spec, inputs, inputs.config.general.get(key)) ?? {
      value: spec.default,
      from: 'default',
    }
    general[key] = found.value
    list.push({ key, value: reported(found.value), from: found.from })
  }
  const values = general as unknown as OptionValues<GeneralOptions>
  const model = models.find(({ id }) => id === values.model)
  const detectors = choose(inputs)
  const options = new Map<string, Record<string, SettingValue>>()
  for (const detector of detectors) {
    const configured = inputs.config.detectors.get(detector.id)
    const own: Record<string, SettingValue> = {}
    for (const [key, spec] of Object.entries(detector.options)) {
      const fromModel = model?.options[detector.id]?.[key]
      const found =
        lookUp(
          `${detector.id}.${key}`,
          spec,
          inputs,
          configured === false ? undefined : configured?.get(key),
        ) ??
        (fromModel === undefined
          ? { value: spec.default, from: 'default' }
          : { value: fromModel, from: `model ${values.model}` })
      own[key] = found.value
      list.push({ key: `${detector.id}.${key}`, value: reported(found.value), from: found.from })
    }
    options.set(detector.id, own)
  }
  checkDates(values)
  return {
    general: values,
    period: readPeriod(values.period),
    detectors,
    options,
    files: inputs.config.files,
    words: {
      aliases: inputs.config.aliases,
      reasons: inputs.config.reasons,
      categories: inputs.config.categories,
    },
    list,
  }
}

function choose(inputs: SettingInputs): readonly Detector[] {
  const ids = inputs.all.map(({ id }) => id)
  for (const id of inputs.only ?? []) {
    if (ids.includes(id)) continue
    const guess = suggestion(id, ids)
    throw new SalescheckError('usage', `there is no detector "${id}"`, {
      hint: guess === undefined ? `Detectors: ${ids.join(', ')}.` : `Did you mean ${guess}?`,
    })
  }
  const only = inputs.only
  return only === null
    ? inputs.all.filter(({ id }) => inputs.config.detectors.get(id) !== false)
    : inputs.all.filter(({ id }) => only.includes(id))
}

function checkDates({ since, until }: OptionValues<GeneralOptions>): void {
  if (since !== null && until !== null && since > until) {
    throw new SalescheckError('usage', `--since ${since} is later than --until ${until}`)
  }
}

function readPeriod(text: string | null): Period | null {
  if (text === null) return null
  const period = parsePeriod(text)
  if (period !== null && period.grain !== 'week') return period
  throw new SalescheckError('usage', `--period: "${text}" is not a month, quarter or year`, {
    hint: 'Write it as 2026-Q3, 2026-09 or 2026.',
  })
}
