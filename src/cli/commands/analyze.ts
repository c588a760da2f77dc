// `salescheck analyze PATHS`: every question the exports can answer.
import { Option, type Command } from 'commander'
import { detectors, reporters } from '../../index.ts'
import { exitCodes, failing } from '../exit-code.ts'
import { write, type Io } from '../io.ts'
import { addOutputFlags, addReadingFlags, addSettingFlags } from '../options.ts'
import { chooseReporter, present } from '../present.ts'
import { openSession, runSession } from '../session.ts'

const examples = `
Examples:
  $ salescheck analyze exports/
  $ salescheck analyze deals.csv nps.csv quotas.csv --period 2026-Q3
  $ salescheck analyze exports/ --format json -o report.json --fail-on problem
  $ zcat deals.csv.gz | salescheck analyze - --detector lost-reasons

Exit codes: 0 ran; 1 ran and something is at or over --fail-on; 2 did not run; 130 interrupted.
`

export function define(command: Command, io: Io): void {
  command
    .argument(
      '[paths...]',
      'files and folders with exports (.csv .tsv .txt, also .gz); - reads standard input',
    )
    .addOption(
      new Option(
        '-d, --detector <id>',
        `Answer only this question; may be repeated. One of ${detectors.map(({ id }) => id).join(', ')}.`,
      )
        .argParser((id: string, before: string[] | undefined) => [...(before ?? []), id])
        .helpGroup('Questions:'),
    )
    .addOption(
      new Option(
        '-f, --format <format>',
        `One of ${reporters.map(({ id }) => id).join(', ')}; default: by the extension of -o, else terminal.`,
      ).helpGroup('Output:'),
    )
    .addHelpText('after', examples)
  addOutputFlags(command)
  addReadingFlags(command)
  const flags = addSettingFlags(command, detectors)
  command.action(async (paths: string[]) => {
    const reporter = chooseReporter(command)
    const session = await openSession(command, paths, flags, io)
    const { report } = await runSession(session, command, io)
    await present(report, reporter, command, io, session.paths)
    const { failOn } = session.settings.general
    const over = failing(report, failOn)
    if (over.length === 0) return
    command.setOptionValue('exitCode', exitCodes.failed)
    const reasons = over.map(({ detector, outcome }) => `${detector} is ${outcome}`).join(', ')
    await write(io.stderr, `exit 1: ${reasons} (--fail-on ${failOn})\n`)
  })
}
