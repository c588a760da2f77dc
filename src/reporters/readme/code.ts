// Code of a README, as it stands where it fits. A table printed by salescheck itself is laid out again, other long lines are broken.
import { cut, displayWidth } from '../terminal/width.ts'
import type { TextTable } from './blocks.ts'
import { tableText } from './table.ts'
import { plainWords, type Paint } from './words.ts'

interface Cell {
  readonly text: string
  readonly end: number
}

/** What stands two blanks apart. */
const cellsOf = (line: string): Cell[] =>
  [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({ text, end: index + text.length }))

/** Lines that belong to the table beginning here: as many cells as its heading, or a mark of omission. */
function tableLines(lines: readonly string[], start: number): string[] {
  const count = cellsOf(lines[start] ?? '').length
  if (count < 3) return []
  let end = start
  while (end < lines.length && (cellsOf(lines[end] ?? '').length === count || lines[end] === '...')) end++
  return end - start < 2 ? [] : lines.slice(start, end)
}

function tableOf(lines: readonly string[]): TextTable {
  const [header = [], ...rows] = lines.map(cellsOf)
  const whole = rows.filter(({ length }) => length === header.length)
  return {
    header: header.map(({ text }) => text),
    right: header.map(({ end }, index) => whole.every((row) => row[index]?.end === end)),
    rows: rows.map((row) => row.map(({ text }) => text)),
  }
}

/** Broken, not cut; at a blank if there is one in the second half. What follows stands two columns further in. */
function brokenLine(line: string, columns: number): string[] {
  const own = line.length - line.trimStart().length
  const indent = ' '.repeat(Math.min(own + 2, Math.floor(columns / 3)))
  const lines: string[] = []
  let rest = line.trimEnd()
  while (displayWidth(rest) > columns) {
    const head = cut(rest, columns, '')
    const blank = head.lastIndexOf(' ')
    const taken = blank > columns / 2 && rest[head.length] !== ' ' ? head.slice(0, blank) : head
    lines.push(taken.trimEnd())
    rest = indent + rest.slice(taken.length).trimStart()
  }
  return [...lines, rest]
}

/** Lines of at most `columns` columns, from 20 on. */
export function codeText(code: readonly string[], columns: number, paint: Paint, rule: string): string[] {
  const lines: string[] = []
  for (let at = 0; at < code.length;) {
    const table = tableLines(code, at)
    if (table.some((line) => displayWidth(line) > columns)) {
      lines.push(...tableText(tableOf(table), columns, paint, rule, plainWords))
      at += table.length
    } else {
      lines.push(...brokenLine(code[at] ?? '', columns))
      at += 1
    }
  }
  return lines
}
