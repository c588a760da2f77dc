// Opens bytes given in a test as a source, through a real file in a folder of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openSource, type OpenOptions } from '../../../src/ingest/head/open-source.ts'
import { readRecords } from '../../../src/ingest/records/read-records.ts'
import type { ReadRecord } from '../../../src/ingest/records/read-record.ts'
import type { Diagnostic } from '../../../src/ingest/diagnostic.ts'
import type { Source } from '../../../src/ingest/source.ts'

/** Within a test, and gone when it is. (A hook of this file would run for the first of the files that share it.) */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'salescheck-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function fileWith(content: string | Buffer, name = 'export.csv'): string {
  const path = join(newFolder(), name)
  writeFileSync(path, content)
  return path
}

export async function opened(
  content: string | Buffer,
  options: Partial<OpenOptions> = {},
  name = 'export.csv',
): Promise<Source> {
  const path = fileWith(content, name)
  return openSource({ name, path }, { id: 0, tempDir: newFolder(), ...options })
}

export async function openedFile(path: string, options: Partial<OpenOptions> = {}): Promise<Source> {
  return openSource({ name: path, path }, { id: 0, tempDir: newFolder(), ...options })
}

export async function recordsOf(
  source: Source,
  options: { chunkBytes?: number; mappedIndexes?: readonly number[] } = {},
): Promise<{ records: ReadRecord[]; diagnostics: Diagnostic[] }> {
  const records: ReadRecord[] = []
  const diagnostics: Diagnostic[] = []
  for await (const batch of readRecords(source, options)) {
    for (const record of batch.records) records.push(record)
    for (const diagnostic of batch.diagnostics) diagnostics.push(diagnostic)
  }
  return { records, diagnostics }
}

/** One line per record, to compare with what is written by hand: `3 data a|b|c`, `4 footer`, `5 reject long-row`. */
export function summaryOf(record: ReadRecord): string {
  if (record.kind === 'data') return `${record.line} ${record.cells.join('|')}`
  return record.kind === 'reject' ? `${record.line} reject ${record.code}` : `${record.line} ${record.class}`
}
