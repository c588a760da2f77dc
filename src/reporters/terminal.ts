// The report for a person at a terminal: the answers first, then each finding with its numbers and what to do next.
import { formatList, formatNumber, type DetectorOutcome, type Report, type Source } from '../report/index.ts'
import type { Reporter, RenderOptions } from './reporter.ts'
import { tablesShown } from './tables/short.ts'
import { findingLines } from './terminal/finding.ts'
import { makeStyle, type Style } from './terminal/style.ts'
import { tableLines } from './terminal/table.ts'
import { terminalText } from './terminal/text.ts'
import { pastRuns, resolvedFindings } from './terminal/over-time.ts'
import { sparkLines } from './terminal/series.ts'
import { cut, hang, wrap } from './terminal/width.ts'

/** Prose is easier to read in short lines; tables take what there is. */
const longestLine = 100
const worst = 5
const tableRows = 6
const noteLines = 2
const tableRowsOfOne = 25
/** Where more questions than this call for attention, their tables make way: findings first. */
const mostWithTables = 3

interface Page {
  readonly style: Style
  /** Columns for prose. */
  readonly prose: number
  /** Columns for what keeps to one line: nothing is cut on a pipe. */
  readonly line: number
  /** Columns for tables; null: no limit. */
  readonly table: number | null
  readonly verbose: boolean
  /** Rows of a table before the rest is only counted. */
  readonly rows: number
  /** One question alone was asked. */
  readonly single: boolean
  /** Many questions call for attention: findings only. */
  readonly crowded: boolean
}

const shouting: ReadonlySet<string> = new Set(['problem', 'watch', 'failed'])

const total = (sources: readonly Source[], count: (source: Source) => number): number =>
  sources.reduce((sum, source) => sum + (source.table === null ? 0 : count(source)), 0)

function heading(report: Report, page: Page): string[] {
  const { sources } = report
  const read = sources.filter(({ table }) => table !== null)
  const until = report.asOf === null ? 'no dates' : `data until ${report.asOf}`
  const aside = total(sources, ({ rows }) => rows.setAside.reduce((sum, { rows: count }) => sum + count, 0))
  const counts = [
    `${formatNumber(total(sources, ({ rows }) => rows.read))} rows from ${read.length} of ${sources.length} files`,
    `${formatNumber(total(sources, ({ rows }) => rows.used))} used`,
    `${formatNumber(total(sources, ({ rows }) => rows.rejected))} rejected`,
    `${formatNumber(aside)} set aside`,
  ]
  return [
    page.style.bold(
      cut(
        `salescheck ${report.tool.version}, ${until}, model ${report.model}`,
        page.prose,
        page.style.ellipsis,
      ),
    ),
    ...wrap(counts.join(', '), page.prose).map((line) => page.style.dim(line)),
  ]
}

/** One entry per question: its verdict in words and the answer. */
function answer(outcome: DetectorOutcome, page: Page): string[] {
  const { symbol, word, paint } = page.style.outcome(outcome.outcome)
  const mark = `${symbol} ${word}  `
  const text = terminalText(
    shouting.has(outcome.outcome) || outcome.reason === null
      ? outcome.headline
      : `${outcome.detector}: ${outcome.reason}`,
  )
  const lines =
    shouting.has(outcome.outcome) || page.verbose
      ? hang(mark, text, page.prose)
      : [mark + cut(text, page.line - mark.length, page.style.ellipsis)]
  const [first = '', ...rest] = lines
  return [paint(first.slice(0, mark.length)) + first.slice(mark.length), ...rest]
}

function tableBlock(outcome: DetectorOutcome, page: Page): string[] {
  const { style } = page
  const tables = tablesShown(outcome, page.verbose)
  return tables.flatMap((table) => {
    const series = table.chart?.kind === 'lines'
    const limit = page.verbose ? null : page.rows
    const note = (table.note ?? '').split('\n').flatMap((line) => wrap(terminalText(line), page.prose))
    const short = page.verbose || page.single ? note : note.slice(0, noteLines)
    const last = short.at(-1)
    if (short.length < note.length && last !== undefined)
      short[short.length - 1] = cut(last, page.prose - 4, '') + ` ${style.ellipsis}`
    return [
      '',
      style.bold(cut(terminalText(table.title), page.line, style.ellipsis)),
      ...sparkLines(table, style, page.prose),
      ...(table.rows.length === 0
        ? [style.dim('(no rows)')]
        : tableLines(table, style, { columns: page.table, limit, fromEnd: series })),
      ...(note[0] === '' ? [] : short.map((line) => style.dim(line))),
    ]
  })
}

function details(outcome: DetectorOutcome, page: Page): string[] {
  const { style } = page
  const { word, paint } = style.outcome(outcome.outcome)
  const title = `${style.rule.repeat(2)} ${outcome.detector}: ${word} `
  const line = title + style.rule.repeat(Math.max(0, page.prose - title.length))
  const shown = page.verbose ? outcome.findings : outcome.findings.slice(0, worst)
  const more = outcome.findings.length - shown.length
  return [
    '',
    paint(cut(line, page.prose, style.ellipsis)),
    style.bold(cut(terminalText(outcome.question), page.line, style.ellipsis)),
    ...shown.flatMap((finding, index) => findingLines(finding, index + 1, style, page.prose, page.verbose)),
    ...(more > 0 ? [style.dim(`and ${more} more: --verbose`)] : []),
    ...(page.crowded ? [] : tableBlock(outcome, page)),
    ...(page.verbose ? outcome.notes.flatMap((note) => hang('  - ', terminalText(note), page.prose)) : []),
    ...(shown.length === 0
      ? []
      : hang('Next: ', terminalText(shown[0]?.advice ?? outcome.advice), page.prose)),
  ]
}

/** Where to find what a crowded report leaves out. */
function tablesElsewhere(loud: readonly DetectorOutcome[], page: Page): string[] {
  const [first] = loud
  if (!page.crowded || first === undefined) return []
  const text = `Tables of every question: --verbose; of one: --detector ${first.detector}`
  return ['', ...wrap(text, page.prose).map((line) => page.style.dim(line))]
}

function warnings(report: Report, page: Page): string[] {
  const all = [
    ...report.warnings.map(({ message }) => message),
    ...report.sources.flatMap(({ name, warnings: own }) =>
      own.map(({ message, line }) => `${name}${line === undefined ? '' : `:${line}`}: ${message}`),
    ),
  ]
  if (all.length === 0) return []
  const shown = page.verbose ? all : all.slice(0, 3)
  const more = all.length - shown.length
  return [
    '',
    page.style.bold('About the data'),
    ...shown.flatMap((message) => hang('  ! ', terminalText(message), page.prose)),
    ...(more > 0 ? [page.style.dim(`  and ${more} more: --verbose`)] : []),
  ]
}

function settings(report: Report, page: Page): string[] {
  const changed = report.settings.filter(({ from }) => page.verbose || from !== 'default')
  if (changed.length === 0) return []
  const parts = changed.map(({ key, value, from }) => `${key} ${String(value)} from ${from}`)
  return [
    '',
    ...hang('Settings: ', terminalText(parts.join('; ')), page.prose).map((line) => page.style.dim(line)),
  ]
}

function render(report: Report, options: RenderOptions): string {
  // Who asks one question wants its table, whatever the answer.
  const single = report.outcomes.length === 1
  const loud = report.outcomes.filter(({ outcome }) => shouting.has(outcome) || options.verbose || single)
  const page: Page = {
    style: makeStyle(options),
    prose: Math.min(options.width ?? longestLine, longestLine),
    line: options.width === null ? Infinity : Math.min(options.width, longestLine),
    table: options.width,
    verbose: options.verbose,
    rows: single ? tableRowsOfOne : tableRows,
    single,
    crowded: loud.length > mostWithTables && !options.verbose,
  }
  const lines = [
    ...heading(report, page),
    '',
    ...report.outcomes.flatMap((outcome) => answer(outcome, page)),
    ...pastRuns(report, page.style, page.prose),
    ...loud.flatMap((outcome) => details(outcome, page)),
    ...tablesElsewhere(loud, page),
    ...resolvedFindings(report, page.style, page.prose),
    ...warnings(report, page),
    ...settings(report, page),
  ]
  return `${lines.join('\n')}\n`
}

export const terminal: Reporter = {
  id: 'terminal',
  summary: `text for a person: ${formatList(['the answers', 'the findings', 'what to do next'])}`,
  extension: '.txt',
  render,
}
