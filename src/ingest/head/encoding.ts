// Which encoding a file is in: its byte order mark, else strict UTF-8, else the NULs of UTF-16, else Windows-1252, said aloud.
import type { FileHandle } from 'node:fs/promises'
import type { Diagnostic } from '../diagnostic.ts'
import { surveyUtf8, Utf8Check } from './utf8.ts'

export interface Encoding {
  readonly name: string
  /** Bytes of the byte order mark. */
  readonly bom: number
  /** The bytes are UTF-8 as they are. */
  readonly plain: boolean
  readonly checked: 'whole' | 'head'
  readonly diagnostics: readonly Diagnostic[]
}

/** Of bigger files only the head is checked here; the byte pass, which reads them anyway, checks the rest. */
const checkedWhole = 64 * 1024 * 1024
const pieceSize = 1024 * 1024

/** From a byte order mark or the pattern of NULs alone; null when it takes a look at the whole file. */
export function encodingOfHead(head: Buffer): { name: string; bom: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', bom: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', bom: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', bom: 2 }
  const seen = head.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < seen.length; at += 2) {
    if (seen[at] === 0) even++
    if (seen[at + 1] === 0) odd++
  }
  const pairs = seen.length >> 1
  // Two bytes per character, one of them nearly always NUL and the other nearly never.
  if (pairs >= 2 && odd > 0.5 * pairs && even < 0.05 * pairs) return { name: 'utf-16le', bom: 0 }
  if (pairs >= 2 && even > 0.5 * pairs && odd < 0.05 * pairs) return { name: 'utf-16be', bom: 0 }
  return null
}

export async function decideEncoding(
  file: FileHandle,
  size: number,
  head: Buffer,
  signal?: AbortSignal,
): Promise<Encoding> {
  const marked = encodingOfHead(head)
  if (marked !== null && marked.name !== 'utf-8') {
    const odd = (size - marked.bom) % 2 === 1
    return { ...marked, plain: false, checked: 'whole', diagnostics: odd ? [oddLength(marked.name)] : [] }
  }
  const bom = marked?.bom ?? 0
  const whole = size <= checkedWhole
  const check = new Utf8Check()
  const buffer = Buffer.allocUnsafe(Math.min(pieceSize, Math.max(size, 1)))
  const until = whole ? size : pieceSize
  for (let at = 0; at < until && check.valid;) {
    signal?.throwIfAborted()
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
    if (bytesRead === 0) break
    check.push(buffer.subarray(0, bytesRead))
    at += bytesRead
  }
  if (whole) check.end()
  if (check.valid)
    return { name: 'utf-8', bom, plain: true, checked: whole ? 'whole' : 'head', diagnostics: [] }

  const { bytesRead } = await file.read(buffer, 0, buffer.length, check.damagedPiece)
  const survey = surveyUtf8(buffer.subarray(0, bytesRead))
  const line = await lineAt(file, check.damagedPiece + Math.max(survey.firstBad, 0))
  // Real UTF-8 letters beside the damage: a UTF-8 file with some bad bytes, not a file in another encoding.
  if (bom > 0 || survey.wideCharacters > survey.badBytes) {
    return { name: 'utf-8', bom, plain: false, checked: 'whole', diagnostics: [damagedUtf8(line)] }
  }
  return { name: 'windows-1252', bom: 0, plain: false, checked: 'whole', diagnostics: [assumed(line)] }
}

/** Physical line, 1-based, of the byte at `offset`. */
export async function lineAt(file: FileHandle, offset: number): Promise<number> {
  const buffer = Buffer.allocUnsafe(pieceSize)
  let line = 1
  let last = 0
  for (let at = 0; at < offset;) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, offset - at), at)
    if (bytesRead === 0) break
    for (let i = 0; i < bytesRead; i++) {
      const byte = buffer[i] ?? 0
      if (byte === 0x0d || (byte === 0x0a && last !== 0x0d)) line++
      last = byte
    }
    at += bytesRead
  }
  return line
}

const assumed = (line: number): Diagnostic => ({
  code: 'windows-1252-assumed',
  message: `not UTF-8 (first seen on line ${line}): read as Windows-1252`,
  hint: 'if names look garbled, say --encoding, or export as UTF-8',
  line,
})

const damagedUtf8 = (line: number): Diagnostic => ({
  code: 'invalid-utf8',
  message: `damaged UTF-8, first on line ${line}: the bad bytes were read as Windows-1252`,
  line,
})

const oddLength = (encoding: string): Diagnostic => ({
  code: 'odd-length',
  message: `${encoding} text with an odd number of bytes: the last byte was dropped`,
})
