// What must hold for any bytes: the reader refuses them in words, or gives every character back in exactly one record, whatever the size
// of its buffer; the columns are decided and every cell is read without a crash; a load accounts for every row.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDuckdb } from '../../src/engine/duckdb.ts'
import { SalescheckError } from '../../src/errors.ts'
import { openSource } from '../../src/ingest/head/open-source.ts'
import { loadSources } from '../../src/ingest/load/index.ts'
import { isKnownHeader, recognise } from '../../src/ingest/recognise/index.ts'
import type { ReadRecord } from '../../src/ingest/records/read-record.ts'
import { readRecords } from '../../src/ingest/records/read-records.ts'
import type { Source } from '../../src/ingest/source.ts'
import { decideFormat, readCell, readPeriod } from '../../src/ingest/values/index.ts'
import { presets } from '../../src/presets/index.ts'
import { calendarDate, dateParts } from '../../src/schema/index.ts'

/** Line ends, NULs and end marks belong to no record. */
// oxlint-disable-next-line no-control-regex -- NUL and Ctrl-Z are what it is about
const substance = (text: string): number => text.replaceAll(/[\r\n\0\u001a]/g, '').length

async function recordsOf(source: Source, chunkBytes: number): Promise<ReadRecord[]> {
  const found: ReadRecord[] = []
  for await (const { records } of readRecords(source, { chunkBytes }))
    for (const record of records) found.push(record)
  return found
}

async function opened(path: string, tempDir: string): Promise<Source | null> {
  try {
    return await openSource({ name: 'input.csv', path }, { id: 0, tempDir, isKnownHeader })
  } catch (error) {
    if (error instanceof SalescheckError) return null
    throw error
  }
}

function checkRecords(source: Source, records: readonly ReadRecord[]): void {
  let kept = 0
  let line = 0
  for (const record of records) {
    kept += substance(record.raw)
    if (record.line < line) throw new Error(`line ${record.line} after line ${line}`)
    line = record.line
    if (record.kind === 'data' && record.cells.length !== source.header.names.length)
      throw new Error(`row ${line} has ${record.cells.length} cells, not ${source.header.names.length}`)
  }
  const given = substance(readFileSync(source.file).subarray(source.header.dataOffset).toString('utf8'))
  if (given !== kept) throw new Error(`${given - kept} of ${given} characters lost`)
}

const targets = ['text', 'date', 'money', 'integer', 'score', 'flag', 'choice'] as const

const isSound = (target: (typeof targets)[number], value: string): boolean => {
  switch (target) {
    case 'date': {
      const parts = dateParts(value)
      return parts !== null && calendarDate(parts.year, parts.month, parts.day) === value
    }
    case 'money':
    case 'integer':
      return /^-?\d{1,14}(?:\.\d+)?$/.test(value)
    case 'score':
      return /^(?:\d|10)$/.test(value)
    case 'flag':
      return value === 'true' || value === 'false'
    default:
      return true
  }
}

function checkValues(source: Source, records: readonly ReadRecord[]): void {
  for (const [column] of source.header.names.slice(0, 8).entries()) {
    const counts = new Map<string, number>()
    for (const record of records) {
      const cell = record.kind === 'data' ? record.cells[column] : undefined
      if (cell !== undefined) counts.set(cell, (counts.get(cell) ?? 0) + 1)
    }
    for (const target of targets) {
      const decided = decideFormat(target, counts, { delimiter: source.dialect.delimiter })
      if ('undecidable' in decided) continue
      for (const cell of counts.keys()) {
        const reading = readCell(decided.format, cell)
        if ('value' in reading && reading.value !== null && !isSound(target, reading.value))
          throw new Error(`${target} ${JSON.stringify(cell)} is read as ${JSON.stringify(reading.value)}`)
      }
    }
    for (const cell of counts.keys()) readPeriod(cell)
  }
}

/** Throws where something is wrong. `folder` is for the input and temporary copies. */
export async function check(bytes: Buffer, folder: string): Promise<void> {
  const path = join(folder, 'input.csv')
  writeFileSync(path, bytes)
  const source = await opened(path, folder)
  if (source === null) return
  const records = await recordsOf(source, 64 * 1024)
  checkRecords(source, records)
  if (JSON.stringify(await recordsOf(source, 61)) !== JSON.stringify(records))
    throw new Error('another buffer size gives other records')
  checkValues(source, records)
}

/** The same bytes into an engine, as deals: throws when the rows do not add up. */
export async function checkLoad(bytes: Buffer, folder: string): Promise<void> {
  const path = join(folder, 'input.csv')
  writeFileSync(path, bytes)
  const source = await opened(path, folder)
  if (source === null) return
  const engine = await openDuckdb({ tempDir: folder, allowedPaths: [source.file] })
  try {
    const mapping = recognise(source, { presets, pin: 'deals' })
    const { sources } = await loadSources(engine, [{ source, mapping }], {
      tolerant: true,
      keepRejects: true,
    })
    for (const { rows, rejects } of sources)
      if (rejects.length !== rows.rejected)
        throw new Error(`${rows.rejected} rows rejected, ${rejects.length} listed`)
  } catch (error) {
    if (!(error instanceof SalescheckError)) throw error
  } finally {
    await engine.close()
  }
}
