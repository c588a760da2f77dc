/**
 * Number of set bits of a 32-bit word. Source: H. Warren, Hacker's Delight, 5-1. Example: bitCount(0b1011) =
 * 3
 */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
