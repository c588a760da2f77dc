// `salescheck lost-reasons PATHS`: why deals are lost, ranked, as text or as a table to paste.
import { Option, type Command } from 'commander'
import { detectors, narrowRanking } from '../../index.ts'
import { type Io } from '../io.ts'
import { addOutputFlags, addReadingFlags, addSettingFlags } from '../options.ts'
import { chooseReporter, present } from '../present.ts'
import { openSession, runSession } from '../session.ts'

const examples = `
Examples:
  $ salescheck lost-reasons deals.csv
  $ salescheck lost-reasons exports/ --top 5 --by value --format markdown >> roadmap.md
`

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new TypeError('must be a whole number over 0')
  return value
}

export function define(command: Command, io: Io): void {
  const own = detectors.filter(({ id }) => id === 'lost-reasons')
  command
    .argument('[paths...]', 'files and folders with exports; - reads standard input')
    .addOption(
      new Option('--top <n>', 'Show only the first n reasons.').argParser(positive).helpGroup('Ranking:'),
    )
    .addOption(
      new Option('--by <order>', 'Rank by the number of deals or by their value.')
        .choices(['count', 'value'])
        .default('count')
        .helpGroup('Ranking:'),
    )
    .addOption(
      new Option('-f, --format <format>', 'terminal, markdown or json; default: terminal.').helpGroup(
        'Output:',
      ),
    )
    .addHelpText('after', examples)
  addOutputFlags(command)
  addReadingFlags(command)
  const flags = addSettingFlags(command, own, ['failOn', 'ci'])
  command.action(async (paths: string[]) => {
    const reporter = chooseReporter(command)
    const session = await openSession(command, paths, flags, io, own)
    const { report } = await runSession(session, command, io)
    const { top, by } = command.opts<{ top?: number; by: 'count' | 'value' }>()
    await present(narrowRanking(report, { top: top ?? null, by }), reporter, command, io, session.paths)
  })
}
