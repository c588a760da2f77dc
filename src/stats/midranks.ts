/**
 * Ranks 1 … n, tied values sharing the mean of their places.
 *
 * Use it for rank methods on data with ties. Example: [10, 20, 20, 30] has ranks [1, 2.5, 2.5, 4].
 */
export function midranks(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value)
  const ranks = values.map(() => 0)
  let start = 0
  while (start < order.length) {
    let end = start
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end += 1
    for (let i = start; i <= end; i++) ranks[order[i]?.index ?? 0] = (start + end) / 2 + 1
    start = end + 1
  }
  return ranks
}
