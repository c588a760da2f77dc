/**
 * An edit distance as a similarity on 0 … 1: 1 - distance / length of the longer text. Two empty texts are
 * the same.
 *
 * Use it to set one threshold for short and long texts. Example: editSimilarity(1, 5, 5) = 0.8
 */
export function editSimilarity(distance: number, lengthA: number, lengthB: number): number {
  const longer = Math.max(lengthA, lengthB)
  return longer === 0 ? 1 : 1 - distance / longer
}
