import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RecordScanner, type ScannedRecord } from '../../../src/ingest/records/scanner.ts'
import { isWellFormed } from '../../../src/ingest/head/strict-head.ts'
import type { CsvDialect } from '../../../src/ingest/source.ts'
import { opened, recordsOf, summaryOf } from '../head/opened.ts'

const runs = { numRuns: 300, seed: 20260105 }

const dialects = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', ', ', ':', '\u001f'),
  quote: fc.constantFrom('"' as const, "'" as const),
  escape: fc.constantFrom('double' as const, 'backslash' as const),
  newline: fc.constantFrom('lf' as const, 'crlf' as const),
})

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    '',
    ' ',
    '"',
    "'",
    '""',
    '\\',
    ',',
    ';',
    ', ',
    '\n',
    '\r\n',
    'Total',
    '1,5',
    '=1+1',
    '__proto__',
  ),
)
const cell = fc
  .array(piece, { maxLength: 3 })
  .map((parts) => parts.join('').replaceAll('\0', '').replaceAll('\u001a', ''))

const tables = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  )

/** Written by the rules: quoted where needed (everywhere, for `always`), quotes doubled or after a backslash. */
function written(rows: readonly (readonly string[])[], dialect: CsvDialect, always: boolean): string {
  const end = dialect.newline === 'crlf' ? '\r\n' : '\n'
  return rows
    .map(
      (row) =>
        row.map((text) => writtenCell(text, dialect, always || row.length === 1)).join(dialect.delimiter) +
        end,
    )
    .join('')
}

function writtenCell(text: string, { delimiter, quote, escape }: CsvDialect, always: boolean): string {
  const mark = quote ?? '"'
  const special = [delimiter, delimiter[0] ?? '', mark, '\n', '\r', '\\'].some((part) => text.includes(part))
  if (!always && !special && text.trim() === text) return text
  const inside =
    escape === 'double'
      ? text.replaceAll(mark, mark + mark)
      : text.replaceAll('\\', '\\\\').replaceAll(mark, `\\${mark}`)
  return mark + inside + mark
}

function scanned(
  text: string,
  dialect: CsvDialect,
  width: number | null,
  cuts: readonly number[] = [],
): ScannedRecord[] {
  const scanner = new RecordScanner(dialect, width)
  const found: ScannedRecord[] = []
  const drain = (): void => {
    for (let record = scanner.next(); record !== null; record = scanner.next()) found.push(record)
  }
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    scanner.push(text.slice(from, cut))
    drain()
    from = cut
  }
  scanner.push(text.slice(from))
  drain()
  scanner.end()
  drain()
  return found
}

test('a table written by the rules in any dialect reads back cell by cell', () => {
  fc.assert(
    fc.property(tables, dialects, fc.boolean(), fc.boolean(), (rows, dialect, always, known) => {
      const found = scanned(written(rows, dialect, always), dialect, known ? (rows[0]?.length ?? 1) : null)
      expect(found.map(({ cells }) => cells)).toEqual(rows)
    }),
    runs,
  )
})

test('lines are counted through quoted line ends', () => {
  fc.assert(
    fc.property(tables, dialects, (rows, dialect) => {
      let line = 1
      const lines = rows.map((row) => {
        const at = line
        line += 1 + row.join('').split(/\r\n|\n|\r/).length - 1
        return at
      })
      // Cells that end in a carriage return next to one that begins with a line feed would join to one line end above.
      fc.pre(rows.every((row) => row.every((text) => !text.startsWith('\n') && !text.endsWith('\r'))))
      expect(
        scanned(written(rows, dialect, true), dialect, rows[0]?.length ?? 1).map((record) => record.line),
      ).toEqual(lines)
    }),
    runs,
  )
})

const dirtyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '""',
        ',',
        '\n',
        '\r\n',
        '\r',
        'a',
        'b c',
        '1',
        ' ',
        '\\"',
        '\u001a',
        '\0',
        'é',
        '"x"',
        ',"',
        '",',
        '"\n',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

test('any cut into pieces gives the same records, however dirty the text', () => {
  fc.assert(
    fc.property(
      dirtyText,
      fc.option(fc.integer({ min: 1, max: 5 })),
      fc.array(fc.nat(200), { maxLength: 12 }),
      (text, width, cuts) => {
        const dialect = { delimiter: ',', quote: '"', escape: 'double', newline: 'lf' } as const
        const whole = scanned(text, dialect, width)
        const within = cuts.map((cut) => Math.min(cut, text.length))
        expect(scanned(text, dialect, width, within)).toEqual(whole)
        expect(
          scanned(
            text,
            dialect,
            width,
            Array.from({ length: text.length }, (_, at) => at),
          ),
        ).toEqual(whole)
      },
    ),
    { ...runs, numRuns: 1000 },
  )
})

/** Line ends, NULs and end marks belong to no record. */
function kept(text: string): string {
  return ['\r', '\n', '\0', '\u001a'].reduce((rest, char) => rest.replaceAll(char, ''), text)
}

test('every character of the text stands in exactly one record', () => {
  fc.assert(
    fc.property(dirtyText, fc.option(fc.integer({ min: 1, max: 5 })), (text, width) => {
      const dialect = { delimiter: ',', quote: '"', escape: 'double', newline: 'lf' } as const
      const records = scanned(text, dialect, width)
      expect(records.map(({ raw }) => kept(raw)).join('')).toBe(kept(text))
      for (const [index, record] of records.entries()) {
        expect(record.line).toBeGreaterThan(index === 0 ? 0 : (records[index - 1]?.line ?? 0))
      }
    }),
    { ...runs, numRuns: 1000 },
  )
})

test('where a strict parser is content, the tolerant reader reads the same and mends nothing', () => {
  fc.assert(
    fc.property(tables, (rows) => {
      const dialect = { delimiter: ',', quote: '"', escape: 'double', newline: 'lf' } as const
      const text = written(rows, dialect, false)
      const width = rows[0]?.length ?? 1
      expect(isWellFormed(text, true, dialect, width)).toBe(true)
      for (const record of scanned(text, dialect, width)) expect(record.defect).toBeNull()
    }),
    runs,
  )
})

const words = fc.constantFrom(
  'Alder',
  'Birch & Co',
  'Cedar, Inc',
  'too dear',
  'said "no"',
  'line\nbreak',
  'Übersee',
  '',
)

test('a deal table told nothing about reads back in every common dialect, encoding and line end', async () => {
  const rows = fc.array(fc.tuple(fc.nat(99_999), words, fc.integer({ min: 1, max: 28 }), words), {
    minLength: 4,
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('lf' as const, 'crlf' as const),
      fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
      fc.boolean(),
      async (deals, delimiter, newline, encoding, mark) => {
        const dialect = { delimiter, quote: '"', escape: 'double', newline } as const
        const cells = deals.map(([id, name, day, reason]) => [
          `D${id}`,
          name,
          `2026-01-${String(day).padStart(2, '0')}`,
          reason,
          `${id}.50`,
        ])
        const table = [['deal id', 'account', 'close date', 'reason', 'amount'], ...cells]
        const start = mark || encoding === 'utf16le' ? '\ufeff' : ''
        const source = await opened(Buffer.from(start + written(table, dialect, false), encoding))
        const { records } = await recordsOf(source, { chunkBytes: 7 })
        expect(source.header.names).toEqual(table[0])
        expect(records.map((record) => (record.kind === 'data' ? record.cells : summaryOf(record)))).toEqual(
          cells,
        )
        expect(source.oddities.filter((oddity) => oddity !== 'mixed-line-ends')).toEqual([])
      },
    ),
    { numRuns: 120, seed: 20260105 },
  )
})
