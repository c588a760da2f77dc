// `salescheck analyze PATHS`: every question the exports can answer.
import { Option, type Command } from 'commander'
import { detectors, reporters, SalescheckError, terminalText } from '../../index.ts'
import { ciSystem, ciTargets, tellGithub } from '../ci.ts'
import { exitCodes, failures } from '../exit-code.ts'
import { write, type Io } from '../io.ts'
import { addOutputFlags, addReadingFlags, addReportFlag, addSettingFlags } from '../options.ts'
import { hintNextStep } from '../next-step.ts'
import { append, assertAppendable, refuseInput, refuseSameOutput, writeAllWhole } from '../output-file.ts'
import { placeInTime } from '../over-time.ts'
import { chooseReporter, renderOptions } from '../present.ts'
import { readTarget, reportFiles } from '../report-files.ts'
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
  readonly output?: string
  readonly rejects?: string
  readonly anonymizeMap?: string
  readonly verbose?: boolean
  readonly excel?: boolean
}

export function define(command: Command, io: Io): void {
  addFlags(command)
  const flags = addSettingFlags(command, detectors)
  command.action(async (paths: string[]) => {
    const { report: asked = [], baseline, history, verbose = false, excel = false } = command.opts<Flags>()
    const { output: file, rejects, anonymizeMap } = command.opts<Flags>()
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
    const all = [...targets, ...ciTargets(system, io)]
    await refuseSameOutput([
      { flag: '-o', path: file },
      ...all.map(({ reporter: { id }, path }) => ({ flag: `the ${id} report`, path })),
      { flag: '--history', path: history },
      { flag: '--rejects', path: rejects },
      { flag: '--anonymize-map', path: anonymizeMap },
    ])
    const { report: found } = await runSession(session, command, io)
    const placed = await placeInTime(found, baseline, history, io)
    const inputs = filesRead(session, found.sources)
    const files = await reportFiles(placed.report, all, inputs, excel)
    const text = reporter.render(placed.report, renderOptions(command, io))
    if (placed.history !== null) await assertAppendable(placed.history.path)
    // What may still fail comes before reports are replaced: the next run compares with them.
    if (system === 'github') await tellGithub(placed.report, verbose, io)
    if (file === undefined || file === '-') await write(io.stdout, text)
    else {
      await refuseInput(file, inputs)
      files.push({ path: file, text })
    }
    await writeAllWhole(files)
    if (placed.history !== null) await append(placed.history.path, placed.history.text)
    for (const line of placed.unanswered) await write(io.stderr, `${terminalText(line)}\n`)
    const reasons = failures(placed.report, failOn)
    if (reasons.length > 0) {
      command.setOptionValue('exitCode', exitCodes.failed)
      await write(io.stderr, `exit 1: ${reasons.join(', ')} (--fail-on ${failOn})\n`)
    }
    await hintNextStep(placed.report, session.paths, session.quiet, io)
  })
}
