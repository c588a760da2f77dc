// The whole command line as data, read from the commands themselves: what completion scripts and the manual page are made of.
import type { Command, Option } from 'commander'
import {
  detectors,
  detectorSettings,
  generalOptions,
  optionFlag,
  reporters,
  type OptionSpec,
} from '../../index.ts'

/** What may follow: words, files, `FORMAT=FILE`, or something that cannot be guessed. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' | 'format-file' | 'unknown' }

export interface Flag {
  /** With its dashes: `--format`. */
  readonly long: string
  readonly short: string | null
  /** As help writes it: `-f, --format <format>`. */
  readonly usage: string
  readonly group: string
  readonly description: string
  /** null: it takes no value. */
  readonly values: Values | null
}

export interface Subcommand {
  readonly name: string
  /** `[options] [paths...]`. */
  readonly usage: string
  readonly summary: string
  readonly flags: readonly Flag[]
  /** What its arguments are; null: it takes none. */
  readonly argument: Values | null
}

const words = (list: readonly string[]): Values => ({ kind: 'words', words: list })
const ids = detectors.map(({ id }) => id)
export const formats: readonly string[] = reporters.map(({ id }) => id)

/** Settings by flag: `--fail-on`, `--lost-reasons.min-coverage`. */
const settings: ReadonlyMap<string, OptionSpec> = new Map<string, OptionSpec>([
  ...Object.entries<OptionSpec>(generalOptions).map(([key, spec]) => [`--${optionFlag(key)}`, spec] as const),
  ...detectors.flatMap((detector) =>
    Object.entries<OptionSpec>(detectorSettings(detector)).map(
      ([key, spec]) => [`--${detector.id}.${optionFlag(key)}`, spec] as const,
    ),
  ),
])

function ofSetting(spec: OptionSpec): Values {
  if (spec.type === 'choice') return words(spec.choices)
  return spec.type === 'flag' ? words(['true', 'false']) : { kind: 'unknown' }
}

function valuesOf(option: Option): Values | null {
  if (!option.required && !option.optional) return null
  if (option.argChoices !== undefined) return words(option.argChoices)
  if (option.long === '--detector') return words(ids)
  if (option.long === '--format') return words(formats)
  const spec = settings.get(option.long ?? '')
  if (spec !== undefined) return ofSetting(spec)
  if (option.flags.includes('<format=file>')) return { kind: 'format-file' }
  return /<(?:file|[\w-]+\.\w+)>/.test(option.flags) ? { kind: 'files' } : { kind: 'unknown' }
}

function argumentOf({ registeredArguments }: Command): Values | null {
  const [first] = registeredArguments
  if (first === undefined) return null
  if (first.argChoices !== undefined) return words(first.argChoices)
  return first.name() === 'detector' ? words(ids) : { kind: 'files' }
}

/** Every subcommand of a program whose subcommands are all defined; `help` among them. */
export function subcommands(program: Command): Subcommand[] {
  const help = program.createHelp()
  return help.visibleCommands(program).map((command) => ({
    name: command.name(),
    usage: command.usage(),
    summary: command.summary() || command.description(),
    flags: help.visibleOptions(command).flatMap((option) =>
      option.long === undefined
        ? []
        : [
            {
              long: option.long,
              short: option.short ?? null,
              usage: option.flags,
              group: option.helpGroupHeading ?? 'Options:',
              description: option.description,
              values: valuesOf(option),
            },
          ],
    ),
    argument:
      command.name() === 'help' ? words(program.commands.map((one) => one.name())) : argumentOf(command),
  }))
}
