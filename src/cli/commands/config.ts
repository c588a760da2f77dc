// `salescheck config`: the settings in force here, each with where it comes from.
import type { Command } from 'commander'
import { detectors, terminalText } from '../../index.ts'
import { write, type Io } from '../io.ts'
import { addConfigFlags, addSettingFlags } from '../options.ts'
import { openSettings } from '../session.ts'

export function define(command: Command, io: Io): void {
  command.argument('[paths...]', 'folders whose salescheck.json counts').option('--json', 'As JSON.')
  addConfigFlags(command)
  const flags = addSettingFlags(command, detectors)
  command.action(async (paths: string[]) => {
    const { settings, path } = await openSettings(command, paths, flags, io, null)
    if (command.getOptionValue('json') === true) {
      return write(io.stdout, `${JSON.stringify({ file: path, settings: settings.list }, null, 2)}\n`)
    }
    const width = Math.max(...settings.list.map(({ key }) => key.length))
    const lines = settings.list.map(
      ({ key, value, from }) =>
        `${key.padEnd(width)}  ${terminalText(String(value ?? 'not set'))}  (${terminalText(from)})`,
    )
    await write(
      io.stdout,
      `file: ${path === null ? 'no salescheck.json found' : terminalText(path)}\n${lines.join('\n')}\n`,
    )
  })
}
