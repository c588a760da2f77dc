// Settings of a run: flag > environment > salescheck.json > business model > default, each with where it came from.
import type { Detector, Words } from '../detectors/detector.ts'
import { optionFlag, type OptionSpec, type OptionValues } from '../detectors/options.ts'
import { SalescheckError, suggestion } from '../errors.ts'
import { models } from '../models/index.ts'
import type { Setting } from '../report/index.ts'
import { parsePeriod, type Period } from '../schema/index.ts'
import type { Config, DetectorConfigs, FileMapping } from './config.ts'
import { detectorSettings } from './detector-settings.ts'
import { generalOptions, type GeneralOptions } from './general-options.ts'
import { readOption, type SettingValue } from './option-value.ts'
import { sameTeam } from './team-name.ts'

export interface Settings {
  readonly general: OptionValues<GeneralOptions>
  readonly period: Period | null
  readonly detectors: readonly Detector[]
  /** Option values by detector id. */
  readonly options: ReadonlyMap<string, Readonly<Record<string, SettingValue>>>
  readonly files: ReadonlyMap<string, FileMapping>
  readonly words: Words
  /** Teams that salescheck.json has options for. */
  readonly teams: readonly string[]
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

/** What salescheck.json says, in the order of what goes first. */
interface Layer {
  /** Where in the file, for messages: `teams.Enterprise.detectors.`. */
  readonly place: string
  readonly from: string
  readonly detectors: DetectorConfigs
}

function lookUp(key: string, spec: OptionSpec, inputs: SettingInputs): Found | null {
  if (inputs.flags.has(key)) {
    return { value: readOption(spec, inputs.flags.get(key), flagName(key)), from: `flag ${flagName(key)}` }
  }
  const variable = envName(key)
  const fromEnv = inputs.env[variable]
  if (fromEnv !== undefined && fromEnv !== '') {
    return { value: readOption(spec, fromEnv, variable), from: `environment ${variable}` }
  }
  return null
}

const pathOf = ({ path }: Config): string => path ?? 'salescheck.json'

function generalSetting(key: string, spec: OptionSpec, inputs: SettingInputs): Found {
  const given = lookUp(key, spec, inputs)
  if (given !== null) return given
  const inFile = inputs.config.general.get(key)
  if (inFile === undefined) return { value: spec.default, from: 'default' }
  const path = pathOf(inputs.config)
  return { value: readOption(spec, inFile, `${path}: ${key}`), from: path }
}

function layersOf({ config }: SettingInputs, model: string, team: string | null): Layer[] {
  const path = pathOf(config)
  const named = team === null ? undefined : [...config.teams].find(([name]) => sameTeam(name, team))
  return [
    ...(named === undefined
      ? []
      : [{ place: `teams.${named[0]}.detectors.`, from: `${path}, team ${named[0]}`, detectors: named[1] }]),
    { place: '', from: path, detectors: config.detectors },
    {
      place: `models.${model}.`,
      from: `${path}, model ${model}`,
      detectors: config.models.get(model) ?? new Map(),
    },
  ]
}

function configured(
  detector: string,
  key: string,
  spec: OptionSpec,
  layers: readonly Layer[],
  { config }: SettingInputs,
): Found | null {
  for (const { place, from, detectors } of layers) {
    const options = detectors.get(detector)
    const value = options === false ? undefined : options?.get(key)
    if (value !== undefined) {
      return { value: readOption(spec, value, `${pathOf(config)}: ${place}${detector}.${key}`), from }
    }
  }
  return null
}

/** The nearest place of the file that speaks of the detector decides. */
const isOn = (detector: string, layers: readonly Layer[]): boolean =>
  layers.find(({ detectors }) => detectors.has(detector))?.detectors.get(detector) !== false

const reported = (value: SettingValue): Setting['value'] =>
  Array.isArray(value) ? value.join(', ') : (value as Setting['value'])

/** Throws SalescheckError (usage or config) for anything unknown or out of range. */
export function resolveSettings(inputs: SettingInputs): Settings {
  const list: Setting[] = []
  const general: Record<string, SettingValue> = {}
  for (const [key, spec] of Object.entries(generalOptions)) {
    const found = generalSetting(key, spec, inputs)
    general[key] = found.value
    list.push({ key, value: reported(found.value), from: found.from })
  }
  const values = general as unknown as OptionValues<GeneralOptions>
  const model = models.find(({ id }) => id === values.model)
  const layers = layersOf(inputs, values.model, values.team)
  const detectors = choose(inputs, layers)
  const options = new Map<string, Record<string, SettingValue>>()
  for (const detector of detectors) {
    const own: Record<string, SettingValue> = {}
    for (const [key, spec] of Object.entries(detectorSettings(detector))) {
      const fromModel = model?.options[detector.id]?.[key]
      const found =
        lookUp(`${detector.id}.${key}`, spec, inputs) ??
        configured(detector.id, key, spec, layers, inputs) ??
        (fromModel === undefined
          ? { value: spec.default, from: 'default' }
          : { value: fromModel, from: `model ${values.model}` })
      if (Object.hasOwn(detector.options, key)) own[key] = found.value
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
    teams: [...inputs.config.teams.keys()],
    list,
  }
}

function choose(inputs: SettingInputs, layers: readonly Layer[]): readonly Detector[] {
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
    ? inputs.all.filter(({ id }) => isOn(id, layers))
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
