// `salescheck explain DETECTOR`: what is asked, how it is decided, when it is wrong, what can be set.
import type { Command } from 'commander'
import { detectors, explainDetector, SalescheckError, suggestion } from '../../index.ts'
import { terminalWidth, write, type Io } from '../io.ts'

export function define(command: Command, io: Io): void {
  const ids = detectors.map(({ id }) => id)
  command
    .argument('<detector>', `one of ${ids.join(', ')}`)
    .addHelpText('after', `\nExamples:\n${ids.map((id) => `  $ salescheck explain ${id}`).join('\n')}\n`)
  command.action(async (id: string) => {
    const detector = detectors.find((one) => one.id === id)
    if (detector === undefined) {
      const guess = suggestion(id, ids)
      throw new SalescheckError('usage', `there is no detector "${id}"`, {
        hint: guess === undefined ? `Detectors: ${ids.join(', ')}.` : `Did you mean ${guess}?`,
      })
    }
    await write(io.stdout, explainDetector(detector, terminalWidth(io.stdout, io.env)))
  })
}
