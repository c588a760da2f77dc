// `salescheck explain DETECTOR`: what is asked, how it is decided, when it is wrong, what can be set.
import { Option, type Command } from 'commander'
import {
  detectors,
  explainDetector,
  explainOptions,
  readmeText,
  SalescheckError,
  suggestion,
  type Detector,
} from '../../index.ts'
import { terminalWidth, write, type Io } from '../io.ts'
import { addColorFlags } from '../options.ts'
import { renderOptions } from '../present.ts'
import { readmeOf } from '../readme-file.ts'

function detectorOf(id: string): Detector {
  const ids = detectors.map((detector) => detector.id)
  const found = detectors.find((detector) => detector.id === id)
  if (found !== undefined) return found
  const guess = suggestion(id, ids)
  throw new SalescheckError('usage', `there is no detector "${id}"`, {
    hint: guess === undefined ? `Detectors: ${ids.join(', ')}.` : `Did you mean ${guess}?`,
  })
}

export function define(command: Command, io: Io): void {
  const ids = detectors.map(({ id }) => id)
  command
    .argument('<detector>', `one of ${ids.join(', ')}`)
    .addOption(new Option('--markdown', 'Print the text as it is written, in Markdown.').helpGroup('Output:'))
    .addHelpText('after', `\nExamples:\n${ids.map((id) => `  $ salescheck explain ${id}`).join('\n')}\n`)
  addColorFlags(command)
  command.action(async (id: string) => {
    const detector = detectorOf(id)
    const readme = await readmeOf(detector.id)
    const width = terminalWidth(io.stdout, io.env)
    if (readme === null) return write(io.stdout, explainDetector(detector, width))
    if (command.getOptionValue('markdown') === true) return write(io.stdout, readme)
    const text = readmeText(readme, renderOptions(command, io))
    await write(io.stdout, `${text}\n${explainOptions(detector, width)}`)
  })
}
