// `inspect` for a person: file by file what it is, how it is read, what was left out and why; then what can be asked.
import {
  formatCount,
  formatNumber,
  formatShare,
  type Inspection,
  type KeyJoin,
  type Source,
  type Table,
  type TableProfile,
} from '../../report/index.ts'
import { formatMoney } from '../../report/index.ts'
import type { RenderOptions } from '../reporter.ts'
import { makeStyle, type Style } from '../terminal/style.ts'
import { tableLines } from '../terminal/table.ts'
import { terminalText } from '../terminal/text.ts'
import { cut, hang, wrap } from '../terminal/width.ts'

const shownRejects = 5
const shownCounts = 6

interface Page {
  readonly style: Style
  readonly columns: number
  readonly table: number | null
  readonly verbose: boolean
}

const names: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'space',
  ':': 'colon',
}

function dialect({ dialect: seen, encoding, compression }: Source): string {
  const parts = [encoding + (compression === 'gzip' ? ', gzip' : '')]
  if (seen !== null) {
    parts.push(`fields separated by ${names[seen.delimiter] ?? seen.delimiter}`)
    parts.push(seen.headerLine === null ? 'no header row' : `header on line ${seen.headerLine}`)
  }
  return parts.join(', ')
}

function mappingTable(source: Source): Table {
  return {
    id: 'mapping',
    title: 'mapping',
    columns: [
      { id: 'column', label: 'column', type: 'text' },
      { id: 'header', label: 'from header', type: 'text' },
      { id: 'format', label: 'read as', type: 'text' },
      { id: 'why', label: 'because of', type: 'text', priority: 1 },
    ],
    rows: source.mapping.map(({ column, header, format, why }) => [column, header ?? '', format ?? '', why]),
  }
}

const withHint = (message: string, hint: string | undefined): string =>
  hint === undefined ? message : `${message}${/[.?!]$/.test(message) ? ' ' : '; '}${hint}`

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

function fileLines(source: Source, page: Page): string[] {
  const { style, columns } = page
  const { read, used, rejected, setAside } = source.rows
  const aside = setAside.reduce((sum, { rows }) => sum + rows, 0)
  const classes = setAside.map(({ class: name, rows }) => `${name} ${formatNumber(rows)}`).join(', ')
  const counts = `${formatCount(read, 'row')} read: ${formatNumber(used)} used, ${formatNumber(rejected)} rejected, ${formatNumber(aside)} set aside${classes === '' ? '' : ` (${classes})`}`
  const what = source.table === null ? 'not recognised' : source.table
  const inner = columns - 2
  const text = (line: string): string[] => wrap(terminalText(line), inner)
  const rejects = page.verbose ? source.rejects : source.rejects.slice(0, shownRejects)
  const table =
    source.mapping.length === 0
      ? []
      : tableLines(mappingTable(source), style, { columns: page.table === null ? null : inner, limit: null })
  return [
    '',
    style.bold(cut(terminalText(`${source.name}: ${what}`), columns, style.ellipsis)),
    ...indent([
      ...text(source.recognised),
      ...text(dialect(source)),
      ...(source.table === null ? [] : text(counts)),
      ...table,
      ...(source.unmapped.length === 0
        ? []
        : hang('not used: ', terminalText(source.unmapped.join(', ')), inner)),
      ...rejects.flatMap(({ line, reason }) => hang(`line ${line}: `, terminalText(reason), inner)),
      ...(source.rows.rejected > rejects.length
        ? [
            style.dim(
              `${style.ellipsis} ${formatNumber(source.rows.rejected - rejects.length)} more rejected rows: --rejects FILE`,
            ),
          ]
        : []),
      ...source.warnings.flatMap(({ message, hint, line }) =>
        hang(
          '! ',
          terminalText(`${line === undefined ? '' : `line ${line}: `}${withHint(message, hint)}`),
          inner,
        ),
      ),
    ]),
  ]
}

function profileLines(profile: TableProfile, page: Page): string[] {
  const text = (mark: string, line: string): string[] => hang(mark, terminalText(line), page.columns)
  const span = profile.firstDay === null ? '' : `, ${profile.firstDay} to ${profile.lastDay ?? ''}`
  return [
    ...text('  ', `${profile.table}: ${formatNumber(profile.rows)} rows${span}`),
    ...profile.counts.flatMap(({ column, values, distinct }) => {
      const shown = values.slice(0, page.verbose ? undefined : shownCounts)
      const more = distinct - shown.length
      const list = shown.map(({ value, rows }) => `${value ?? '(blank)'} ${formatNumber(rows)}`).join(', ')
      return text('    ', `${column}: ${list}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`)
    }),
    ...profile.sums.flatMap(({ column, status, currency, sum, rows }) =>
      text(
        '    ',
        `${column}${status === null ? '' : ` of ${status}`}: ${formatMoney(sum, currency)} in ${formatCount(rows, 'row')}`,
      ),
    ),
  ]
}

function joinLines(join: KeyJoin, page: Page): string[] {
  const share =
    join.rows === 0
      ? 'no rows'
      : `${formatNumber(join.matched)} of ${formatNumber(join.rows)} rows (${formatShare(join.matched / join.rows)})`
  const orphans = join.orphans.slice(0, 5).map(({ value, rows }) => `${value} (${formatNumber(rows)})`)
  const more = join.orphanValues - orphans.length
  const without =
    orphans.length === 0
      ? ''
      : `; without a partner: ${orphans.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`
  return hang('  ', terminalText(`${join.from} in ${join.to}: ${share}${without}`), page.columns)
}

export function renderInspection(inspection: Inspection, options: RenderOptions): string {
  const style = makeStyle(options)
  const columns = Math.min(options.width ?? 100, 120)
  const page: Page = { style, columns, table: options.width, verbose: options.verbose }
  const ready = { full: 'ok', partial: 'insufficient-data', none: 'skipped' } as const
  const says = { full: 'can be answered', partial: 'only tables, no verdict', none: 'cannot run' } as const
  const block = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', style.bold(title), ...lines]
  const lines = [
    style.bold(
      `salescheck ${inspection.tool.version} inspect${inspection.asOf === null ? '' : `, data until ${inspection.asOf}`}`,
    ),
    ...inspection.sources.flatMap((source) => fileLines(source, page)),
    ...block(
      'What the tables hold',
      inspection.profiles.flatMap((profile) => profileLines(profile, page)),
    ),
    ...block(
      'How the tables find each other',
      inspection.joins.flatMap((join) => joinLines(join, page)),
    ),
    ...block(
      'About the data',
      inspection.warnings.flatMap(({ message, hint }) =>
        hang('  ! ', terminalText(withHint(message, hint)), columns),
      ),
    ),
    ...block(
      'Questions',
      inspection.detectors.flatMap(({ detector, level, reason }) => {
        const { symbol, paint } = style.outcome(ready[level])
        const [first = '', ...rest] = hang(
          `${symbol} `,
          terminalText(`${detector}: ${says[level]}${reason === null ? '' : `; ${reason}`}`),
          columns,
        )
        return [paint(first.slice(0, symbol.length)) + first.slice(symbol.length), ...rest]
      }),
    ),
  ]
  return `${lines.join('\n')}\n`
}
