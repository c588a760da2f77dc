/**
 * Kendall's S of a series against time: rises minus falls over all pairs of points.
 *
 * Use it inside the trend tests of Mann and Kendall. Example: 1 3 2: +1 +1 -1 = 1.
 */
export function kendallScore(y: readonly number[]): number {
  let score = 0
  y.forEach((value, i) => {
    for (let j = i + 1; j < y.length; j++) score += Math.sign((y[j] ?? value) - value)
  })
  return score
}
