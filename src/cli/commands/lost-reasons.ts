// `salescheck lost-reasons PATHS`: why deals are lost, ranked, as text or as a table to paste.
import { InvalidArgumentError, Option, type Command } from 'commander'
import { detectors, narrowRanking, renderRanking } from '../../index.ts'
import { type Io } from '../io.ts'
import { addOutputFlags, addReadingFlags, addSettingFlags } from '../options.ts'
import { chooseReporter, present, writeReport } from '../present.ts'
import { filesRead, openSession, runSession } from '../session.ts'

const examples = `
Examples:
  $ salescheck lost-reasons deals.csv
  $ salescheck lost-reasons exports/ --top 5 --by value --format markdown >> roadmap.md
  $ salescheck lost-reasons deals.csv --since 2026-01-01 --group-by product --heading-level 3 -o lost.md
`

interface Flags {
  readonly top?: number
  readonly by: 'count' | 'value'
  readonly headingLevel: number
  readonly output?: string
}

const wholeNumber =
  (most: number) =>
  (text: string): number => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= 1 && value <= most) return value
    const range = most === Number.POSITIVE_INFINITY ? 'over 0' : `from 1 to ${most}`
    throw new InvalidArgumentError(`It must be a whole number ${range}.`)
  }

function addRankingFlags(command: Command): void {
  const options = [
    new Option('--top <n>', 'Show only the first n reasons.').argParser(
      wholeNumber(Number.POSITIVE_INFINITY),
    ),
    new Option('--by <order>', 'Order by the number of deals or by their value.')
      .choices(['count', 'value'])
      .default('count'),
    new Option(
      '--group-by <column>',
      'One more ranking per product, segment, competitor or stage; groups under 5 losses are summed.',
    ).choices(['none', 'product', 'segment', 'competitor', 'stage']),
    new Option('--heading-level <n>', 'Level of the heading in Markdown, 1 to 6.')
      .argParser(wholeNumber(6))
      .default(2),
  ]
  for (const option of options) command.addOption(option.helpGroup('Ranking:'))
}

export function define(command: Command, io: Io): void {
  const own = detectors.filter(({ id }) => id === 'lost-reasons')
  command
    .argument('[paths...]', 'files and folders with exports; - reads standard input')
    .addOption(
      new Option(
        '-f, --format <format>',
        'terminal, markdown (the ranking alone, to paste) or json (the whole report); default: terminal.',
      ).helpGroup('Output:'),
    )
    .addHelpText('after', examples)
  addRankingFlags(command)
  addOutputFlags(command)
  addReadingFlags(command)
  const { keys } = addSettingFlags(command, own, ['failOn', 'ci'])
  const flags = { keys: new Map([...keys, ['groupBy', 'lost-reasons.groupBy'] as const]) }
  command.action(async (paths: string[]) => {
    const reporter = chooseReporter(command)
    const session = await openSession(command, paths, flags, io, own)
    const { report } = await runSession(session, command, io)
    const { top, by, headingLevel, output } = command.opts<Flags>()
    const inputs = filesRead(session, report.sources)
    const narrowed = narrowRanking(report, { top: top ?? null, by })
    // What is pasted is the ranking alone; every other format tells the whole report.
    if (reporter.id === 'markdown')
      await writeReport(renderRanking(narrowed, { headingLevel }), output, io, inputs)
    else await present(narrowed, reporter, command, io, inputs)
  })
}
