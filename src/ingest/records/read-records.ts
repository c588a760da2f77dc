// The slow road through a file: every record, with its line and what it is, however dirty the file, in little memory.
import { open } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import type { Diagnostic } from '../diagnostic.ts'
import type { Source } from '../source.ts'
import type { ReadRecord } from './read-record.ts'
import { RecordScanner } from './scanner.ts'
import { RecordSorter } from './sort-records.ts'
import { shapeOf } from './table-shape.ts'
import { Tally } from './tally.ts'

export interface RecordBatch {
  /** In the order of the file. */
  readonly records: readonly ReadRecord[]
  /** What was mended, set aside or refused, counted by kind: on the last batch only. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** Positions of the columns that are used: a row with surplus cells is kept when these are unambiguous. */
  readonly mappedIndexes?: readonly number[]
  /** Bytes read at a time; small pieces keep the garbage young. */
  readonly chunkBytes?: number
}

/**
 * Streams all records after the header. Records = data + set aside + rejected; blank lines are none of them. The result does not depend
 * on `chunkBytes`. Throws what the file system throws; never because of what the text says.
 */
export async function* readRecords(source: Source, options: ReadOptions = {}): AsyncGenerator<RecordBatch> {
  const { signal, mappedIndexes, chunkBytes = 64 * 1024 } = options
  const { dialect, header } = source
  const scanner = new RecordScanner(dialect, header.names.length, header.dataLine)
  const sorter = new RecordSorter({
    dialect,
    shape: shapeOf(source),
    ...(mappedIndexes === undefined ? {} : { mapped: mappedIndexes }),
  })
  const tally = new Tally()
  const decoder = new StringDecoder('utf8')
  const file = await open(source.file, 'r')
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes)
    let offset = header.dataOffset
    for (let last = false; !last;) {
      signal?.throwIfAborted()
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, offset)
      offset += bytesRead
      last = bytesRead === 0
      scanner.push(last ? decoder.end() : decoder.write(buffer.subarray(0, bytesRead)))
      if (last) scanner.end()
      const records: ReadRecord[] = []
      for (let record = scanner.next(); record !== null; record = scanner.next()) sorter.push(record, records)
      if (last) sorter.end(records)
      for (const record of records) tally.add(record)
      const diagnostics = last ? [...tally.diagnostics(), ...endDiagnostics(scanner)] : []
      if (records.length > 0 || last) yield { records, diagnostics }
    }
  } finally {
    await file.close()
  }
}

function endDiagnostics(scanner: RecordScanner): Diagnostic[] {
  const found: Diagnostic[] = []
  if (scanner.nulLine !== null) {
    found.push({
      code: 'nul-bytes',
      message: `NUL bytes, first on line ${scanner.nulLine}, were dropped`,
      line: scanner.nulLine,
    })
  }
  if (scanner.ctrlZ)
    found.push({ code: 'ctrl-z', message: 'the end mark Ctrl-Z was dropped', line: scanner.line })
  return found
}
