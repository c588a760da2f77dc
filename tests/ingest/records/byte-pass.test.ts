import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runBytePass } from '../../../src/ingest/records/byte-pass.ts'
import { ByteScan, lookBack } from '../../../src/ingest/records/byte-scan.ts'
import type { CsvDialect, Source } from '../../../src/ingest/source.ts'
import { fileWith, opened, recordsOf } from '../head/opened.ts'

const plain: CsvDialect = { delimiter: ',', quote: '"', escape: 'double', newline: 'lf' }

/** Scans bytes in pieces of a given size, as the pass does with a file. */
function scanned(bytes: Buffer, dialect: CsvDialect, pieceBytes: number, blankIsRecord = false): ByteScan {
  const scan = new ByteScan(dialect, 1, blankIsRecord)
  let before = Buffer.alloc(lookBack, '\n')
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes)
    const buffer = Buffer.allocUnsafeSlow(lookBack + piece.length)
    before.copy(buffer)
    piece.copy(buffer, lookBack)
    scan.push(buffer, buffer.length)
    before = Buffer.from(buffer.subarray(buffer.length - lookBack))
  }
  scan.end()
  return scan
}

describe('the engine as witness', () => {
  let instance: DuckDBInstance
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:')
  })
  afterAll(() => instance.closeSync())

  async function engineCount(text: string, columns: number): Promise<number> {
    const connection = await instance.connect()
    try {
      const names = Array.from({ length: columns }, (_, column) => `'c${column}': 'VARCHAR'`).join(', ')
      const reader = await connection.runAndReadAll(
        `SELECT count(*) FROM read_csv('${fileWith(text)}', auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', columns = {${names}})`,
      )
      return Number(reader.getRows()[0]?.[0])
    } finally {
      connection.closeSync()
    }
  }

  const quoted = fc.constantFrom('"a"', '"x, y"', '"say ""so"""', '"line\nbreak"', '"\n\n"', '""')
  const bare = fc.constantFrom('a', 'bc d', '1.5', 'é', '6" pipe', 'tab\there')
  const cell = fc.oneof(quoted, bare)

  test.each([1, 2, 4])(
    'well-formed text of %i columns: as many records as the engine counts',
    async (columns) => {
      const line = fc.array(cell, { minLength: columns, maxLength: columns }).map((cells) => cells.join(','))
      const lines = fc.array(
        fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      await fc.assert(
        fc.asyncProperty(lines, fc.boolean(), async (rows, lastEnd) => {
          const text = rows.join('\n') + (lastEnd ? '\n' : '')
          fc.pre(text.trim() !== '')
          const scan = scanned(Buffer.from(text), plain, 1 << 20, columns === 1)
          expect(scan.records).toBe(await engineCount(text, columns))
        }),
        { numRuns: 150, seed: 20260105 },
      )
    },
  )
})

test('any size of piece gives the same count and the same lines', () => {
  const text = fc
    .array(
      fc.constantFrom(
        'a,b\n',
        '"x\ny",1\r\n',
        '\n',
        '\r\n',
        'c,"d ""e"""\n',
        '1, "z"\n',
        'p\rq,r\n',
        '"',
        ',',
        '\\"',
        'é',
      ),
      { maxLength: 40 },
    )
    .map((parts) => Buffer.from(parts.join('')))
  fc.assert(
    fc.property(text, fc.constantFrom('double' as const, 'backslash' as const), (bytes, escape) => {
      const dialect = { ...plain, escape }
      const whole = scanned(bytes, dialect, 1 << 20)
      const lines = Array.from({ length: whole.records }, (_, record) => whole.lines.lineOf(record))
      for (const size of [1, 2, 3, 4, 5, 7, 64]) {
        const pieces = scanned(bytes, dialect, size)
        expect([pieces.records, pieces.blankLines, pieces.quoted]).toEqual([
          whole.records,
          whole.blankLines,
          whole.quoted,
        ])
        expect(lines.map((_, record) => pieces.lines.lineOf(record))).toEqual(lines)
      }
    }),
    { numRuns: 400, seed: 20260105 },
  )
})

async function readBothWays(
  content: string | Buffer,
): Promise<{ source: Source; lines: number[]; passLines: number[] }> {
  const source = await opened(content)
  const { records } = await recordsOf(source)
  const pass = await runBytePass(source)
  const lines = records.map(({ line }) => line)
  return {
    source,
    lines,
    passLines: Array.from({ length: pass.records }, (_, record) => pass.lineOf(record)),
  }
}

test('records stand on the lines where the record reader finds them', async () => {
  const rows = [
    'id,reason,amount',
    '',
    '1,"price',
    '',
    'too high",10',
    '2,none,20',
    '',
    '',
    '3,"a',
    'b",30',
    '4,x,40',
  ]
  const { lines, passLines } = await readBothWays(rows.join('\n'))
  expect(lines).toEqual([3, 6, 9, 11])
  expect(passLines).toEqual(lines)
})

test('titles and a byte order mark before the table are not counted', async () => {
  const text = '\ufeffReport,,\n,,\nid,reason,amount\r\n1,price,10\r\n2,"time\r\ning",20\r\n3,none,30\r\n'
  const { source, lines, passLines } = await readBothWays(text)
  expect(source.header.line).toBe(3)
  expect(lines).toEqual([4, 5, 7])
  expect(passLines).toEqual(lines)
})

test('the hash is that of the bytes the user gave, also when they were rewritten', async () => {
  for (const content of [
    Buffer.from('a,b\n1,2\n'),
    Buffer.from('a;b\n1;2\n', 'utf16le'),
    Buffer.from('a,b\n1,caf\xe9\n', 'latin1'),
  ]) {
    const source = await opened(content)
    const pass = await runBytePass(source)
    expect(pass.sha256).toBe(createHash('sha256').update(content).digest('hex'))
    expect(readFileSync(source.userFile ?? '')).toEqual(content)
  }
})

test('a byte that is not UTF-8 far down a big file is found with its line', async () => {
  const row = 'id-0123456789,some company,closed lost,too expensive for what it does\n'
  const rows = Math.ceil((66 * 1024 * 1024) / row.length)
  const bytes = Buffer.from('id,company,stage,reason\n' + row.repeat(rows) + 'last,caf\xe9,won,x\n', 'latin1')
  const source = await opened(bytes)
  expect(source.utf8Checked).toBe('head')
  const pass = await runBytePass(source)
  expect(pass.invalidUtf8Line).toBe(rows + 2)
  expect(pass.records).toBe(rows + 1)
})

test('an aborted pass stops', async () => {
  const source = await opened('a,b\n1,2\n')
  await expect(runBytePass(source, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/)
})
