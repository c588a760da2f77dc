// How the rows of a text end.
import type { CsvDialect } from '../source.ts'

interface LineEnds {
  readonly feeds: number
  readonly returnFeeds: number
  readonly loneReturns: number
}

/** Line ends outside double quotes, which pair up well enough for this. */
function lineEndsOf(text: string): LineEnds {
  let feeds = 0
  let returnFeeds = 0
  let loneReturns = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char > 0x22) continue
    if (char === 0x22) quoted = !quoted
    else if (quoted) continue
    else if (char === 0x0a) feeds++
    else if (char === 0x0d) {
      if (text.charCodeAt(at + 1) === 0x0a) {
        returnFeeds++
        at++
      } else loneReturns++
    }
  }
  return { feeds, returnFeeds, loneReturns }
}

/** Rows end in lone carriage returns: only where no line feed ends one. */
export function hasLoneReturnRows(text: string): boolean {
  if (!text.includes('\r')) return false
  const { feeds, returnFeeds, loneReturns } = lineEndsOf(text)
  return loneReturns > 0 && feeds === 0 && returnFeeds === 0
}

const delimiters = [',', ';', '\t', '|']
/** Rows that must agree before line feeds count as part of cells. */
const enoughRows = 3

/** Rows end in lone carriage returns, and single line feeds stand bare within cells: so only where nearly all rows then agree in width. */
export function hasBareFeeds(text: string): boolean {
  const { feeds, returnFeeds, loneReturns } = lineEndsOf(text)
  if (feeds === 0 || returnFeeds > 0 || loneReturns < enoughRows || feeds >= loneReturns) return false
  const rows = text.split('\r').slice(0, -1)
  return delimiters.some((delimiter) => {
    const width = (row: string): number => row.split(delimiter).length
    const wide = width(rows[0] ?? '')
    if (wide < 2 || (rows[0] ?? '').includes('\n')) return false
    return rows.filter((row) => width(row) === wide).length >= 0.9 * rows.length
  })
}

export function newlineOf(text: string): CsvDialect['newline'] {
  const { feeds, returnFeeds, loneReturns } = lineEndsOf(text)
  const kinds = Number(feeds > 0) + Number(returnFeeds > 0) + Number(loneReturns > 0)
  if (kinds > 1) return 'mixed'
  return returnFeeds > 0 ? 'crlf' : loneReturns > 0 ? 'cr' : 'lf'
}
