// `salescheck diff OLD NEW`: what is new, worse, better and resolved between two saved reports.
import { Option, type Command } from 'commander'
import { compareReports, parseReport, refuseIncomparable, reporters } from '../../index.ts'
import type { Io } from '../io.ts'
import { addOutputFlags, addReportFlag } from '../options.ts'
import { chooseReporter, present } from '../present.ts'
import { readText } from '../read-text.ts'
import { readTarget, writeReports } from '../report-files.ts'

export function define(command: Command, io: Io): void {
  command
    .argument('<old>', 'the earlier report (JSON)')
    .argument('<new>', 'the later report (JSON)')
    .addOption(
      new Option('-f, --format <format>', `One of ${reporters.map(({ id }) => id).join(', ')}.`).helpGroup(
        'Output:',
      ),
    )
    .addHelpText('after', '\nExamples:\n  $ salescheck diff last-week.json this-week.json\n')
  addReportFlag(command)
  addOutputFlags(command)
  command.action(async (old: string, now: string) => {
    const reporter = chooseReporter(command)
    const { report: asked = [], excel = false } = command.opts<{ report?: string[]; excel?: boolean }>()
    const targets = asked.map(readTarget)
    const before = await parseReport((await readText(old, io, false)) ?? '', old)
    const after = await parseReport((await readText(now, io, false)) ?? '', now)
    refuseIncomparable(before, after, old)
    const compared = compareReports(before, after, old)
    await writeReports(compared, targets, [old, now], excel)
    await present(compared, reporter, command, io, [old, now])
  })
}
