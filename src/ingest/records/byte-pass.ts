// One pass over the bytes of a file beside the engine's own: what the user's file is (hash, encoding) and where its records begin.
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { surveyUtf8, Utf8Check } from '../head/utf8.ts'
import { lineAt } from '../head/encoding.ts'
import type { Source } from '../source.ts'
import { ByteScan, lookBack } from './byte-scan.ts'

export interface BytePass {
  /** Of the user's bytes, in hex. */
  readonly sha256: string
  /** Records from `header.dataOffset` on, as the engine counts those of a well-formed file: quoted line ends belong to their record,
   *  blank lines are none, except in a table of one column. */
  readonly records: number
  readonly blankLines: number
  /** The text ends within a quoted cell: the counts mean nothing. */
  readonly unclosed: boolean
  /** Physical line of the first byte that is not UTF-8; null when all are. */
  readonly invalidUtf8Line: number | null
  readonly nulBytes: boolean
  /** Physical line of a record, counted from 0. */
  lineOf(record: number): number
}

const pieceSize = 1024 * 1024

/**
 * Reads `source.file` once, in pieces, on this thread, which has nothing else to do while the engine loads: each piece takes a few
 * milliseconds, and signals and timers run between them. Throws what the file system throws.
 */
export async function runBytePass(source: Source, options: { signal?: AbortSignal } = {}): Promise<BytePass> {
  const { dialect, header } = source
  const scan = new ByteScan(dialect, header.dataLine, header.names.length === 1)
  const hash = source.sha256 === null ? createHash('sha256') : null
  const check = source.utf8Checked === 'whole' ? null : new Utf8Check()
  let nulBytes = false
  let offset = 0
  const file = await open(source.file, 'r')
  try {
    // Two buffers in turn: the next piece is read while this one is scanned.
    let current = newBuffer()
    let other = newBuffer()
    let reading = readAhead(file, current, 0)
    for (;;) {
      options.signal?.throwIfAborted()
      const bytesRead = await reading
      if (bytesRead === 0) break
      reading = readAhead(file, other, offset + bytesRead)
      const piece = current.subarray(lookBack, lookBack + bytesRead)
      hash?.update(piece)
      check?.push(piece)
      nulBytes ||= piece.includes(0)
      const skipped = Math.min(bytesRead, Math.max(0, header.dataOffset - offset))
      if (skipped < bytesRead) scanFrom(scan, current, skipped, bytesRead)
      current.copy(other, 0, bytesRead, bytesRead + lookBack)
      offset += bytesRead
      ;[current, other] = [other, current]
    }
    check?.end()
    scan.end()
    const bad = check === null || check.valid ? null : await firstBadLine(file, check.damagedPiece)
    return {
      sha256: source.sha256 ?? hash?.digest('hex') ?? '',
      records: scan.records,
      blankLines: scan.blankLines,
      unclosed: scan.quoted,
      invalidUtf8Line: bad,
      nulBytes,
      lineOf: (record) => scan.lines.lineOf(record),
    }
  } finally {
    await file.close()
  }
}

function newBuffer(): Buffer {
  return Buffer.allocUnsafeSlow(lookBack + pieceSize).fill('\n', 0, lookBack)
}

/** Its failure is met when the piece is asked for; should the pass end before, nobody asks. */
function readAhead(file: FileHandle, buffer: Buffer, from: number): Promise<number> {
  const reading = readPiece(file, buffer, from)
  reading.catch(() => undefined)
  return reading
}

async function readPiece(file: FileHandle, buffer: Buffer, from: number): Promise<number> {
  const { bytesRead } = await file.read(buffer, lookBack, pieceSize, from)
  return bytesRead
}

/** The data begin `skipped` bytes into the piece. */
function scanFrom(scan: ByteScan, buffer: Buffer, skipped: number, bytesRead: number): void {
  if (skipped === 0) {
    scan.push(buffer, lookBack + bytesRead)
    return
  }
  const rest = newBuffer()
  buffer.copy(rest, lookBack, lookBack + skipped, lookBack + bytesRead)
  scan.push(rest, lookBack + bytesRead - skipped)
}

async function firstBadLine(file: FileHandle, from: number): Promise<number> {
  const buffer = newBuffer()
  const bytesRead = await readPiece(file, buffer, from)
  const { firstBad } = surveyUtf8(buffer.subarray(lookBack, lookBack + bytesRead))
  return lineAt(file, from + Math.max(firstBad, 0))
}
