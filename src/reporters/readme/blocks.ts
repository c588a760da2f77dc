// The blocks of a detector's README: the part of Markdown that those texts use.

export interface TextTable {
  readonly header: readonly string[]
  readonly right: readonly boolean[]
  readonly rows: readonly (readonly string[])[]
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list'
      readonly items: readonly { readonly mark: string; readonly blocks: readonly Block[] }[]
    }
  | { readonly kind: 'table'; readonly table: TextTable }
  | { readonly kind: 'code'; readonly lines: readonly string[] }

const heading = /^(#{1,6}) (.*)$/
const marker = /^(-|\d{1,3}\.) /
const fence = /^```/
const isRow = (line: string): boolean => line.startsWith('|')

/** Cells between pipes; `\|` is a pipe in a cell. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))

function tableOf(lines: readonly string[]): TextTable {
  const [header = '', rule = '', ...rows] = lines
  return {
    header: cellsOf(header),
    right: cellsOf(rule).map((cell) => cell.endsWith(':') && !cell.startsWith(':')),
    rows: rows.map(cellsOf),
  }
}

/** Lines from `start` on as long as they belong. */
function run(lines: readonly string[], start: number, belongs: (line: string) => boolean): string[] {
  const found: string[] = []
  for (let at = start; at < lines.length && belongs(lines[at] ?? ''); at++) found.push(lines[at] ?? '')
  return found
}

interface Found {
  readonly block: Block
  /** Lines it takes. */
  readonly lines: number
}

function codeAt(lines: readonly string[], start: number): Found {
  const inner = run(lines, start + 1, (line) => !fence.test(line))
  return { block: { kind: 'code', lines: inner }, lines: inner.length + 2 }
}

/** Items of one kind and what is indented below them; blank lines between belong to the list. */
function listAt(lines: readonly string[], start: number): Found {
  const own = (lines[start] ?? '').startsWith('-') ? /^- / : /^\d{1,3}\. /
  const taken = run(lines, start, (line) => line === '' || line.startsWith('  ') || own.test(line))
  while (taken.at(-1) === '') taken.pop()
  const items: { mark: string; inner: string[] }[] = []
  for (const line of taken) {
    const [whole, mark = ''] = marker.exec(line) ?? []
    const last = items.at(-1)
    if (whole !== undefined) items.push({ mark, inner: [line.slice(whole.length)] })
    else
      last?.inner.push(line.startsWith(' ') ? line.slice(Math.min(indent(line), last.mark.length + 1)) : line)
  }
  return {
    block: { kind: 'list', items: items.map(({ mark, inner }) => ({ mark, blocks: blocksOf(inner) })) },
    lines: taken.length,
  }
}

const indent = (line: string): number => line.length - line.trimStart().length

const startsBlock = (line: string): boolean =>
  line === '' || heading.test(line) || fence.test(line) || isRow(line) || marker.test(line)

function paragraphAt(lines: readonly string[], start: number): Found {
  const [first = ''] = lines.slice(start)
  const taken = [first, ...run(lines, start + 1, (line) => !startsBlock(line))]
  return {
    block: { kind: 'paragraph', text: taken.map((line) => line.trim()).join(' ') },
    lines: taken.length,
  }
}

function blockAt(lines: readonly string[], start: number): Found {
  const line = lines[start] ?? ''
  const [, hashes, title = ''] = heading.exec(line) ?? []
  if (hashes !== undefined) {
    return { block: { kind: 'heading', level: hashes.length, text: title.trim() }, lines: 1 }
  }
  if (fence.test(line)) return codeAt(lines, start)
  if (isRow(line)) {
    const rows = run(lines, start, isRow)
    return { block: { kind: 'table', table: tableOf(rows) }, lines: rows.length }
  }
  return marker.test(line) ? listAt(lines, start) : paragraphAt(lines, start)
}

export function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    if (lines[at] === '') {
      at += 1
      continue
    }
    const { block, lines: taken } = blockAt(lines, at)
    blocks.push(block)
    at += taken
  }
  return blocks
}
