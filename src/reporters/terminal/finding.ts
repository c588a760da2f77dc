// A finding in a few lines: the sentence, then money, evidence and rows; with `verbose` all of it, and what to do.
import { formatMoney, formatList, formatNumber, formatP, type Finding } from '../../report/index.ts'
import type { Style } from './style.ts'
import { terminalText } from './text.ts'
import { cut, hang } from './width.ts'

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
  const kept = lines.slice(0, factLines)
  const last = kept.at(-1)
  if (lines.length > factLines && last !== undefined)
    kept[factLines - 1] = cut(last, columns - 4, '') + ` ${style.ellipsis}`
  return kept.map((line) => style.dim(line))
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

export function findingLines(
  finding: Finding,
  number: number,
  style: Style,
  columns: number,
  verbose: boolean,
): string[] {
  const { symbol, paint } = style.outcome(finding.verdict)
  const mark = `${symbol} ${number}. `
  const tag = finding.change === undefined ? '' : `[${finding.change}] `
  const sentence = hang(mark, tag + terminalText(finding.sentence), columns)
  const kept = verbose ? sentence : sentence.slice(0, sentenceLines)
  const indent = ' '.repeat(mark.length)
  if (kept.length < sentence.length) kept.push(indent + style.ellipsis)
  const [first = '', ...rest] = kept
  const facts = verbose ? whole : brief
  return [
    paint(first.slice(0, mark.length)) + first.slice(mark.length),
    ...rest,
    ...facts(finding, indent, columns, style),
  ]
}
