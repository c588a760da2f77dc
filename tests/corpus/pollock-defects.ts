// What was done to each file of the Pollock benchmark, by its name, and by which diagnostics we count it as told.
import type { Diagnostic } from '../../src/ingest/diagnostic.ts'
import type { Source } from '../../src/ingest/source.ts'

export interface Told {
  readonly source: Source
  readonly diagnostics: readonly Diagnostic[]
}

export interface ExpectedDefect {
  /** Physical line of a defect in one row; null for one of the whole file. */
  readonly line: number | null
  /** Takes the message of the error instead where the file is refused. */
  named(told: Told | string): boolean
  onLine(told: Told): boolean
}

type Test = (told: Told) => boolean

const wholeFile = new Map<string, Test>([
  ['file_double_trailing_newline.csv', ({ diagnostics }) => has(diagnostics, ['blank-lines'])],
  ['file_escape_char_0x00.csv', ({ diagnostics }) => has(diagnostics, ['nul-bytes', 'stray-quote'])],
  ['file_escape_char_0x5C.csv', ({ source }) => source.dialect.escape === 'backslash'],
  ['file_field_delimiter_0x20.csv', ({ source }) => source.dialect.delimiter === ' '],
  ['file_field_delimiter_0x2C_0x20.csv', ({ source }) => source.dialect.delimiter === ', '],
  ['file_field_delimiter_0x3B.csv', ({ source }) => source.dialect.delimiter === ';'],
  ['file_field_delimiter_0x9.csv', ({ source }) => source.dialect.delimiter === '\t'],
  ['file_header_multirow_2.csv', ({ diagnostics }) => has(diagnostics, ['header-rows', 'repeated-header'])],
  ['file_header_multirow_3.csv', ({ diagnostics }) => has(diagnostics, ['header-rows', 'repeated-header'])],
  ['file_header_only.csv', ({ source }) => source.sampleIsAll && source.sample.length === 0],
  ['file_multitable_less.csv', ({ diagnostics }) => has(diagnostics, ['second-table'])],
  ['file_multitable_more.csv', ({ diagnostics }) => has(diagnostics, ['second-table'])],
  ['file_multitable_same.csv', ({ diagnostics }) => has(diagnostics, ['repeated-header', 'second-table'])],
  ['file_no_header.csv', ({ diagnostics }) => has(diagnostics, ['no-header'])],
  ['file_no_trailing_newline.csv', ({ source }) => source.sampleIsAll],
  ['file_one_data_row.csv', ({ source }) => source.sampleIsAll && source.sample.length === 1],
  ['file_preamble.csv', ({ diagnostics }) => has(diagnostics, ['preamble'])],
  ['file_quotation_char_0x27.csv', ({ source }) => source.dialect.quote === "'"],
  ['file_record_delimiter_0xA.csv', ({ source }) => source.dialect.newline === 'lf'],
  ['file_record_delimiter_0xD.csv', ({ source }) => source.dialect.newline === 'cr'],
])

// A delimiter missing between an unquoted and a quoted cell leaves a quote inside a cell: that is what can be seen, and where.
const rowDefects: readonly (readonly [prefix: string, codes: readonly string[]])[] = [
  ['row_extra_quote', ['stray-quote', 'unclosed-quote']],
  ['row_field_delimiter_', ['other-delimiter']],
  ['row_less_sep_row', ['padded', 'short-row', 'header-narrower', 'inner-quote']],
  ['row_more_sep_row', ['trimmed', 'surplus', 'long-row', 'header-wider']],
]

function has(diagnostics: readonly Diagnostic[], codes: readonly string[]): boolean {
  return diagnostics.some(({ code }) => codes.includes(code))
}

/** Null for the clean source table. */
export function expectedDefect(file: string): ExpectedDefect | null {
  if (file === 'source.csv') return null
  if (file === 'file_no_payload.csv') {
    return {
      line: null,
      named: (told) => typeof told === 'string' && told.includes('is empty'),
      onLine: () => true,
    }
  }
  const test = wholeFile.get(file)
  if (test !== undefined)
    return { line: null, named: (told) => typeof told !== 'string' && test(told), onLine: () => true }
  for (const [prefix, codes] of rowDefects) {
    if (!file.startsWith(prefix)) continue
    const line = 1 + Number.parseInt(file.slice(prefix.length), 10)
    return {
      line,
      named: (told) => typeof told !== 'string' && has(told.diagnostics, codes),
      onLine: ({ diagnostics }) =>
        diagnostics.some((found) => codes.includes(found.code) && found.line === line),
    }
  }
  throw new Error(`unknown file of the benchmark: ${file}`)
}
