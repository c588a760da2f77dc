// Turns a report into text and puts it where it belongs.
import type { Command } from 'commander'
import {
  reporters,
  SalescheckError,
  suggestion,
  type RenderOptions,
  type Report,
  type Reporter,
} from '../index.ts'
import { colorLevel, unicodeAllowed, type ColorChoice } from './color.ts'
import { terminalWidth, write, type Io } from './io.ts'
import { refuseInput, writeWhole } from './output-file.ts'

/** The reporter asked for: --format, else the extension of -o, else the terminal's. */
export function chooseReporter(command: Command): Reporter {
  const { format, output } = command.opts<{ format?: string; output?: string }>()
  const ids = reporters.map(({ id }) => id)
  if (format === undefined) {
    const byExtension = reporters.find(({ extension }) => output?.toLowerCase().endsWith(extension))
    return byExtension ?? reporterOf('terminal')
  }
  const found = reporters.find(({ id }) => id === format)
  if (found !== undefined) return found
  const guess = suggestion(format, ids)
  throw new SalescheckError('usage', `--format: there is no format "${format}"`, {
    hint: guess === undefined ? `Formats: ${ids.join(', ')}.` : `Did you mean ${guess}?`,
  })
}

function reporterOf(id: string): Reporter {
  const found = reporters.find((reporter) => reporter.id === id)
  if (found === undefined) throw new Error(`there is no reporter ${id}`)
  return found
}

export function renderOptions(command: Command, io: Io): RenderOptions {
  const {
    color,
    verbose = false,
    excel = false,
    output,
  } = command.opts<{
    color?: ColorChoice | false
    verbose?: boolean
    excel?: boolean
    output?: string
  }>()
  const toFile = output !== undefined && output !== '-'
  const choice = color === false ? 'never' : (color ?? 'auto')
  return {
    color: toFile ? 0 : colorLevel(choice, io.stdout, io.env),
    width: toFile ? null : terminalWidth(io.stdout, io.env),
    unicode: unicodeAllowed(io.env),
    verbose,
    excel,
  }
}

/** Writes a finished text to standard output (`-` or none) or whole to a file; `inputs` are never overwritten. */
export async function writeReport(
  text: string,
  output: string | undefined,
  io: Io,
  inputs: readonly string[],
): Promise<void> {
  if (output === undefined || output === '-') return write(io.stdout, text)
  await refuseInput(output, inputs)
  await writeWhole(output, text)
}

/** Renders and writes. */
export async function present(
  report: Report,
  reporter: Reporter,
  command: Command,
  io: Io,
  inputs: readonly string[],
): Promise<void> {
  const output = command.getOptionValue('output') as string | undefined
  await writeReport(reporter.render(report, renderOptions(command, io)), output, io, inputs)
}
