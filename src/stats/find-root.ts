/**
 * The point between `low` and `high` where a continuous function is 0: regula falsi in its Illinois form.
 *
 * Use it where bisection would be called thousands of times: about ten evaluations instead of fifty. Not
 * where the function jumps or is infinite at an end: bisection.ts asks for less.
 *
 * Formula: the chord's zero replaces the end of the same sign; an end that stays twice has its value halved.
 * A chord that does not halve the bracket in three steps is followed by one bisection, so that the end is
 * never far.
 * Source: Dowell & Jarratt 1971.
 *
 * Example: findRoot((x) => x * x - 2, 0, 2) = 1.41421356…
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let a = low
  let b = high
  let fa = f(a)
  let fb = f(b)
  if (fa === 0) return a
  if (fb === 0) return b
  let width = Math.abs(b - a)
  for (let step = 1; step <= 200; step++) {
    const isSlow = step % 3 === 0 && Math.abs(b - a) > width / 2
    if (step % 3 === 0) width = Math.abs(b - a)
    const chord = b - (fb * (b - a)) / (fb - fa)
    const isInside = chord > Math.min(a, b) && chord < Math.max(a, b)
    const x = isSlow || !isInside ? a + (b - a) / 2 : chord
    if (x === a || x === b) return x
    const fx = f(x)
    if (fx === 0) return x
    if (fx > 0 === fb > 0) fa /= 2
    else {
      a = b
      fa = fb
    }
    b = x
    fb = fx
    if (Math.abs(b - a) <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b), 1e-3)) return b
  }
  return b
}
