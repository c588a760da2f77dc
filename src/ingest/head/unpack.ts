// Brings what is not a plain file (standard input, a pipe, gzip) into a temporary one, counting and hashing on the way.
import { createHash } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { SalescheckError } from '../../errors.ts'
import { errorCodeOf, fileError } from './file-error.ts'

/** Unpacked bytes a gzip file may hold. */
const unpackedCap = 4 * 1024 ** 3
/** Unpacked bytes per packed byte, once they are more than a harmless amount. Exports pack 5 to 50 times smaller, nothing but zeros 1030 times. */
const ratioCap = 500
const harmless = 64 * 1024 * 1024

export interface Unpacked {
  /** Of the bytes that came in, in hex. */
  readonly sha256: string
  readonly bytesIn: number
  readonly bytesOut: number
  readonly gzip: boolean
  /** Bytes after the end of the gzip data. */
  readonly trailing: boolean
}

/** Copies `from` to the file `copy`, unpacked if it is gzip, and closes it. Throws SalescheckError `input-too-large` or `input-unreadable`. */
export async function unpackTo(
  from: Readable,
  copy: { file: FileHandle; path: string },
  name: string,
  signal?: AbortSignal,
): Promise<Unpacked> {
  const hash = createHash('sha256')
  const { file, path } = copy
  let bytesIn = 0
  let bytesOut = 0
  let gzip = false
  let trailing = false
  const write = async (piece: Buffer): Promise<void> => {
    signal?.throwIfAborted()
    bytesOut += piece.length
    if (bytesOut > unpackedCap || (gzip && bytesOut > harmless && bytesOut > ratioCap * bytesIn))
      throw tooLarge(name, gzip)
    for (let done = 0; done < piece.length;) {
      done += (await file.write(piece, done)).bytesWritten
    }
  }
  async function* counted(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
    for (let piece = first; ;) {
      hash.update(piece)
      bytesIn += piece.length
      yield piece
      const next = await rest.next()
      if (next.done === true) return
      piece = next.value
    }
  }
  // A stream that brings nothing would be waited for.
  const stop = (): void => void from.destroy(new Error('interrupted'))
  signal?.addEventListener('abort', stop, { once: true })
  try {
    signal?.throwIfAborted()
    const pieces = from[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    const first = await pieces.next()
    if (first.done === true) return { sha256: hash.digest('hex'), bytesIn, bytesOut, gzip, trailing }
    const source = counted(first.value, pieces)
    gzip = first.value[0] === 0x1f && first.value[1] === 0x8b
    if (gzip) {
      const gunzip = createGunzip({ chunkSize: 256 * 1024 })
      const feeding = feed(gunzip, source)
      for await (const piece of gunzip) await write(piece as Buffer)
      await feeding
      trailing = gunzip.bytesWritten < bytesIn
    } else {
      for await (const piece of source) await write(piece)
    }
    return { sha256: hash.digest('hex'), bytesIn, bytesOut, gzip, trailing }
  } catch (error) {
    throw packedError(error, name, path)
  } finally {
    signal?.removeEventListener('abort', stop)
    from.destroy()
    await file.close()
  }
}

async function feed(gunzip: ReturnType<typeof createGunzip>, source: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const piece of source) {
      if (gunzip.destroyed || gunzip.writableEnded) return
      if (!gunzip.write(piece)) await firstOf(gunzip, ['drain', 'close', 'end'])
    }
    gunzip.end()
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

/** All listeners go with the first event: a large file waits a thousand times. */
function firstOf(emitter: EventEmitter, events: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const met = (): void => {
      for (const event of events) emitter.off(event, met)
      resolve()
    }
    for (const event of events) emitter.on(event, met)
  })
}

function tooLarge(name: string, gzip: boolean): SalescheckError {
  const what = gzip ? 'unpacks to more than a sales export ever holds' : 'is longer than 4 GiB'
  return new SalescheckError('input-too-large', `${name} ${what}; reading was stopped`, {
    place: { file: name },
    hint: gzip ? 'unpack it yourself and give the file if it is sound' : 'give it as a file',
  })
}

function packedError(error: unknown, name: string, to: string): Error {
  switch (errorCodeOf(error)) {
    case 'Z_BUF_ERROR':
      return new SalescheckError('input-unreadable', `${name} is cut short: its gzip data has no end`, {
        place: { file: name },
        hint: 'download or copy it again',
        cause: error,
      })
    case 'Z_DATA_ERROR':
    case 'Z_NEED_DICT':
      return new SalescheckError('input-unreadable', `${name} is damaged: its gzip data does not unpack`, {
        place: { file: name },
        hint: 'download or copy it again',
        cause: error,
      })
    case 'ENOSPC':
      return fileError(error, to, 'write')
    default:
      return fileError(error, name)
  }
}
