// From what the user named to a regular file of UTF-8 text with ordinary line ends: the user's own where it is that already, else a
// temporary copy (unpacked, transcoded, lone carriage returns made line feeds, NULs dropped), with the same lines.
import { createReadStream } from 'node:fs'
import { open, rm, stat, type FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { SalescheckError } from '../../errors.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { countLines } from '../records/scanner.ts'
import type { FileStamp, Source } from '../source.ts'
import { decoderFor, encodingNamed } from './decoder.ts'
import { decideEncoding, encodingOfHead, type Encoding } from './encoding.ts'
import { fileError } from './file-error.ts'
import { fileKind, textKind, type FileKind } from './file-kind.ts'
import type { InputFile } from './inputs.ts'
import { hasBareFeeds, hasLoneReturnRows } from './line-ends.ts'
import { pipeAt } from './pipe.ts'
import { stampOf } from './stamp.ts'
import { temporaryFile } from './temporary-file.ts'
import { transcode } from './transcode.ts'
import { unpackTo, type Unpacked } from './unpack.ts'

export type PlainFile = Pick<
  Source,
  | 'file'
  | 'rewritten'
  | 'userFile'
  | 'sha256'
  | 'stamp'
  | 'utf8Checked'
  | 'bytes'
  | 'compression'
  | 'encoding'
  | 'bom'
  | 'diagnostics'
> & {
  /** Size of `file`. */
  readonly size: number
  /** Bytes of a byte order mark in `file`. */
  readonly bomBytes: number
  /** Line ends of the user's file, where the copy no longer shows them. */
  readonly loneReturns: boolean
}

export interface PlainFileOptions {
  readonly id: number
  readonly tempDir: string
  readonly encoding?: string
  readonly signal?: AbortSignal
  readonly stdin?: Readable
}

const headSize = 64 * 1024
/** Small, so that what has gone into unpacking is known closely. */
const packedPiece = 32 * 1024

export async function plainFile(input: InputFile, options: PlainFileOptions): Promise<PlainFile> {
  const wished = options.encoding === undefined ? null : encodingNamed(options.encoding)
  if (options.encoding !== undefined && wished === null) {
    throw new SalescheckError('usage', `unknown encoding "${options.encoding}"`, {
      hint: 'for example utf-8, utf-16le, windows-1252, shift_jis, gb18030',
    })
  }
  try {
    if (input.path === null) {
      if (options.stdin === undefined) throw new SalescheckError('usage', 'standard input is not connected')
      return await fromStream(options.stdin, input, options, wished)
    }
    const stats = await stat(input.path)
    if (stats.isDirectory()) {
      throw new SalescheckError('input-unreadable', `${input.name} is a folder`, {
        place: { file: input.name },
      })
    }
    if (!stats.isFile())
      return await fromStream(await pipeAt(input.path, input.name, options.signal), input, options, wished)
    const file = await open(input.path, 'r')
    try {
      const user = {
        userFile: input.path,
        stamp: stampOf(stats),
        bytes: stats.size,
        compression: 'none',
      } as const
      if (fileKind(await headOf(file, 64)).kind !== 'gzip') {
        return await decoded({ file, path: input.path, size: stats.size }, input, options, wished, user)
      }
    } finally {
      await file.close()
    }
    return await fromStream(
      createReadStream(input.path, { highWaterMark: packedPiece }),
      input,
      options,
      wished,
      stampOf(stats),
    )
  } catch (error) {
    throw fileError(error, input.name)
  }
}

interface OpenFile {
  readonly file: FileHandle
  readonly path: string
  readonly size: number
}

/** What is known of the user's file, and of the copy of it that is decoded here. */
interface Origin extends Pick<PlainFile, 'userFile' | 'stamp' | 'bytes' | 'compression'> {
  readonly unpacked?: Unpacked
}

async function fromStream(
  stream: Readable,
  input: InputFile,
  options: PlainFileOptions,
  wished: string | null,
  stamp: FileStamp | null = null,
): Promise<PlainFile> {
  const copy = await temporaryFile(options.tempDir, `${options.id}-unpacked`)
  const { path } = copy
  const unpacked = await unpackTo(stream, copy, input.name, options.signal)
  const file = await open(path, 'r')
  try {
    return await decoded({ file, path, size: unpacked.bytesOut }, input, options, wished, {
      userFile: stamp === null ? null : input.path,
      stamp,
      bytes: unpacked.bytesIn,
      compression: unpacked.gzip ? 'gzip' : 'none',
      unpacked,
    })
  } finally {
    await file.close()
  }
}

async function decoded(
  given: OpenFile,
  input: InputFile,
  options: PlainFileOptions,
  wished: string | null,
  origin: Origin,
): Promise<PlainFile> {
  const { file, path, size } = given
  const head = await headOf(file, headSize)
  if (head.length === 0) throw empty(input.name, 'is empty')
  refuse(fileKind(head), input.name)
  const encoding = await encodingOf(given, head, wished, options.signal)
  const decoder = decoderFor(encoding.name)
  const text = decoder.push(head.subarray(encoding.bom)) + (head.length === size ? decoder.end() : '')
  if (head.length === size && isBlank(text)) throw empty(input.name, 'holds nothing but blank lines')
  refuse(textKind(text), input.name)

  const bareFeeds = hasBareFeeds(text)
  const loneReturns = bareFeeds || hasLoneReturnRows(text)
  const { unpacked } = origin
  const diagnostics = [...encoding.diagnostics]
  if (unpacked?.trailing === true)
    diagnostics.push({
      code: 'trailing-bytes',
      message: 'bytes after the end of the gzip data were left out',
    })
  if (bareFeeds)
    diagnostics.push({
      code: 'bare-line-feeds',
      message: 'rows end in carriage returns; line feeds within cells became blanks and count as no lines',
    })
  const nul = text.indexOf('\0')
  if (nul !== -1) diagnostics.push(nulFound(countLines(text, 0, nul) + 1))
  const facts = {
    userFile: origin.userFile,
    stamp: origin.stamp,
    bytes: origin.bytes,
    compression: origin.compression,
    encoding: encoding.name,
    bom: encoding.bom > 0,
    utf8Checked: encoding.checked,
    loneReturns,
    diagnostics,
  }
  if (encoding.plain && !loneReturns && nul === -1) {
    return {
      ...facts,
      file: path,
      size,
      bomBytes: encoding.bom,
      rewritten: unpacked !== undefined,
      sha256: unpacked?.sha256 ?? null,
    }
  }
  const copy = await temporaryFile(options.tempDir, `${options.id}-text`)
  const written = await transcode(given, encoding, copy, { loneReturns, bareFeeds }, options.signal)
  if (unpacked !== undefined) await rm(path, { force: true })
  return {
    ...facts,
    utf8Checked: 'whole',
    file: copy.path,
    size: written.bytes,
    bomBytes: 0,
    rewritten: true,
    sha256: unpacked?.sha256 ?? written.sha256,
  }
}

async function encodingOf(
  given: OpenFile,
  head: Buffer,
  wished: string | null,
  signal?: AbortSignal,
): Promise<Encoding> {
  if (wished === null) return decideEncoding(given.file, given.size, head, signal)
  const marked = encodingOfHead(head)
  if (wished === 'utf-8') {
    const found = await decideEncoding(given.file, given.size, head, signal)
    return found.name === 'utf-8'
      ? found
      : { ...found, name: 'utf-8', bom: 0, plain: false, diagnostics: [notUtf8(found)] }
  }
  const byMark =
    marked !== null && marked.bom > 0 && marked.name.startsWith('utf-16') && wished.startsWith('utf-16')
  const bom = marked !== null && (byMark || marked.name === wished) ? marked.bom : 0
  return { name: byMark ? marked.name : wished, bom, plain: false, checked: 'whole', diagnostics: [] }
}

const notUtf8 = (found: Encoding): Diagnostic => ({
  code: 'invalid-utf8',
  message: 'not UTF-8 throughout, as --encoding says: the bad bytes were read as Windows-1252',
  ...(found.diagnostics[0]?.line === undefined ? {} : { line: found.diagnostics[0].line }),
})

const nulFound = (line: number): Diagnostic => ({
  code: 'nul-bytes',
  message: `NUL bytes, first on line ${line}, were dropped`,
  line,
})

/** Nothing but white space, NULs and Ctrl-Z. */
function isBlank(text: string): boolean {
  return text.replaceAll('\0', '').replaceAll('\u001a', '').trim() === ''
}

function empty(name: string, how: string): SalescheckError {
  return new SalescheckError('input-not-a-table', `${name} ${how}`, {
    place: { file: name },
    hint: 'export it again, or leave it out',
  })
}

function refuse(kind: FileKind, name: string): void {
  if (kind.kind !== 'refused') return
  throw new SalescheckError('input-not-a-table', `${name} is ${kind.what}, not a table of text`, {
    place: { file: name },
    hint: kind.hint,
  })
}

async function headOf(file: FileHandle, bytes: number, from = 0): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(bytes)
  let filled = 0
  while (filled < bytes) {
    const { bytesRead } = await file.read(buffer, filled, bytes - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}
