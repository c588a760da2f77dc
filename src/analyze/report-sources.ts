// What the report tells of every file, made from what ingest did with it.
import type { Exports, LoadedSource, Mapping, RejectedRow, Unreadable, SourceFile } from '../ingest/index.ts'
import { formatWords, quoted } from '../ingest/index.ts'
import type { ColumnMapping, Reject, Source, Warning } from '../report/index.ts'
import type { TableName } from '../schema/index.ts'

const shownRejects = 100
const longestValue = 80

const shorten = (text: string): string =>
  text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`

// The cell may be a name: an anonymous report keeps the place and the kind of trouble only.
const rejectOf =
  (anonymous: boolean) =>
  ({ line, code, column, value, reason }: RejectedRow): Reject => ({
    line,
    code,
    column,
    value: value === null || anonymous ? null : shorten(value),
    reason: anonymous ? code : reason,
  })

const columnsOf = (mapping: Mapping): ColumnMapping[] => [
  ...mapping.columns.map(({ column, header, why, format }) => ({
    column,
    header,
    why,
    format: format === null ? null : formatWords(format),
  })),
  ...[...mapping.constants].map(([column, value]) => ({
    column,
    header: null,
    why: `always ${value}`,
    format: null,
  })),
]

type Diagnostics = SourceFile['diagnostics']

const warningOf = ({ code, message, hint, line }: Diagnostics[number]): Warning => ({
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
  ...(line === undefined ? {} : { line }),
})

/** Recognition looks at no more filled cells of a column. */
const mostLookedAt = 200

/** Headers that one would think were read. */
const notTaken = (mapping: Mapping, table: TableName, anonymous: boolean): Warning[] =>
  mapping.notTaken.map(({ column, header, what, read, filled, example }) => ({
    code: 'column-not-taken',
    message: `column "${header}" was not taken for ${column}: ${read} of ${filled === mostLookedAt ? 'the first ' : ''}${filled} cells read as ${what}${anonymous ? '' : `; ${quoted(example)} does not`}`,
    hint: `mend its cells, or have it read all the same with ${JSON.stringify({ table, columns: { [column]: header } })} for this file in salescheck.json`,
  }))

function shared(
  source: SourceFile,
  mapping: Mapping,
): Omit<Source, 'sha256' | 'rows' | 'rejects' | 'warnings' | 'mapping' | 'table'> {
  const { dialect, header } = source
  return {
    name: source.name,
    bytes: source.bytes,
    compression: source.compression,
    encoding: source.bom ? `${source.encoding} with byte order mark` : source.encoding,
    dialect: { delimiter: dialect.delimiter, quote: dialect.quote, headerLine: header.line },
    recognised: mapping.recognised,
    preset: mapping.preset,
    unmapped: [...mapping.unmapped],
  }
}

function loadedSource(loaded: LoadedSource, anonymous: boolean): Source {
  const { source, mapping, rows, rejects, warnings } = loaded
  return {
    ...shared(source, mapping),
    sha256: loaded.sha256,
    table: loaded.table,
    rows: {
      read: rows.read,
      used: rows.used,
      rejected: rows.rejected,
      setAside: rows.setAside.map(({ class: name, rows: count, lines }) => ({
        class: name,
        rows: count,
        lines: [...lines],
      })),
    },
    mapping: columnsOf(mapping),
    rejects: rejects.slice(0, shownRejects).map(rejectOf(anonymous)),
    warnings: [
      ...notTaken(mapping, loaded.table, anonymous),
      ...[...source.diagnostics, ...warnings].map(warningOf),
    ],
  }
}

function otherSource(source: SourceFile, mapping: Mapping, anonymous: boolean): Source {
  const [best] = mapping.candidates
  const near: Warning[] =
    best === undefined
      ? []
      : [
          {
            code: 'candidate',
            message: `nearest: ${best.table}, ${best.reason}${best.missing.length === 0 ? '' : `; missing: ${best.missing.join(', ')}`}`,
          },
        ]
  return {
    ...shared(source, mapping),
    sha256: source.sha256 ?? '',
    table: null,
    rows: { read: 0, used: 0, rejected: 0, setAside: [] },
    mapping: [],
    rejects: [],
    warnings: [
      ...source.diagnostics.map(warningOf),
      ...near,
      ...(best === undefined ? [] : notTaken(mapping, best.table, anonymous)),
    ],
  }
}

const unreadableSource = ({ name, reason }: Unreadable): Source => ({
  name,
  sha256: '',
  bytes: 0,
  compression: 'none',
  encoding: '',
  dialect: null,
  table: null,
  recognised: reason,
  preset: null,
  rows: { read: 0, used: 0, rejected: 0, setAside: [] },
  mapping: [],
  unmapped: [],
  rejects: [],
  warnings: [],
})

/** In the order of the command line; files of a folder that are no tables come last. */
export function reportSources({ opened, loaded, unreadable }: Exports, anonymous: boolean): Source[] {
  const byId = new Map(loaded.sources.map((one) => [one.source.id, one]))
  return [
    ...opened.map(({ source, mapping }) => {
      const found = byId.get(source.id)
      return found === undefined ? otherSource(source, mapping, anonymous) : loadedSource(found, anonymous)
    }),
    ...unreadable.map(unreadableSource),
  ]
}
