// Is a stream of bytes UTF-8? Checked natively, in pieces cut where no character is split.
import { isUtf8 } from 'node:buffer'

/** How many bytes at the end of `bytes` begin a character that is not complete yet: 0 to 3. */
export function incompleteTail(bytes: Buffer): number {
  const { length } = bytes
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needs > back ? back : 0
    }
  }
  return 0
}

export interface Utf8Survey {
  /** Index of the first byte that is not UTF-8, or -1. */
  readonly firstBad: number
  readonly badBytes: number
  /** Characters of more than one byte that are well-formed. */
  readonly wideCharacters: number
}

/** Looks at every byte: only for a piece that is known to be damaged. */
export function surveyUtf8(bytes: Buffer): Utf8Survey {
  let firstBad = -1
  let badBytes = 0
  let wideCharacters = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    const size = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    if (size === 1) {
      at++
    } else if (
      byte >= 0xc2 &&
      byte <= 0xf4 &&
      isUtf8(bytes.subarray(at, at + size)) &&
      at + size <= bytes.length
    ) {
      wideCharacters++
      at += size
    } else {
      if (firstBad === -1) firstBad = at
      badBytes++
      at++
    }
  }
  return { firstBad, badBytes, wideCharacters }
}

/** Takes pieces one after the other; `false` from the first piece that is not UTF-8 on. The last piece is ended by `end()`. */
export class Utf8Check {
  valid = true
  /** Offset of the piece in which the first damage was met. */
  damagedPiece = -1
  #carry: Buffer = Buffer.alloc(0)
  #offset = 0

  push(piece: Buffer): void {
    if (!this.valid) return
    const joined = this.#carry.length === 0 ? piece : Buffer.concat([this.#carry, piece])
    const tail = incompleteTail(joined)
    if (!isUtf8(tail === 0 ? joined : joined.subarray(0, joined.length - tail))) {
      this.valid = false
      this.damagedPiece = this.#offset - this.#carry.length
      return
    }
    this.#offset += piece.length
    // Copied: the caller may reuse its buffer for the next piece.
    this.#carry = Buffer.from(joined.subarray(joined.length - tail))
  }

  end(): void {
    if (this.valid && this.#carry.length > 0) {
      this.valid = false
      this.damagedPiece = this.#offset - this.#carry.length
    }
  }
}
