// The ranking alone, to paste into a roadmap: the answer, the table, and what must be said with it. Nothing in it changes with the run.
import { formatNumber, type DetectorOutcome, type Report, type Table } from '../../report/index.ts'
import { isGroup } from '../tables/short.ts'
import { tableLines } from './table.ts'
import { markdownText } from './text.ts'

export interface RankingOptions {
  /** Of the section, 1 to 6; groups are one deeper. */
  readonly headingLevel: number
}

const first = ['rank', 'reason', 'category']
// Shares of other wholes: good in a report, too much beside the one share that is ranked.
const leaveOut: ReadonlySet<string> = new Set(['valueShare', 'ofClosed', 'cumulative'])
const labels: ReadonlyMap<string, string> = new Map([['change', 'Change (points)']])
const deepest = 6

const heading = (level: number, title: string): string =>
  `${'#'.repeat(Math.min(level, deepest))} ${markdownText(title)}`

function rows(table: Table): string[] {
  const hidden = (table.totalRows ?? table.rows.length) - table.rows.length
  return [
    ...tableLines(table, { limit: null, first, leaveOut, labels }),
    ...(hidden > 0
      ? ['', `${formatNumber(hidden)} more ${hidden === 1 ? 'reason is' : 'reasons are'} not shown.`]
      : []),
  ]
}

/** A line that explains a column goes where the column goes: "Of closed deals: …". */
function lines({ note = '', columns }: Table): string[] {
  const gone = columns.filter(({ id }) => leaveOut.has(id)).map(({ label }) => `${label.toLowerCase()}:`)
  return note
    .split('\n')
    .filter((line) => line !== '' && !gone.some((start) => line.toLowerCase().startsWith(start)))
    .map(markdownText)
}

/** "Why deals are lost, product: Core" is "Product: Core" under the whole ranking. */
function groupTitle({ id, title }: Table): string {
  const column = /^ranking-by-([a-z]+)/.exec(id)?.[1] ?? ''
  const start = title.indexOf(`, ${column}: `)
  return start === -1 ? title : column.charAt(0).toUpperCase() + title.slice(start + 3)
}

const block = (table: Table, level: number, answer: readonly string[]): string[] => [
  heading(level, table.title),
  '',
  ...answer.flatMap((text) => [markdownText(text), '']),
  ...rows(table),
  '',
  ...lines(table).map((text) => `- ${text}`),
  '',
]

const groupBlock = (table: Table, level: number): string[] => [
  heading(level, groupTitle(table)),
  '',
  ...lines(table).flatMap((text) => [text, '']),
  ...rows(table),
  '',
]

function section(outcome: DetectorOutcome, level: number): string[] {
  const { headline, reason, question } = outcome
  const answer = [...new Set([headline, reason ?? ''])].filter((text) => text !== '')
  const rankings = outcome.tables.filter(({ id }) => id.startsWith('ranking'))
  if (rankings.length === 0)
    return [heading(level, question), '', ...answer.flatMap((text) => [markdownText(text), ''])]
  return rankings.flatMap((table, place) =>
    isGroup(table) ? groupBlock(table, level + 1) : block(table, level, place === 0 ? answer : []),
  )
}

/** Ends in one newline. The same report and options give the same text. */
export function renderRanking(report: Report, { headingLevel }: RankingOptions): string {
  const text = report.outcomes.flatMap((outcome) => section(outcome, headingLevel))
  return `${text.join('\n').trimEnd()}\n`
}
