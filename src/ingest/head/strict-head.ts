// A second opinion on the head of a file, from a strict parser: does it read the same records, or where does it stumble?
import { parse } from 'csv-parse/sync'
import type { CsvDialect } from '../source.ts'

/** As much as is read strictly: the parser is slow, and what one reader finds in the head the other rarely misses. */
const strictText = 8 * 1024

/**
 * Reads the beginning of `text`, which begins with a record, by the rules: true when every record has `width` cells and every quote is in its place, so
 * that any parser reads the same. `whole`: the text is complete; else its last record is ignored.
 */
export function isWellFormed(text: string, whole: boolean, dialect: CsvDialect, width: number): boolean {
  if (dialect.newline === 'mixed' || text.trim() === '') return dialect.newline !== 'mixed'
  const all = whole && text.length <= strictText
  const complete = all ? text : text.slice(0, text.lastIndexOf('\n', strictText) + 1)
  let clean = true
  try {
    parse(complete, {
      delimiter: dialect.delimiter,
      quote: dialect.quote ?? false,
      escape: dialect.escape === 'backslash' ? '\\' : (dialect.quote ?? false),
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      skip_empty_lines: true,
      bom: false,
      on_record: (record: readonly string[]) => {
        if (record.length !== width) clean = false
        return null
      },
    })
  } catch (error) {
    // A quoted cell that the end of the head cuts through is no fault of the file.
    if (!all && error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED')
      return clean
    return false
  }
  return clean
}
