// `salescheck analyze PATHS`: every question the exports can answer.
import { Option, type Command } from 'commander'
import { detectors, reporters, SalescheckError, terminalText } from '../../index.ts'
import { ciSystem, ciTargets, tellGithub } from '../ci.ts'
import { exitCodes, failures } from '../exit-code.ts'
import { write, type Io } from '../io.ts'
import { addOutputFlags, addReadingFlags, addReportFlag, addSettingFlags } from '../options.ts'
import { hintNextStep } from '../next-step.ts'
import { writeAllWhole } from '../output-file.ts'
import { placeInTime } from '../over-time.ts'
import { chooseReporter, present } from '../present.ts'
import { readTarget, writeReports } from '../report-files.ts'
import { filesRead, openSession, runSession } from '../session.ts'

const examples = `
Examples:
  $ salescheck analyze exports/
  $ salescheck analyze deals.csv nps.csv quotas.csv --period 2026-Q3
  $ salescheck analyze exports/ --format json -o report.json --fail-on problem
  $ salescheck analyze exports/ --baseline last.json --report json=this.json --fail-on new-problem
  $ zcat deals.csv.gz | salescheck analyze - --detector lost-reasons

Exit codes: 0 ran; 1 ran and something is at or over --fail-on; 2 did not run; 130 interrupted.
`

const ids = detectors.map(({ id }) => id).join(', ')
const formats = reporters.map(({ id }) => id).join(', ')
const collect = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value]
const output = (flag: string, help: string): Option => new Option(flag, help).helpGroup('Output:')

function addFlags(command: Command): void {
  command
    .argument(
      '[paths...]',
      'files and folders with exports (.csv .tsv .txt, also .gz); - reads standard input',
    )
    .addOption(
      new Option('-d, --detector <id>', `Answer only this question; may be repeated. One of ${ids}.`)
        .argParser(collect)
        .helpGroup('Questions:'),
    )
    .addOption(
      output('-f, --format <format>', `One of ${formats}; default: by the ending of -o, else terminal.`),
    )
    .addOption(
      output(
        '--baseline <report.json>',
        'Say of every finding whether it is new, worse, better or unchanged since this report.',
      ),
    )
    .addOption(
      output('--history <file.ndjson>', 'Append this run to the file and show the course over past runs.'),
    )
    .addHelpText('after', examples)
  addReportFlag(command)
  addOutputFlags(command)
  addReadingFlags(command)
}

interface Flags {
  readonly report?: string[]
  readonly baseline?: string
  readonly history?: string
  readonly verbose?: boolean
  readonly excel?: boolean
}

export function define(command: Command, io: Io): void {
  addFlags(command)
  const flags = addSettingFlags(command, detectors)
  command.action(async (paths: string[]) => {
    const { report: asked = [], baseline, history, verbose = false, excel = false } = command.opts<Flags>()
    const reporter = chooseReporter(command)
    const targets = asked.map(readTarget)
    const session = await openSession(command, paths, flags, io)
    const { failOn, ci } = session.settings.general
    const system = ciSystem(ci, io.env)
    if (failOn.startsWith('new-') && baseline === undefined) {
      throw new SalescheckError(
        'usage',
        `--fail-on ${failOn} needs --baseline REPORT.json to tell what is new`,
      )
    }
    const { report: found } = await runSession(session, command, io)
    const placed = await placeInTime(found, baseline, history, io)
    const inputs = filesRead(session, found.sources)
    await writeReports(placed.report, [...targets, ...ciTargets(system, io)], inputs, excel)
    await present(placed.report, reporter, command, io, inputs)
    if (placed.history !== null) await writeAllWhole([placed.history])
    if (system === 'github') await tellGithub(placed.report, verbose, io)
    for (const line of placed.unanswered) await write(io.stderr, `${terminalText(line)}\n`)
    const reasons = failures(placed.report, failOn)
    if (reasons.length > 0) {
      command.setOptionValue('exitCode', exitCodes.failed)
      await write(io.stderr, `exit 1: ${reasons.join(', ')} (--fail-on ${failOn})\n`)
    }
    await hintNextStep(placed.report, session.paths, session.quiet, io)
  })
}
