/**
 * The characters of a text as numbers, so that distances count a character outside the 16-bit range once.
 *
 * Example: codePoints('aé') = [97, 233]
 */
export function codePoints(text: string): Uint32Array {
  return Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0)
}
