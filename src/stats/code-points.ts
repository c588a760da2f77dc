/**
 * The characters of a text as numbers, so that distances count a character outside the 16-bit range once.
 *
 * Example: codePoints('aé') = [97, 233]
 */
export function codePoints(text: string): Uint32Array {
  const points = new Uint32Array(text.length)
  let size = 0
  for (let at = 0; at < text.length; size++) {
    const point = text.codePointAt(at) ?? 0
    points[size] = point
    at += point > 0xffff ? 2 : 1
  }
  return points.subarray(0, size)
}
