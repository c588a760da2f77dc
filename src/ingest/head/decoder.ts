// Decoders from the encodings exports come in to text, piece by piece, the same on every Node version.
import { SalescheckError } from '../../errors.ts'
import { incompleteTail } from './utf8.ts'
import { isUtf8 } from 'node:buffer'

export interface Decoder {
  /** Text of this piece, as far as its characters are complete. */
  push(piece: Buffer): string
  /** What is left at the end. */
  end(): string
}

/** 0x80 to 0x9f of Windows-1252; the rest is Latin-1. Own table: TextDecoder differs between Node versions here. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (char) => upper[char.charCodeAt(0) - 0x80] ?? char)
}

/** The canonical name of an encoding, or null when we know none of that name. */
export function encodingNamed(label: string): string | null {
  const plain = label.trim().toLowerCase().replaceAll('_', '-')
  if (['utf8', 'utf-8', 'unicode-1-1-utf-8', 'utf-8-sig', 'ascii', 'us-ascii'].includes(plain)) return 'utf-8'
  if (
    ['windows-1252', 'cp1252', 'ansi', 'latin1', 'latin-1', 'iso-8859-1', 'iso8859-1', 'l1'].includes(plain)
  )
    return 'windows-1252'
  if (['utf-16', 'utf16', 'utf-16le', 'utf16le', 'ucs-2', 'ucs2', 'unicode'].includes(plain))
    return 'utf-16le'
  if (['utf-16be', 'utf16be'].includes(plain)) return 'utf-16be'
  try {
    return new TextDecoder(plain).encoding
  } catch {
    return null
  }
}

/** A decoder for a canonical name. For `utf-8`, bytes that are not UTF-8 are read as Windows-1252, one by one. */
export function decoderFor(encoding: string): Decoder {
  if (encoding === 'windows-1252') return { push: fromWindows1252, end: () => '' }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16Decoder(encoding === 'utf-16be')
  if (encoding === 'utf-8') return mendingUtf8Decoder()
  let decoder: InstanceType<typeof TextDecoder>
  try {
    decoder = new TextDecoder(encoding)
  } catch (error) {
    throw new SalescheckError('usage', `unknown encoding "${encoding}"`, {
      hint: 'for example utf-8, utf-16le, windows-1252, shift_jis, gb18030',
      cause: error,
    })
  }
  return { push: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() }
}

function utf16Decoder(bigEndian: boolean): Decoder {
  let carry: Buffer = Buffer.alloc(0)
  const decode = (bytes: Buffer): string =>
    (bigEndian ? Buffer.from(bytes).swap16() : bytes).toString('utf16le')
  return {
    push(piece) {
      const joined = Buffer.concat([carry, piece])
      let whole = joined.length - (joined.length % 2)
      const lastHigh = whole >= 2 ? (joined[bigEndian ? whole - 2 : whole - 1] ?? 0) : 0
      // A high surrogate waits for its other half.
      if (lastHigh >= 0xd8 && lastHigh <= 0xdb) whole -= 2
      carry = joined.subarray(whole)
      return decode(joined.subarray(0, whole))
    },
    // An odd last byte is no character.
    end: () => decode(carry.subarray(0, carry.length - (carry.length % 2))),
  }
}

function mendingUtf8Decoder(): Decoder {
  let carry: Buffer = Buffer.alloc(0)
  return {
    push(piece) {
      const joined = carry.length === 0 ? piece : Buffer.concat([carry, piece])
      const whole = joined.length - incompleteTail(joined)
      carry = Buffer.from(joined.subarray(whole))
      return mended(joined.subarray(0, whole))
    },
    end: () => mended(carry),
  }
}

function mended(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  const parts: string[] = []
  let plain = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    const size = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    if (at + size <= bytes.length && (size === 1 || isUtf8(bytes.subarray(at, at + size)))) {
      at += size
      continue
    }
    parts.push(bytes.toString('utf8', plain, at), fromWindows1252(bytes.subarray(at, at + 1)))
    plain = ++at
  }
  parts.push(bytes.toString('utf8', plain))
  return parts.join('')
}
