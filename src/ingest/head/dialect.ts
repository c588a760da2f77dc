// Finds the delimiter, quote and escape of a file from its head. Known header words beat counting; decimal commas never beat semicolons.
import type { CsvDialect } from '../source.ts'
import { scoreDialect, type DialectScore } from './dialect-score.ts'
import { newlineOf } from './line-ends.ts'

export interface DialectFinding {
  readonly dialect: CsvDialect
  /** Commonest number of cells in a row. */
  readonly width: number
  /** The first line is `sep=…` and no part of the table. */
  readonly sepLine: boolean
}

const delimiters = [
  ',',
  ';',
  '\t',
  '|',
  ' ',
  ':',
  '^',
  '~',
  '\u001f',
  '\u001e',
  '\u0001',
  '`',
  '#',
  '&',
  '!',
  '*',
]

const noHeader = (): boolean => false

export function findDialect(
  text: string,
  whole: boolean,
  isKnownHeader: (text: string) => boolean = noHeader,
): DialectFinding {
  const newline = newlineOf(text)
  const sep = /^"?sep=([^\r\n]|\\t)"?\r?\n/i.exec(text)
  const body = sep === null ? text : text.slice(sep[0].length)
  const named = sep?.[1] === '\\t' ? '\t' : sep?.[1]
  const scores: DialectScore[] = []
  for (const delimiter of named === undefined ? delimiters : [named]) {
    if (!body.includes(delimiter)) continue
    for (const [quote, escape] of quotings(body, delimiter)) {
      scores.push(scoreDialect(body, whole, { delimiter, quote, escape, newline }, isKnownHeader))
    }
  }
  const best = choose(scores, body, isKnownHeader, named !== undefined)
  if (best === null) {
    const absent = [',', ';', '\t', '|', '\u001f'].find((delimiter) => !body.includes(delimiter)) ?? '\u001e'
    const dialect = { delimiter: named ?? absent, quote: '"', escape: 'double', newline } as const
    return { dialect, width: 1, sepLine: sep !== null }
  }
  return { ...withSpace(best, body, whole, isKnownHeader), sepLine: sep !== null }
}

/** The ways of quoting worth a try: double quotes unless the text speaks for something else. */
function quotings(text: string, delimiter: string): (readonly [CsvDialect['quote'], CsvDialect['escape']])[] {
  const ways: (readonly [CsvDialect['quote'], CsvDialect['escape']])[] = [['"', 'double']]
  if (text.includes('\\"')) ways.push(['"', 'backslash'])
  if (text.includes('"')) ways.push([null, 'double'])
  const opens = count(text, delimiter + "'") + count(text, "\n'")
  const closes = count(text, "'" + delimiter) + count(text, "'\n") + count(text, "'\r")
  if (opens >= 2 && closes >= 2) {
    ways.push(["'", 'double'])
    if (text.includes("\\'")) ways.push(["'", 'backslash'])
  }
  return ways
}

function choose(
  scores: readonly DialectScore[],
  text: string,
  isKnownHeader: (text: string) => boolean,
  forced: boolean,
): DialectScore | null {
  const decimals = decimalCommas(scores, text)
  // A first line that is one known header word as a whole: a table of one column.
  const firstLine = text.slice(0, 200).split(/\r?\n/, 1)[0] ?? ''
  const knownNeeded = isKnownHeader(firstLine) ? 3 : 2
  let best: DialectScore | null = null
  for (const candidate of scores) {
    if (candidate.width < 2 || (candidate.score === 0 && candidate.known < knownNeeded && !forced)) continue
    const score = rank(candidate, decimals, knownNeeded)
    if (best === null || score > rank(best, decimals, knownNeeded)) best = candidate
  }
  return best
}

function rank(candidate: DialectScore, decimals: boolean, knownNeeded: number): number {
  const known = candidate.known >= knownNeeded ? candidate.known : 0
  const doubtful = decimals && candidate.dialect.delimiter === ','
  return known + (doubtful ? 0.1 : 1) * candidate.score
}

/** Nearly every comma stands between digits while another delimiter makes a table of its own: the commas are decimal. */
function decimalCommas(scores: readonly DialectScore[], text: string): boolean {
  const other = scores.some(
    ({ dialect, score }) => [';', '\t', '|'].includes(dialect.delimiter) && score > 0.25,
  )
  if (!other) return false
  let between = 0
  let all = 0
  for (let at = text.indexOf(','); at !== -1; at = text.indexOf(',', at + 1)) {
    all++
    if (isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) between++
  }
  return between >= 0.8 * all
}

const isDigit = (char: number): boolean => char >= 0x30 && char <= 0x39

function count(text: string, part: string): number {
  let found = 0
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found++
  return found
}

/** A space after every delimiter belongs to the delimiter. */
function withSpace(
  best: DialectScore,
  text: string,
  whole: boolean,
  isKnownHeader: (text: string) => boolean,
): { dialect: CsvDialect; width: number } {
  const { dialect, width, widths } = best
  if (![',', ';', '|'].includes(dialect.delimiter) || widths.length < 2) return { dialect, width }
  const spaced = scoreDialect(text, whole, { ...dialect, delimiter: dialect.delimiter + ' ' }, isKnownHeader)
  const regular = spaced.score > 0 && spaced.width >= 2 && spaced.score >= best.score
  const loneDelimiter = hasDelimiterWithoutSpace(text, dialect)
  return regular && !loneDelimiter ? { dialect: spaced.dialect, width: spaced.width } : { dialect, width }
}

/** A delimiter outside quotes that no space follows; at the end of a line it needs none. */
function hasDelimiterWithoutSpace(text: string, dialect: CsvDialect): boolean {
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === dialect.quote) quoted = !quoted
    else if (!quoted && char === dialect.delimiter && at + 1 < text.length && text[at + 1] !== ' ')
      return true
  }
  return false
}
