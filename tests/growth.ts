// How the time of a piece of work grows with its size. Both sizes are timed in turn and the least counts, so that a slow or busy machine
// changes nothing: a limit in milliseconds would say more about the machine than about the work.

/** Time at four times the size over time at the size: about 4 where it grows with the size, 16 where it grows with its square. */
export function growth(work: (size: number) => unknown, size: number): number {
  const least = { small: Infinity, large: Infinity }
  for (let round = 0; round < 7; round++) {
    least.small = Math.min(
      least.small,
      timeOf(() => work(size)),
    )
    least.large = Math.min(
      least.large,
      timeOf(() => work(4 * size)),
    )
  }
  return least.large / least.small
}

/** Between the two, with room for memory that no longer fits a cache. */
export const notQuadratic = 10

function timeOf(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}
