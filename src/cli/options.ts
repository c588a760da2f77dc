// Flags made from the settings and the detectors' options, so that each is declared once.
import { Option, type Command } from 'commander'
import {
  detectorSettings,
  generalOptions,
  optionFlag,
  tableNames,
  type Detector,
  type OptionSpec,
} from '../index.ts'

const collect = (value: string, previous: readonly string[] | undefined): string[] => [
  ...(previous ?? []),
  value,
]

function placeholder(spec: OptionSpec): string {
  if (spec.type === 'integer' || spec.type === 'number') return ' <n>'
  if (spec.type === 'date') return ' <yyyy-mm-dd>'
  if (spec.type === 'choice') return ' <word>'
  if (spec.type === 'list') return ' <words>'
  return spec.type === 'flag' ? ' [true|false]' : ' <text>'
}

const shown = (value: OptionSpec['default']): string =>
  Array.isArray(value) ? value.join(', ') : String(value)

function describe(spec: OptionSpec): string {
  const choices = spec.type === 'choice' ? ` One of ${spec.choices.join(', ')}.` : ''
  const unit = spec.unit === undefined ? '' : ` ${spec.unit}`
  const empty = spec.default === null || (Array.isArray(spec.default) && spec.default.length === 0)
  return `${spec.help}${choices}${empty ? '' : ` Default: ${shown(spec.default)}${unit}.`}`
}

const flagOf = (key: string, spec: OptionSpec): Option => {
  const option = new Option(`--${optionFlag(key)}${placeholder(spec)}`, describe(spec))
  if (spec.type === 'flag') option.preset('true')
  if (spec.type === 'list') option.argParser(collect)
  return option
}

/** Keys of the settings a command takes; read back with `givenSettings`. */
export interface SettingFlags {
  /** commander's attribute name -> setting key. */
  readonly keys: ReadonlyMap<string, string>
}

export function addSettingFlags(
  command: Command,
  detectors: readonly Detector[],
  leaveOut: readonly string[] = [],
): SettingFlags {
  const keys = new Map<string, string>()
  const add = (key: string, spec: OptionSpec, group: string): void => {
    const option = flagOf(key, spec).helpGroup(group)
    command.addOption(option)
    keys.set(option.attributeName(), key)
  }
  for (const [key, spec] of Object.entries(generalOptions)) {
    if (!leaveOut.includes(key)) add(key, spec, 'Settings:')
  }
  for (const detector of detectors) {
    for (const [key, spec] of Object.entries(detectorSettings(detector)))
      add(`${detector.id}.${key}`, spec, `${detector.id}:`)
  }
  return { keys }
}

/** The settings given on the command line, by key. */
export function givenSettings(command: Command, { keys }: SettingFlags): Map<string, unknown> {
  const given = new Map<string, unknown>()
  for (const [attribute, key] of keys) {
    if (command.getOptionValueSource(attribute) === 'cli') given.set(key, command.getOptionValue(attribute))
  }
  return given
}

const tableFlag = (table: string): string => `--${table.replaceAll('_', '-')}`

/** `--deals FILE` and so on: pins a file to a table. */
export function addPinFlags(command: Command): void {
  for (const table of tableNames) {
    const option = new Option(`${tableFlag(table)} <file>`, `Read this file as ${table}; may be repeated.`)
    command.addOption(option.argParser(collect).helpGroup('Pin a file to a table:'))
  }
}

export function givenPins(command: Command): Map<string, (typeof tableNames)[number]> {
  const pins = new Map<string, (typeof tableNames)[number]>()
  for (const table of tableNames) {
    const attribute = new Option(`${tableFlag(table)} <file>`).attributeName()
    const files = command.getOptionValue(attribute) as readonly string[] | undefined
    for (const file of files ?? []) pins.set(file, table)
  }
  return pins
}

export function addConfigFlags(command: Command): void {
  command
    .addOption(new Option('--config <file>', 'Use this salescheck.json.').helpGroup('Configuration:'))
    .addOption(new Option('--no-config', 'Use no salescheck.json.').helpGroup('Configuration:'))
}

/** Flags of every command that reads exports. */
export function addReadingFlags(command: Command): void {
  addConfigFlags(command)
  command.addOption(
    new Option('--rejects <file>', 'Write every rejected row to this CSV file.').helpGroup('Output:'),
  )
  command.addOption(
    new Option(
      '--anonymize-map <file>',
      'With --anonymize: keep which pseudonym stands for whom in this file.',
    ).helpGroup('Output:'),
  )
  addPinFlags(command)
}

/** `--report FORMAT=FILE`, any number of them; read with `command.opts().report`. */
export function addReportFlag(command: Command): void {
  command
    .addOption(
      new Option(
        '--report <format=file>',
        'Write this as well; may be repeated. csv=FOLDER writes every table.',
      )
        .argParser(collect)
        .helpGroup('Output:'),
    )
    .addOption(
      new Option('--excel', 'Begin CSV with the byte order mark by which Excel knows UTF-8.').helpGroup(
        'Output:',
      ),
    )
}

export function addOutputFlags(command: Command): void {
  command
    .addOption(
      new Option(
        '-o, --output <file>',
        'Write the report to this file instead of standard output.',
      ).helpGroup('Output:'),
    )
    .addOption(new Option('-q, --quiet', 'Only errors on standard error.').helpGroup('Output:'))
    .addOption(new Option('--verbose', 'Show everything instead of the worst five.').helpGroup('Output:'))
  addColorFlags(command)
}

export function addColorFlags(command: Command): void {
  command
    .addOption(
      new Option('--color <when>', 'Colour: auto, always or never.')
        .choices(['auto', 'always', 'never'])
        .default('auto')
        .helpGroup('Output:'),
    )
    .addOption(new Option('--no-color', 'The same as --color never.').helpGroup('Output:'))
}
