// Compares what the product's reader does with third-party files with what their makers expect of a reader.
//
//   node tests/corpus/run.mjs tests/corpus/expectations.ts DIR INDEX [ANSWERS]
//
// INDEX: lines of tab-separated `path bytes hash source split expected`; expected is REJECT, ERROR-EXPECTED, ACCEPT, EITHER, or the name
// of a file below ANSWERS (default DIR) with the answer: cells as CSV or JSON, JSON of answers by file name, or annotated dialects.
//
// Rejected: refused with a message, rows rejected, or taken for no table of sales and so not read; accepted: opened without a rejected
// row. Files whose answer took options of a parser (comments, a preview, other quotes) are left out by the answer: we are told nothing.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { SalescheckError } from '../../src/errors.ts'
import { openSource } from '../../src/ingest/head/open-source.ts'
import { isKnownHeader, recognise } from '../../src/ingest/recognise/index.ts'
import { readRecords } from '../../src/ingest/records/read-records.ts'
import type { Source } from '../../src/ingest/source.ts'
import { presets } from '../../src/presets/index.ts'
import { differentCells, expectedCells, isBlank } from './answers.ts'
import { annotatedDialect, differentDialect } from './annotations.ts'
import { corpusDir } from './corpus-dir.ts'

interface Expectation {
  readonly path: string
  readonly group: string
  readonly expected: string
}

interface Reading {
  readonly source: Source
  /** Header and rows of the table, rejected rows included as they stand in the file. */
  readonly rows: readonly (readonly string[])[]
  readonly rejects: readonly string[]
}

async function read(path: string, name: string, tempDir: string): Promise<Reading | SalescheckError> {
  try {
    const source = await openSource({ name, path }, { id: 0, tempDir, isKnownHeader })
    const { header } = source
    const rows: (readonly string[])[] = header.rows.length > 1 ? [header.names] : [...header.rows]
    const rejects: string[] = []
    for await (const { records } of readRecords(source)) {
      for (const record of records) {
        if (record.kind === 'set-aside') continue
        rows.push(record.kind === 'data' ? record.cells : record.given)
        if (record.kind === 'reject') rejects.push(`line ${record.line}: ${record.reason}`)
      }
    }
    return { source, rows, rejects }
  } catch (error) {
    if (error instanceof SalescheckError) return error
    throw error
  }
}

/** What we do otherwise than expected; null when nothing; undefined when there is no answer to compare with. */
function difference(
  { path, expected }: Expectation,
  reading: Reading | SalescheckError,
  folder: string,
  answers: string,
): string | null | undefined {
  const refused = reading instanceof SalescheckError
  // The first thing said against it.
  const complaint = refused ? reading.message : reading.rejects[0]
  if (expected === 'EITHER') return null
  if (expected === 'REJECT' || expected === 'ERROR-EXPECTED') {
    if (refused || complaint !== undefined) return null
    const { table } = recognise(reading.source, { presets })
    return table === null ? null : `read as ${table}, ${shapeOf(reading)}`
  }
  if (expected === 'ACCEPT') return complaint === undefined ? null : `not accepted: ${complaint}`
  const answer = join(answers, expected)
  if (!existsSync(answer)) return undefined
  if (answer.endsWith('.txt')) {
    const dialect = annotatedDialect(answer, basename(path))
    if (dialect === null) return undefined
    return refused
      ? `not accepted: ${reading.message}`
      : differentDialect(reading.source, dialect, readFileSync(join(folder, path)))
  }
  const cells = expectedCells(answer, basename(path))
  if (cells === null) return undefined
  if (refused) return isBlank(cells) ? null : `not accepted: ${reading.message}`
  return differentCells(reading.rows, cells)
}

function shapeOf({ source, rows }: Reading): string {
  return `${rows.length} rows of ${source.header.names.length} columns: ${JSON.stringify(rows[0]).slice(0, 60)}`
}

async function main(folder: string, index: string, answers: string): Promise<void> {
  const counts = new Map<string, { as: number; other: number; unknown: number }>()
  const lines = readFileSync(index, 'utf8').split(/\r?\n/).slice(1)
  for (const line of lines) {
    const [path = '', , , source = '', , expected = ''] = line.split('\t')
    if (expected === '') continue
    const word = /^[A-Z-]+$/.test(expected) ? expected : 'answer'
    const group = `${source} ${word}`
    const count = counts.get(group) ?? { as: 0, other: 0, unknown: 0 }
    counts.set(group, count)
    if (!existsSync(join(folder, path))) {
      count.unknown++
      continue
    }
    const tempDir = mkdtempSync(join(tmpdir(), 'salescheck-expectations-'))
    const reading = await read(join(folder, path), path, tempDir)
    rmSync(tempDir, { recursive: true, force: true })
    const other = difference({ path, group, expected }, reading, folder, answers)
    if (other === undefined) count.unknown++
    else if (other === null) count.as++
    else {
      count.other++
      console.log(`${word}\t${path}\t${other}`)
    }
  }
  for (const [group, { as, other, unknown }] of counts) {
    const without = unknown === 0 ? '' : `, ${unknown} without file or answer`
    console.log(`${group}: as expected ${as}, otherwise ${other}${without}`)
  }
}

const folder = corpusDir(process.argv[2])
const index = process.argv[3]
if (folder === null) process.exitCode = 2
else if (index === undefined || !existsSync(index)) {
  process.stderr.write('NOT RUN: name the index of the files as second argument.\n')
  process.exitCode = 2
} else await main(folder, index, process.argv[4] ?? folder)
