// Reads every file of the Pollock benchmark through the product's own reader, told nothing, and writes what was read beside it.
//
//   npm run pollock -- DIR [OUT]      DIR holds polluted_files/csv; OUT (default DIR/loaded) gets FILE_converted.csv
//
// Rows the product would reject keep their cells here, because the benchmark asks what can be read, not what may be trusted; titles,
// footers, repeated headers and second tables are no rows of the table and are left out. Prints how often the defect was told.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SalescheckError } from '../../src/errors.ts'
import type { Diagnostic } from '../../src/ingest/diagnostic.ts'
import { openSource } from '../../src/ingest/head/open-source.ts'
import { readRecords } from '../../src/ingest/records/read-records.ts'
import type { Source } from '../../src/ingest/source.ts'
import { corpusDir } from './corpus-dir.ts'
import { expectedDefect, type Told } from './pollock-defects.ts'

interface Reading extends Told {
  readonly rows: readonly (readonly string[])[]
  readonly rejected: number
}

async function read(path: string, name: string, tempDir: string): Promise<Reading | SalescheckError> {
  let source: Source
  try {
    source = await openSource({ name, path }, { id: 0, tempDir })
  } catch (error) {
    if (error instanceof SalescheckError) return error
    throw error
  }
  const rows: (readonly string[])[] = []
  const diagnostics: Diagnostic[] = [...source.diagnostics]
  let rejected = 0
  if (source.header.rows.length > 0) rows.push(joined(source.header.rows))
  for await (const batch of readRecords(source)) {
    for (const record of batch.records) {
      if (record.kind === 'set-aside') continue
      if (record.kind === 'reject') rejected++
      const mended = record.kind === 'data' && record.defects.includes('other-delimiter')
      rows.push(mended ? record.cells : record.given)
    }
    for (const diagnostic of batch.diagnostics) diagnostics.push(diagnostic)
  }
  return { rows, rejected, source, diagnostics }
}

function joined(rows: readonly (readonly string[])[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '').join(' '))
}

function asCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + '\n').join('')
}

function share(part: number, all: number): string {
  return `${part} of ${all} (${((100 * part) / all).toFixed(2)} %)`
}

async function main(dir: string, out: string): Promise<void> {
  const files = join(dir, 'polluted_files', 'csv')
  mkdirSync(out, { recursive: true })
  let rejectedFiles = 0
  let rejectedRows = 0
  let told = 0
  let polluted = 0
  let rowLevel = 0
  let rightLine = 0
  const untold: string[] = []
  for (const name of readdirSync(files).sort()) {
    const tempDir = mkdtempSync(join(tmpdir(), 'salescheck-pollock-'))
    const reading = await read(join(files, name), name, tempDir)
    rmSync(tempDir, { recursive: true, force: true })
    const expected = expectedDefect(name)
    if (expected !== null) polluted++
    if (reading instanceof SalescheckError) {
      // The empty file: a clear message is the right reading of it.
      writeFileSync(
        join(out, `${name}_converted.csv`),
        reading.message.includes('is empty') ? '' : 'Application Error\n',
      )
      if (expected !== null && expected.named(reading.message)) told++
      else if (expected !== null) untold.push(name)
      continue
    }
    writeFileSync(join(out, `${name}_converted.csv`), asCsv(reading.rows))
    if (reading.rejected > 0) rejectedFiles++
    rejectedRows += reading.rejected
    if (expected === null) continue
    const isTold = expected.named(reading)
    if (isTold) told++
    else untold.push(name)
    if (expected.line === null) continue
    rowLevel++
    if (isTold && expected.onLine(reading)) rightLine++
  }
  console.log(
    `defect named: ${share(told, polluted)}; row-level defects on the right line: ${share(rightLine, rowLevel)}`,
  )
  console.log(`rows the product rejects, kept in the conversion: ${rejectedRows} in ${rejectedFiles} files`)
  if (untold.length > 0)
    console.log(`not named: ${untold.slice(0, 20).join(', ')}${untold.length > 20 ? ' …' : ''}`)
}

const folder = corpusDir(process.argv[2])
if (folder === null) process.exitCode = 2
else await main(folder, process.argv[3] ?? join(folder, 'loaded'))
