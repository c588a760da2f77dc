// `salescheck init PATHS`: writes the mapping that was found to salescheck.json, to be read and edited.
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { detectors, mappingFile, SalescheckError } from '../../index.ts'
import { configName } from '../config-file.ts'
import { write, type Io } from '../io.ts'
import { addReadingFlags, addSettingFlags } from '../options.ts'
import { refuseInput, writeWhole } from '../output-file.ts'
import { filesRead, inspectSession, openSession } from '../session.ts'

export function define(command: Command, io: Io): void {
  command
    .argument('[paths...]', 'files and folders with exports')
    .addOption(
      new Option('-o, --output <file>', `Write here instead of ${configName}; - is standard output.`),
    )
    .addOption(new Option('--force', 'Replace a file that is there.'))
    .addOption(new Option('-q, --quiet', 'Only errors on standard error.'))
    .addHelpText(
      'after',
      '\nExamples:\n  $ salescheck init exports/\n  $ salescheck init exports/ -o - | less\n',
    )
  addReadingFlags(command)
  const flags = addSettingFlags(command, [], ['failOn', 'ci', 'team', 'period', 'evidence', 'model'])
  command.action(async (paths: string[]) => {
    const session = await openSession(command, paths, flags, io, detectors)
    const { output = configName, force = false } = command.opts<{ output?: string; force?: boolean }>()
    const file = output === '-' ? null : resolve(io.cwd, output)
    if (file !== null && !force && (await stat(file).catch(() => null)) !== null) {
      throw new SalescheckError('output', `${output} is there already`, {
        hint: 'Add --force to replace it, or -o FILE for another name.',
      })
    }
    const inspection = await inspectSession(session, command, io)
    const text = mappingFile(inspection)
    if (file === null) return write(io.stdout, text)
    await refuseInput(file, filesRead(session, inspection.sources))
    await writeWhole(file, text)
    if (!session.quiet)
      await write(io.stderr, `wrote ${output}: edit it, then run salescheck analyze again\n`)
  })
}
