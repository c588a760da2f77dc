// The common case of a line with quotes, fast: one record on one line, every quote in its place.
import type { CsvDialect } from '../source.ts'

/** The cells of `text[from, to)`, or null when anything about its quotes takes a closer look. */
export function regularLine(text: string, from: number, to: number, dialect: CsvDialect): string[] | null {
  const { delimiter, quote, escape } = dialect
  if (quote === null || escape === 'backslash' || delimiter.length > 1) return null
  const mark = quote.charCodeAt(0)
  const comma = delimiter.charCodeAt(0)
  const cells: string[] = []
  let at = from
  for (;;) {
    let end: number
    if (text.charCodeAt(at) === mark && at < to) {
      let close = text.indexOf(quote, at + 1)
      let doubled = false
      while (close !== -1 && close < to && text.charCodeAt(close + 1) === mark) {
        doubled = true
        close = text.indexOf(quote, close + 2)
      }
      end = close + 1
      if (close === -1 || end > to || (end < to && text.charCodeAt(end) !== comma)) return null
      const cell = text.slice(at + 1, close)
      cells.push(doubled ? cell.replaceAll(quote + quote, quote) : cell)
    } else {
      end = at
      for (; end < to; end++) {
        const char = text.charCodeAt(end)
        if (char === comma) break
        if (char === mark || char === 0x0d) return null
      }
      cells.push(text.slice(at, end))
    }
    if (end === to) return cells
    at = end + 1
  }
}
