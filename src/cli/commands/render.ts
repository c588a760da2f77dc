// `salescheck render REPORT.json`: a saved report in any other format.
import { Option, type Command } from 'commander'
import { parseReport, reporters } from '../../index.ts'
import type { Io } from '../io.ts'
import { addOutputFlags, addReportFlag } from '../options.ts'
import { chooseReporter, present } from '../present.ts'
import { readText } from '../read-text.ts'
import { readTarget, writeReports } from '../report-files.ts'

export function define(command: Command, io: Io): void {
  command
    .argument('<report>', 'a report written with --format json')
    .addOption(
      new Option('-f, --format <format>', `One of ${reporters.map(({ id }) => id).join(', ')}.`).helpGroup(
        'Output:',
      ),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ salescheck render report.json --format markdown\n  $ salescheck render report.json --report html=report.html --report csv=tables\n',
    )
  addReportFlag(command)
  addOutputFlags(command)
  command.action(async (path: string) => {
    const reporter = chooseReporter(command)
    const { report: asked = [], excel = false } = command.opts<{ report?: string[]; excel?: boolean }>()
    const targets = asked.map(readTarget)
    const report = await parseReport((await readText(path, io, false)) ?? '', path)
    await writeReports(report, targets, [path], excel)
    await present(report, reporter, command, io, [path])
  })
}
