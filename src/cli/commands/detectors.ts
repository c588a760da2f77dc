// `salescheck detectors`: the questions, one line each.
import type { Command } from 'commander'
import { detectors } from '../../index.ts'
import { write, type Io } from '../io.ts'

export function define(command: Command, io: Io): void {
  command.action(async () => {
    const width = Math.max(...detectors.map(({ id }) => id.length))
    const lines = detectors.map(({ id, question }) => `${id.padEnd(width)}  ${question}`)
    await write(io.stdout, `${lines.join('\n')}\n`)
  })
}
