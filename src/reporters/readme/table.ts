// A table of running text, fitted into the terminal: cells are wrapped; where columns would get too narrow, rows stand one below the other.
import { displayWidth } from '../terminal/width.ts'
import type { TextTable } from './blocks.ts'
import { flow, wordsOf, wordWidth, type Paint, type Word } from './words.ts'

type Split = (text: string) => Word[]

const gap = 2
/** A column is not made narrower than its longest word, or this. */
const narrowest = 16

interface Column {
  readonly natural: number
  readonly least: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

function measure(table: TextTable, split: Split): Column[] {
  return table.header.map((label, index) => {
    const cells = [label, ...table.rows.map((row) => row[index] ?? '')].map(split)
    const natural = Math.max(
      ...cells.map((words) => sum(words.map(wordWidth)) + Math.max(0, words.length - 1)),
    )
    const longest = Math.max(0, ...cells.flatMap((words) => words.map(wordWidth)))
    return { natural, least: Math.min(natural, Math.max(1, Math.min(longest, narrowest))) }
  })
}

/** Takes from the widest column until all fit; null when they cannot. */
function widthsFor(columns: readonly Column[], room: number): number[] | null {
  const space = room - gap * (columns.length - 1)
  if (sum(columns.map(({ least }) => least)) > space) return null
  const widths = columns.map(({ natural }) => natural)
  while (sum(widths) > space) {
    let widest = -1
    for (const [index, { least }] of columns.entries()) {
      const width = widths[index] ?? 0
      if (width > least && (widest === -1 || width > (widths[widest] ?? 0))) widest = index
    }
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

const pad = (text: string, width: number, right: boolean): string => {
  const blank = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return right ? blank + text : text + blank
}

function grid(
  table: TextTable,
  widths: readonly number[],
  paint: Paint,
  rule: string,
  split: Split,
): string[] {
  const lines = (cells: readonly string[], of: Paint): string[] => {
    const wrapped = widths.map((width, index) => flow(split(cells[index] ?? ''), width, of))
    const height = Math.max(...wrapped.map(({ length }) => length))
    return Array.from({ length: height }, (_, at) =>
      widths
        .map((width, index) => pad(wrapped[index]?.[at] ?? '', width, table.right[index] ?? false))
        .join(' '.repeat(gap))
        .trimEnd(),
    )
  }
  const rows = table.rows.map((row) => lines(row, paint))
  // Where a cell takes several lines, a blank one shows where the next row begins.
  const apart = rows.some(({ length }) => length > 1)
  return [
    ...lines(table.header, (text) => paint(text, 'bold')),
    widths.map((width) => rule.repeat(width)).join(' '.repeat(gap)),
    ...rows.flatMap((row, index) => (apart && index > 0 ? ['', ...row] : row)),
  ]
}

function stacked(table: TextTable, columns: number, paint: Paint, split: Split): string[] {
  return table.rows.flatMap((row, at) => [
    ...(at === 0 ? [] : ['']),
    ...table.header.flatMap((label, index) => {
      const words = split(row[index] ?? '')
      if (words.length === 0) return []
      const named = [...split(`${label}:`), ...words]
      if (index === 0) return flow(named, columns, (text) => paint(text, 'bold'))
      return flow(named, columns - 4, paint).map((line, part) => (part === 0 ? '  ' : '    ') + line)
    }),
  ])
}

/** Lines of at most `columns` columns, from 20 on. */
export function tableText(
  table: TextTable,
  columns: number,
  paint: Paint,
  rule: string,
  split: Split = wordsOf,
): string[] {
  const widths = widthsFor(measure(table, split), columns)
  return widths === null ? stacked(table, columns, paint, split) : grid(table, widths, paint, rule, split)
}
