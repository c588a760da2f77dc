// Writes a file anew as UTF-8 without a byte order mark and without NULs, line for line.
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { decoderFor } from './decoder.ts'
import type { Encoding } from './encoding.ts'
import { fileError } from './file-error.ts'

const pieceSize = 1024 * 1024

/** Closes `copy`. `loneReturns`: rows end in lone carriage returns, which become line feeds; `bareFeeds`: line feeds within cells become blanks. Gives the hash of the bytes read and the size written. */
export async function transcode(
  from: { file: FileHandle; path: string; size: number },
  encoding: Pick<Encoding, 'name' | 'bom'>,
  copy: { file: FileHandle; path: string },
  { loneReturns, bareFeeds }: { readonly loneReturns: boolean; readonly bareFeeds: boolean },
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const unreadable = (error: unknown): never => {
    throw fileError(error, from.path)
  }
  const hash = createHash('sha256')
  const decoder = decoderFor(encoding.name)
  const buffer = Buffer.allocUnsafe(Math.min(pieceSize, Math.max(from.size, 1)))
  let bytes = 0
  const write = async (text: string): Promise<void> => {
    let plain = text.includes('\0') ? text.replaceAll('\0', '') : text
    if (bareFeeds) plain = plain.replaceAll('\n', ' ')
    if (loneReturns) plain = plain.replaceAll('\r', '\n')
    const encoded = Buffer.from(plain, 'utf8')
    for (let done = 0; done < encoded.length;) {
      done += (await copy.file.write(encoded, done)).bytesWritten
    }
    bytes += encoded.length
  }
  try {
    for (let at = 0; ;) {
      signal?.throwIfAborted()
      const { bytesRead } = await from.file.read(buffer, 0, buffer.length, at).catch(unreadable)
      if (bytesRead === 0) break
      const piece = buffer.subarray(0, bytesRead)
      hash.update(piece)
      await write(decoder.push(at === 0 ? piece.subarray(encoding.bom) : piece))
      at += bytesRead
    }
    await write(decoder.end())
  } catch (error) {
    throw fileError(error, copy.path, 'write')
  } finally {
    await copy.file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}
