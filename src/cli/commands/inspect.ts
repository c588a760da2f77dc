// `salescheck inspect PATHS`: how the files are read and what can be asked of them.
import { Option, type Command } from 'commander'
import { detectors, inspectionJson, renderInspection } from '../../index.ts'
import type { Io } from '../io.ts'
import { addOutputFlags, addReadingFlags, addSettingFlags } from '../options.ts'
import { renderOptions, writeReport } from '../present.ts'
import { filesRead, inspectSession, openSession } from '../session.ts'

const examples = `
Examples:
  $ salescheck inspect exports/
  $ salescheck inspect deals.csv --format json
`

export function define(command: Command, io: Io): void {
  command
    .argument('[paths...]', 'files and folders with exports; - reads standard input')
    .addOption(
      new Option('-f, --format <format>', 'terminal or json.')
        .choices(['terminal', 'json'])
        .helpGroup('Output:'),
    )
    .addHelpText('after', examples)
  addOutputFlags(command)
  addReadingFlags(command)
  const flags = addSettingFlags(command, [], ['failOn', 'ci', 'team', 'period', 'evidence', 'model'])
  command.action(async (paths: string[]) => {
    const session = await openSession(command, paths, flags, io, detectors)
    const inspection = await inspectSession(session, command, io)
    const { format, output } = command.opts<{ format?: string; output?: string }>()
    const json = format === 'json' || (format === undefined && output?.endsWith('.json') === true)
    const text = json ? inspectionJson(inspection) : renderInspection(inspection, renderOptions(command, io))
    await writeReport(text, output, io, filesRead(session, inspection.sources))
  })
}
