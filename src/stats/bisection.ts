/**
 * The point where an increasing condition turns true: bisection between `low` and `high` down to the last
 * digit.
 *
 * Use it to invert a monotone function when a guaranteed answer matters more than speed (about 60
 * evaluations). Not where the function has several roots: it finds one of them.
 *
 * `isBelow(x)` says whether x lies below the wanted point; it is assumed true at `low` and false at `high`.
 *
 * Example: bisect(0, 2, (x) => x * x < 2) = 1.41421356…
 */
export function bisect(low: number, high: number, isBelow: (x: number) => boolean): number {
  let below = low
  let above = high
  for (let step = 0; step < 200; step++) {
    const middle = below + (above - below) / 2
    if (middle <= below || middle >= above) break
    if (isBelow(middle)) below = middle
    else above = middle
  }
  return below + (above - below) / 2
}
