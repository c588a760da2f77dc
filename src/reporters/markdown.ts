// The report as Markdown to paste: answers as a list, findings, tables. Nothing in it pings people or loads a picture.
import {
  formatList,
  formatMoney,
  formatCount,
  formatNumber,
  formatP,
  type DetectorOutcome,
  type HistoryEntry,
  type Report,
  type Table,
} from '../report/index.ts'
import { byWeight } from './by-weight.ts'
import { tableLines } from './markdown/table.ts'
import { markdownText } from './markdown/text.ts'
import type { Reporter, RenderOptions } from './reporter.ts'
import { tablesShown } from './tables/short.ts'

const words: Readonly<Record<DetectorOutcome['outcome'], string>> = {
  problem: '❌ **Problem**',
  watch: '⚠️ **Watch**',
  ok: '✅ OK',
  'insufficient-data': '❔ Not enough data',
  skipped: '➖ Skipped',
  failed: '‼️ Failed',
}

const worst = 5
const tableRows = 15

function tableBlock(table: Table, limit: number | null): string[] {
  if (table.rows.length === 0) return ['(no rows)']
  const hidden = (table.totalRows ?? table.rows.length) - Math.min(table.rows.length, limit ?? Infinity)
  return [
    ...tableLines(table, { limit }),
    ...(hidden > 0 ? ['', `… ${formatNumber(hidden)} more rows in the JSON report.`] : []),
  ]
}

/** One line is a paragraph, several are a list. */
function noteBlock(text: string): string[] {
  const lines = text.split('\n').map(markdownText)
  return lines.length === 1 ? lines : lines.map((line) => `- ${line}`)
}

function findings(outcome: DetectorOutcome, verbose: boolean): string[] {
  const shown = verbose ? outcome.findings : outcome.findings.slice(0, worst)
  const more = outcome.findings.length - shown.length
  const lines = shown.map((finding) => {
    const money = finding.impact.map(({ amount, currency }) => formatMoney(amount, currency))
    const stake = money.length === 0 ? '' : `At stake: ${formatList(money)}. `
    const { n, p, adjustedP } = finding.evidence
    const chance = adjustedP ?? p
    const evidence = `n = ${formatNumber(n)}${chance === null ? '' : `, p ${formatP(chance)}`}`
    const tag = finding.change === undefined ? '' : ` (${finding.change})`
    return `- ${words[finding.verdict]}${tag}: ${markdownText(finding.sentence)} ${markdownText(`${stake}(${evidence})`)}`
  })
  return more > 0 ? [...lines, `- and ${more} more`] : lines
}

function section(outcome: DetectorOutcome, verbose: boolean): string[] {
  const tables = tablesShown(outcome, verbose)
  const found = findings(outcome, verbose)
  return [
    '',
    `## ${markdownText(outcome.question)}`,
    '',
    `${words[outcome.outcome]}: ${markdownText(outcome.headline)}`,
    ...(outcome.reason === null || outcome.reason === outcome.headline
      ? []
      : ['', markdownText(outcome.reason)]),
    ...(found.length === 0
      ? []
      : ['', ...found, '', `**Next:** ${markdownText(outcome.findings[0]?.advice ?? outcome.advice)}`]),
    ...tables.flatMap((table) => [
      '',
      `### ${markdownText(table.title)}`,
      '',
      ...tableBlock(table, verbose ? null : tableRows),
      ...(table.note === undefined ? [] : ['', ...noteBlock(table.note)]),
    ]),
    ...(outcome.notes.length === 0 ? [] : ['', ...outcome.notes.map((note) => `- ${markdownText(note)}`)]),
  ]
}

function resolved({ baseline }: Report): string[] {
  if (baseline === undefined || baseline.resolved.length === 0) return []
  return [
    '',
    `## Resolved since ${markdownText(baseline.asOf ?? baseline.name)}`,
    '',
    ...baseline.resolved.map(({ sentence }) => `- ${markdownText(sentence)}`),
  ]
}

/** What to export next, the shortest way first. */
function unlocks({ unlocks: ways = [] }: Report): string[] {
  if (ways.length === 0) return []
  return ['', '## To answer more', '', ...ways.map(({ sentence }) => `- ${markdownText(sentence)}`)]
}

const cellOf = (run: HistoryEntry, id: string): string =>
  run.outcomes.find(({ detector }) => detector === id)?.outcome ?? ''

function history({ history: runs }: Report): string[] {
  if (runs === undefined || runs.length === 0) return []
  const ids = [...new Set(runs.flatMap(({ outcomes }) => outcomes.map(({ detector }) => detector)))]
  return [
    '',
    '## Past runs',
    '',
    `| data until | ${ids.map(markdownText).join(' | ')} |`,
    `| --- |${ids.map(() => ' --- |').join('')}`,
    ...runs
      .slice(-tableRows)
      .map(
        (run) => `| ${markdownText(run.asOf ?? 'n/a')} | ${ids.map((id) => cellOf(run, id)).join(' | ')} |`,
      ),
  ]
}

/** Several answers are seen together first. */
const answers = (outcomes: readonly DetectorOutcome[]): string[] =>
  outcomes.length < 2
    ? []
    : [
        '',
        ...outcomes.map(
          ({ outcome, question, headline }) =>
            `- ${words[outcome]}: ${markdownText(question)} ${markdownText(headline)}`,
        ),
      ]

function render(report: Report, { verbose }: RenderOptions): string {
  const outcomes = byWeight(report.outcomes)
  const sources = report.sources.map(({ name, table, rows }) => {
    const aside = rows.setAside.reduce((sum, { rows: count }) => sum + count, 0)
    const counts = `${formatCount(rows.read, 'row')} read, ${formatNumber(rows.used)} used, ${formatNumber(rows.rejected)} rejected, ${formatNumber(aside)} set aside`
    return `- ${markdownText(`${name}: ${table === null ? 'not recognised' : `${table}, ${counts}`}`)}`
  })
  const lines = [
    '# Sales check',
    '',
    markdownText(
      `Data until ${report.asOf ?? 'n/a'}; model ${report.model}; salescheck ${report.tool.version}.`,
    ),
    ...answers(outcomes),
    ...outcomes.flatMap((outcome) => section(outcome, verbose)),
    ...resolved(report),
    ...history(report),
    '',
    '## Data',
    '',
    ...sources,
    ...unlocks(report),
  ]
  return `${lines.join('\n')}\n`
}

export const markdown: Reporter = {
  id: 'markdown',
  summary: 'Markdown to paste into an issue, a wiki or a roadmap',
  extension: '.md',
  render,
}
