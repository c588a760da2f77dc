// The bulk parse of one delimited file as a table expression: the dialect is given, nothing is sniffed, every cell is text.
import { raw, type Sql } from '../../sql/index.ts'
import type { CsvStep } from '../engine.ts'
import { literal } from './literal.ts'

/** A quarter of the usual: memory is what a large load lacks, and half of this takes a tenth more time. A record longer than 2 MB fits into none. */
const buffer = 8_000_000

const lineEnds = { lf: '\\n', crlf: '\\r\\n', cr: '\\r' } as const

/** Columns are named `c0`, `c1` …; blank cells are NULL. A record that does not fit makes the statement fail. */
export function csvTable(step: CsvStep): Sql {
  const columns = Array.from({ length: step.columns }, (_, index) => `c${index}: 'VARCHAR'`)
  const quote = step.quote ?? ''
  const options = [
    `columns = {${columns.join(', ')}}`,
    'header = false',
    'auto_detect = false',
    `skip = ${step.skip}`,
    `delim = ${literal(step.delimiter)}`,
    `quote = ${literal(quote)}`,
    `escape = ${literal(step.escape === 'backslash' ? '\\' : quote)}`,
    `new_line = '${lineEnds[step.newline]}'`,
    `nullstr = ''`,
    // The name says nothing: a plain file may be called `.gz`.
    `compression = 'none'`,
    `buffer_size = ${buffer}`,
  ]
  // Written by us from a step of ours; texts in it go through `literal`.
  return raw(`read_csv(${literal(step.file)}, ${options.join(', ')})`)
}

/** DuckDB takes these as patterns wherever a file is named, and has no way to write them as themselves. */
export const isPattern = (file: string): boolean => /[*?[\]{}]/.test(file)
