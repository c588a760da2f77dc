// A finding in at most twelve lines: the sentence, the money, the evidence, the rows, what to do.
import { formatMoney, formatList, formatNumber, formatP, type Finding } from '../../report/index.ts'
import type { Style } from './style.ts'
import { terminalText } from './text.ts'
import { cut, hang } from './width.ts'

const sentenceLines = 5
const shownIds = 3

function evidence(finding: Finding): string {
  const { test, p, adjustedP, n } = finding.evidence
  const parts = [`n = ${formatNumber(n)}`]
  if (p !== null) parts.push(`p ${formatP(p)}`)
  if (adjustedP !== null) parts.push(`${formatP(adjustedP)} adjusted for many comparisons`)
  return `${parts.join(', ')} (${test})`
}

function rows(finding: Finding): string | null {
  const parts = finding.evidence.rows
    .filter(({ ids }) => ids.length > 0)
    .map(({ table, ids, total }) => {
      const more = total - Math.min(shownIds, ids.length)
      return `${table} ${ids.slice(0, shownIds).join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`
    })
  return parts.length === 0 ? null : parts.join('; ')
}

/** `advise`: print the finding's own advice, where findings of one question advise differently. */
export function findingLines(
  finding: Finding,
  number: number,
  style: Style,
  columns: number,
  advise: boolean,
): string[] {
  const { symbol, paint } = style.outcome(finding.verdict)
  const mark = `${symbol} ${number}. `
  const tag = finding.change === undefined ? '' : `[${finding.change}] `
  const sentence = hang(mark, tag + terminalText(finding.sentence), columns)
  const kept = sentence.slice(0, sentenceLines)
  if (sentence.length > sentenceLines) kept.push(' '.repeat(mark.length) + style.ellipsis)
  const [first = '', ...rest] = kept
  const indent = ' '.repeat(mark.length)
  const line = (label: string, text: string, most: number): string[] => {
    const wrapped = hang(`${indent}${label}: `, terminalText(text), columns)
    const shown = wrapped.slice(0, most)
    const lastLine = shown.pop()
    if (lastLine === undefined) return []
    const whole =
      wrapped.length <= most
        ? lastLine
        : cut(`${lastLine} ${style.ellipsis.repeat(2)}`, columns, style.ellipsis)
    return [...shown, whole].map((text_) => style.dim(text_))
  }
  const money = finding.impact.map(({ amount, currency }) => formatMoney(amount, currency))
  const ids = rows(finding)
  return [
    paint(first.slice(0, mark.length)) + first.slice(mark.length),
    ...rest,
    ...(money.length === 0 ? [] : line('At stake', formatList(money), 1)),
    ...line('Evidence', evidence(finding), 2),
    ...(ids === null ? [] : line('Rows', ids, 2)),
    ...(advise ? line('Next', finding.advice, 2) : []),
  ]
}
