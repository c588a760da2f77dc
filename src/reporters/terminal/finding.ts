// A finding in a few lines: the sentence, then money, evidence and rows; with `verbose` all of it, and what to do.
import { formatMoney, formatList, formatNumber, formatP, type Finding } from '../../report/index.ts'
import type { Style } from './style.ts'
import { terminalText } from './text.ts'
import { clip, hang } from './width.ts'

const sentenceLines = 6
const factLines = 2
const shownIds = 2

const stake = ({ impact }: Finding): string | null =>
  impact.length === 0
    ? null
    : `at stake ${formatList(impact.map(({ amount, currency }) => formatMoney(amount, currency)))}`

/** The adjusted p where many things were tested together, else the plain one. */
function chance({ evidence: { p, adjustedP } }: Finding): string | null {
  if (adjustedP !== null) return `adjusted p ${formatP(adjustedP)}`
  return p === null ? null : `p ${formatP(p)}`
}

function rows(finding: Finding, most: number): string | null {
  const parts = finding.evidence.rows
    .filter(({ ids }) => ids.length > 0)
    .map(({ table, ids, total }) => {
      const shown = ids.slice(0, most)
      const more = total - shown.length
      return `${table} ${shown.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`
    })
  return parts.length === 0 ? null : parts.join('; ')
}

function brief(finding: Finding, indent: string, columns: number, style: Style): string[] {
  const facts = [
    stake(finding),
    `n = ${formatNumber(finding.evidence.n)}`,
    chance(finding),
    rows(finding, shownIds),
  ]
  const lines = hang(indent, terminalText(facts.filter((fact) => fact !== null).join('; ')), columns)
  return clip(lines, factLines, columns, style.ellipsis).map((line) => style.dim(line))
}

function whole(finding: Finding, indent: string, columns: number, style: Style): string[] {
  const line = (label: string, text: string | null): string[] =>
    text === null
      ? []
      : hang(`${indent}${label}: `, terminalText(text), columns).map((part) => style.dim(part))
  const { n, p, adjustedP, test } = finding.evidence
  const adjusted = adjustedP === null ? '' : `, ${formatP(adjustedP)} adjusted for many comparisons`
  return [
    ...line('Money', stake(finding)),
    ...line(
      'Evidence',
      `n = ${formatNumber(n)}${p === null ? '' : `, p ${formatP(p)}`}${adjusted} (${test})`,
    ),
    ...line('Rows', rows(finding, 10)),
    ...line('Next', finding.advice),
  ]
}

/** `all` facts and the next step, the `brief` ones, or `none`. */
export function findingLines(
  finding: Finding,
  number: number,
  style: Style,
  columns: number,
  facts: 'all' | 'brief' | 'none',
): string[] {
  const { symbol, paint } = style.outcome(finding.verdict)
  const mark = `${symbol} ${number}. `
  const tag = finding.change === undefined ? '' : `[${finding.change}] `
  const sentence = hang(mark, tag + terminalText(finding.sentence), columns)
  const [first = '', ...rest] = clip(
    sentence,
    facts === 'all' ? Infinity : sentenceLines,
    columns,
    style.ellipsis,
  )
  const indent = ' '.repeat(mark.length)
  return [
    paint(first.slice(0, mark.length)) + first.slice(mark.length),
    ...rest,
    ...(facts === 'none' ? [] : (facts === 'all' ? whole : brief)(finding, indent, columns, style)),
  ]
}
