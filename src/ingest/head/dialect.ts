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

const common = [',', ';', '\t', '|']
const rare = [' ', ':', '^', '~', '\u001f', '\u001e', '\u0001', '`', '#', '&', '!', '*']

/** As much of a file as it takes to see how its rows are built. */
const scoredText = 32 * 1024
/** A common delimiter that does as well as this leaves no doubt. */
const convincing = 0.55

const noHeader = (): boolean => false

export function findDialect(
  text: string,
  whole: boolean,
  isKnownHeader: (text: string) => boolean = noHeader,
): DialectFinding {
  const newline = newlineOf(text.slice(0, scoredText))
  const sep = /^"?sep=([^\r\n]|\\t)"?\r?\n/i.exec(text)
  const body = sep === null ? text : text.slice(sep[0].length)
  const named = sep?.[1] === '\\t' ? '\t' : sep?.[1]
  const start = body.length > scoredText ? body.slice(0, Math.max(scoredText, body.indexOf('\n') + 1)) : body
  const complete = whole && start.length === body.length
  const scores = (named === undefined ? common : [named]).flatMap((delimiter) => scoresOf(delimiter))
  const clear = scores.some(({ score, known }) => score >= convincing || known >= 2)
  if (named === undefined && !clear) for (const delimiter of rare) scores.push(...scoresOf(delimiter))
  const best = choose(scores, body, isKnownHeader, named !== undefined)
  if (best === null) {
    // One column: a delimiter that splits no row, though it may stand within quotes.
    const splits = (delimiter: string): boolean =>
      body.includes(delimiter) &&
      !scores.some(
        ({ dialect, widths, stray }) =>
          dialect.delimiter === delimiter && !stray && widths.every((cells) => cells === 1),
      )
    const absent = [',', ';', '\t', '|', '\u001f'].find((delimiter) => !splits(delimiter)) ?? '\u001e'
    const dialect = { delimiter: named ?? absent, quote: '"', escape: 'double', newline } as const
    return { dialect, width: 1, sepLine: sep !== null }
  }
  return { ...withSpace(best, start, complete, isKnownHeader), sepLine: sep !== null }

  function scoresOf(delimiter: string): DialectScore[] {
    if (!start.includes(delimiter)) return []
    const found = quotings(start, delimiter).map(([quote, escape]) =>
      scoreDialect(start, complete, { delimiter, quote, escape, newline }, isKnownHeader),
    )
    // Quotes that are always in their place are quotes.
    if (found.some(({ stray }) => stray)) {
      found.push(
        scoreDialect(start, complete, { delimiter, quote: null, escape: 'double', newline }, isKnownHeader),
      )
    }
    return found
  }
}

/** The ways of quoting worth a try: double quotes unless the text speaks for something else. */
function quotings(text: string, delimiter: string): (readonly [CsvDialect['quote'], CsvDialect['escape']])[] {
  const ways: (readonly [CsvDialect['quote'], CsvDialect['escape']])[] = [['"', 'double']]
  if (text.includes('\\"')) ways.push(['"', 'backslash'])
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
  // A delimiter that splits every row alike, the first among them, outdoes one that the first row does not know.
  const rivalSplitsAll = scores.some(
    ({ dialect, width, widths }) =>
      !(decimals && dialect.delimiter === ',') &&
      [',', ';', '\t', '|'].includes(dialect.delimiter) &&
      width > 1 &&
      widths.length > 1 &&
      widths.every((cells) => cells === width),
  )
  let best: DialectScore | null = null
  for (const candidate of scores) {
    if (candidate.width < 2 || (candidate.score === 0 && candidate.known < knownNeeded && !forced)) continue
    if (best === null || rank(candidate) > rank(best)) best = candidate
  }
  return best

  function rank(candidate: DialectScore): number {
    const known = candidate.known >= knownNeeded ? candidate.known : 0
    const doubtful = decimals && candidate.dialect.delimiter === ','
    const headless = candidate.widths[0] === 1 && rivalSplitsAll
    return known + (doubtful ? 0.1 : 1) * (headless ? 0.3 : 1) * candidate.score
  }
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
