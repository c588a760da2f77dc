// A detector's README for a person at a terminal: no Markdown signs, nothing wider than the screen.
import { Chalk } from 'chalk'
import type { RenderOptions } from '../reporter.ts'
import { displayWidth } from '../terminal/width.ts'
import { blocksOf, type Block } from './blocks.ts'
import { codeText } from './code.ts'
import { tableText } from './table.ts'
import { flow, wordsOf, type Paint } from './words.ts'

/** Prose is easier to read in short lines; tables and code take what there is. */
const longestLine = 100
const indent = '  '

interface Page {
  readonly columns: number
  readonly paint: Paint
  readonly rule: string
  readonly bullet: string
}

const indented = (texts: readonly string[], by: string): string[] =>
  texts.map((line) => (line === '' ? '' : by + line))

const text = (words: string, page: Page): string[] =>
  flow(wordsOf(words), Math.min(page.columns, longestLine), page.paint)

function item({ mark, blocks }: { mark: string; blocks: readonly Block[] }, page: Page): string[] {
  const sign = mark === '-' ? page.bullet : mark
  const width = displayWidth(sign) + 1
  const inner = body(blocks, { ...page, columns: page.columns - width })
  return inner.map((line, index) =>
    index === 0 ? `${sign} ${line}` : line === '' ? '' : ' '.repeat(width) + line,
  )
}

function linesOf(block: Block, page: Page): string[] {
  switch (block.kind) {
    case 'heading':
      return flow(wordsOf(block.text), page.columns, (word) => page.paint(word, 'bold'))
    case 'paragraph':
      return text(block.text, page)
    case 'list':
      return block.items.flatMap((one) => item(one, page))
    case 'table':
      return tableText(block.table, page.columns, page.paint, page.rule)
    default:
      return indented(codeText(block.lines, page.columns - indent.length, page.paint, page.rule), indent)
  }
}

const body = (blocks: readonly Block[], page: Page): string[] =>
  blocks.flatMap((block, index) => [...(index === 0 ? [] : ['']), ...linesOf(block, page)])

/** Headings at the margin, everything else set in below them. `width` null: 80 columns. */
export function readmeText(
  markdown: string,
  { width, color, unicode }: Pick<RenderOptions, 'width' | 'color' | 'unicode'>,
): string {
  const chalk = new Chalk({ level: color })
  const paints = { plain: (part: string) => part, bold: chalk.bold, italic: chalk.italic, code: chalk.cyan }
  const page: Page = {
    columns: Math.max(width ?? 80, 20),
    paint: (part, emphasis) => paints[emphasis](part),
    rule: unicode ? '─' : '-',
    bullet: unicode ? '•' : '-',
  }
  const inner: Page = { ...page, columns: page.columns - indent.length }
  const all = blocksOf(markdown.replaceAll('\r', '').split('\n')).flatMap((block, index) => [
    ...(index === 0 ? [] : ['']),
    ...(block.kind === 'heading' ? linesOf(block, page) : indented(linesOf(block, inner), indent)),
  ])
  return `${all.join('\n')}\n`
}
