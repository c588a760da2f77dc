// Reads as many records from the beginning of a file as it takes to know it, and no more.
import type { FileHandle } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { SalescheckError } from '../../errors.ts'
import { RecordScanner, type ScannedRecord } from '../records/scanner.ts'
import type { CsvDialect } from '../source.ts'

export interface Head {
  readonly records: ScannedRecord[]
  /** For each record, the position in the text after it. */
  readonly ends: readonly number[]
  readonly text: string
  /** `text` is all of the file, and `records` are all its records. */
  readonly whole: boolean
  readonly ctrlZ: boolean
}

const firstPiece = 128 * 1024
const laterPiece = 1024 * 1024
const enoughBytes = 1024 * 1024
/** Rows so long that there are fewer than this in the first bytes are read on. */
const enoughRecords = 20

/** The first bytes of a file as text, cut at a character. */
export async function headText(
  file: FileHandle,
  from: number,
  bytes = firstPiece,
): Promise<{ text: string; whole: boolean }> {
  const decoder = new StringDecoder('utf8')
  const buffer = Buffer.allocUnsafe(bytes)
  let filled = 0
  for (;;) {
    const { bytesRead } = await file.read(buffer, filled, bytes - filled, from + filled)
    filled += bytesRead
    if (bytesRead === 0 || filled === bytes) break
  }
  return { text: decoder.write(buffer.subarray(0, filled)), whole: filled < bytes }
}

/**
 * Up to `most` records from byte `from` on (the first of them on line `line`), fewer when they are long. `given`: text already read.
 * Throws `input-too-large` when not even one record ends within the cap.
 */
export async function readHead(
  file: FileHandle,
  from: number,
  line: number,
  dialect: CsvDialect,
  width: number | null,
  most: number,
  name: string,
): Promise<Head> {
  const scanner = new RecordScanner(dialect, width, line)
  const decoder = new StringDecoder('utf8')
  const records: ScannedRecord[] = []
  const ends: number[] = []
  const parts: string[] = []
  let offset = from
  let whole = false
  while (!whole && records.length < most && (offset - from < enoughBytes || records.length < enoughRecords)) {
    const buffer = Buffer.allocUnsafe(offset === from ? firstPiece : laterPiece)
    const { bytesRead } = await file.read(buffer, 0, buffer.length, offset)
    offset += bytesRead
    whole = bytesRead === 0
    const piece = whole ? decoder.end() : decoder.write(buffer.subarray(0, bytesRead))
    parts.push(piece)
    scanner.push(piece)
    if (whole) scanner.end()
    for (let record = scanner.next(); record !== null; record = scanner.next()) {
      if (record.defect === 'too-long') throw tooLong(name, record.line)
      if (records.length === most) {
        whole = false
        break
      }
      records.push(record)
      ends.push(scanner.offset)
    }
    if (scanner.overlong !== null) throw tooLong(name, scanner.overlong)
  }
  return { records, ends, text: parts.join(''), whole, ctrlZ: scanner.ctrlZ }
}

function tooLong(name: string, line: number): SalescheckError {
  return new SalescheckError(
    'input-too-large',
    `${name} has a row of more than 16 MiB (line ${line}): this is no table of rows`,
    {
      place: { file: name, line },
      hint: 'check that the file has line ends, and that its quotes are closed',
    },
  )
}
