// The report for a person at a terminal: the answers first, then each finding with its numbers and what to do next.
import {
  formatList,
  formatCount,
  formatNumber,
  type DetectorOutcome,
  type OutcomeName,
  type Report,
  type Source,
} from '../report/index.ts'
import { byWeight } from './by-weight.ts'
import type { Reporter, RenderOptions } from './reporter.ts'
import { tablesShown } from './tables/short.ts'
import { findingLines } from './terminal/finding.ts'
import { makeStyle, type Style } from './terminal/style.ts'
import { tableLines } from './terminal/table.ts'
import { terminalText } from './terminal/text.ts'
import { pastRuns, resolvedFindings } from './terminal/over-time.ts'
import { sparkLines } from './terminal/series.ts'
import { fitSections, levels, roomFor, type Level } from './terminal/shorten.ts'
import { clip, cut, hang, wrap } from './terminal/width.ts'

/** Prose is easier to read in short lines; tables take what there is. */
const longestLine = 100
const tableRows = 6
const noteLines = 2
const tableRowsOfOne = 25
const mostUnlocks = 3
/** Where more questions than this call for attention, each answer is told by name, in three lines at most. */
const mostAtLength = 5
const mostSkipped = 3

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
  /** Lines of an answer that calls for nothing, and of one that does. */
  readonly quietLines: number
  readonly loudLines: number
  readonly named: boolean
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
    `${formatCount(
      total(sources, ({ rows }) => rows.read),
      'row',
    )} from ${read.length} of ${formatCount(sources.length, 'file')}`,
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
  const loud = shouting.has(outcome.outcome)
  const said = loud || outcome.reason === null ? outcome.headline : outcome.reason
  // Where not every question has a section of its own, each answer says what to ask for.
  const named = loud ? page.named : outcome.reason !== null
  const text = named ? `${outcome.detector}: ${said}` : said
  return entry(outcome.outcome, text, page, page.verbose ? Infinity : loud ? page.loudLines : page.quietLines)
}

function entry(name: OutcomeName, said: string, page: Page, most: number): string[] {
  const { style } = page
  const { symbol, word, paint } = style.outcome(name)
  const mark = `${symbol} ${word}  `
  const text = terminalText(said)
  const lines = most === 1 && page.line === Infinity ? [mark + text] : hang(mark, text, page.prose)
  const [first = '', ...rest] = clip(lines, most, page.prose, style.ellipsis)
  return [paint(first.slice(0, mark.length)) + first.slice(mark.length), ...rest]
}

/** The worst first; many questions without their inputs are one entry: what was answered comes before what was not. */
function answers(report: Report, page: Page): string[] {
  const skipped = report.outcomes.filter(({ outcome }) => outcome === 'skipped')
  const together = !page.verbose && skipped.length > mostSkipped
  const told = byWeight(report.outcomes).filter(({ outcome }) => !together || outcome !== 'skipped')
  const names = skipped.map(({ detector }) => detector).join(', ')
  return [
    ...told.flatMap((outcome) => answer(outcome, page)),
    ...(together
      ? entry(
          'skipped',
          `${skipped.length} questions lack their inputs (salescheck inspect says which): ${names}`,
          page,
          Infinity,
        )
      : []),
  ]
}

function tableBlock(outcome: DetectorOutcome, page: Page): string[] {
  const { style } = page
  const tables = tablesShown(outcome, page.verbose)
  return tables.flatMap((table) => {
    const series = table.chart?.kind === 'lines'
    const limit = page.verbose ? null : page.rows
    const note = (table.note ?? '').split('\n').flatMap((line) => wrap(terminalText(line), page.prose))
    const short = page.verbose || page.single ? note : clip(note, noteLines, page.prose, style.ellipsis)
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

/** The section of a question, at one of the levels by which a long report is shortened. */
function details(outcome: DetectorOutcome, page: Page, level: Level): string[] {
  if (level.findings === 0) return []
  const { style, verbose } = page
  const { word, paint } = style.outcome(outcome.outcome)
  const title = `${style.rule.repeat(2)} ${outcome.detector}: ${word} `
  const line = title + style.rule.repeat(Math.max(0, page.prose - title.length))
  const shown = outcome.findings.slice(0, verbose ? Infinity : level.findings)
  const more = outcome.findings.length - shown.length
  return [
    '',
    paint(cut(line, page.prose, style.ellipsis)),
    style.bold(cut(terminalText(outcome.question), page.line, style.ellipsis)),
    ...shown.flatMap((finding, index) =>
      findingLines(finding, index + 1, style, page.prose, verbose ? 'all' : level.facts ? 'brief' : 'none'),
    ),
    ...(more > 0 ? [style.dim(`and ${more} more: --verbose`)] : []),
    ...(level.table ? tableBlock(outcome, page) : []),
    ...(verbose ? outcome.notes.flatMap((note) => hang('  - ', terminalText(note), page.prose)) : []),
    ...(shown.length === 0
      ? []
      : hang('Next: ', terminalText(shown[0]?.advice ?? outcome.advice), page.prose)),
  ]
}

/** Where to find what a long report leaves out. */
function elsewhere(loud: readonly DetectorOutcome[], page: Page): string[] {
  const [first] = loud
  if (first === undefined) return []
  const text = `Shortened. Everything: --verbose; one question with its table: --detector ${first.detector}`
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

/** What to export next: three ways at most, quietly. */
function unlocks(report: Report, page: Page): string[] {
  const all = report.unlocks ?? []
  const shown = all.slice(0, page.verbose ? Infinity : mostUnlocks).map(({ sentence }) => sentence)
  const more = all.length - shown.length
  const last = shown.pop()
  if (last === undefined) return []
  return [
    '',
    ...[...shown, more > 0 ? `${last} (${more} more: --verbose)` : last]
      .flatMap((text, index) =>
        hang(index === 0 ? 'To answer more: ' : '    ', terminalText(text), page.prose),
      )
      .map((line) => page.style.dim(line)),
  ]
}

function settings(report: Report, page: Page): string[] {
  // What the model sets, the heading says by naming it.
  const changed = report.settings.filter(
    ({ from }) => page.verbose || (from !== 'default' && !from.startsWith('model ')),
  )
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
  const { verbose, width } = options
  const loud = byWeight(report.outcomes).filter(({ outcome }) => shouting.has(outcome) || verbose || single)
  const page: Page = {
    style: makeStyle(options),
    prose: Math.min(width ?? longestLine, longestLine),
    line: width === null ? Infinity : Math.min(width, longestLine),
    table: width,
    verbose,
    rows: single ? tableRowsOfOne : tableRows,
    single,
    // The one answer that was asked for is told whole.
    quietLines: single && width !== null ? Infinity : 1,
    loudLines: single || width === null ? Infinity : loud.length > mostAtLength ? 3 : 6,
    named: loud.length > mostAtLength,
  }
  const before = [
    ...heading(report, page),
    '',
    ...answers(report, page),
    ...pastRuns(report, page.style, page.prose),
  ]
  const after = [
    ...resolvedFindings(report, page.style, page.prose),
    ...warnings(report, page),
    ...settings(report, page),
    ...unlocks(report, page),
  ]
  const sections = loud.map((outcome) => levels.map((level) => details(outcome, page, level)))
  const room = verbose || single ? Infinity : roomFor(page.prose) - before.length - after.length
  const shortened = fitSections(sections, room)
  const lines = [...before, ...shortened.lines, ...(shortened.cut ? elsewhere(loud, page) : []), ...after]
  return `${lines.join('\n')}\n`
}

export const terminal: Reporter = {
  id: 'terminal',
  summary: `text for a person: ${formatList(['the answers', 'the findings', 'what to do next'])}`,
  extension: '.txt',
  render,
}
