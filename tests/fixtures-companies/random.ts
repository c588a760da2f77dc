// Seeded randomness for the fixture companies: integers and the four operations only, so that every machine makes the same bytes.

export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from low to high, both included. */
  int(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

export function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`)
  return item
}

/** mulberry32. Each stream of a seed is its own sequence: a new stream leaves the others as they are. */
export function random(seed: number, stream: string): Random {
  let state = (seed ^ hash(stream)) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (items) => at(items, int(0, items.length - 1)),
    shuffle: (items) => {
      const copy = [...items]
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = int(0, index)
        const held = at(copy, index)
        copy[index] = at(copy, other)
        copy[other] = held
      }
      return copy
    },
  }
}

/** Whole numbers that sum to `total`, in proportion to the weights (largest remainder, ties to the earlier one). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const counts = exact.map(Math.floor)
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  const missing = total - counts.reduce((before, count) => before + count, 0)
  for (const { index } of order.slice(0, missing)) counts[index] = at(counts, index) + 1
  return counts
}

/** `total` items in the proportions of the weights, in random order. */
export function deal<T>(
  source: Random,
  total: number,
  shares: readonly { readonly item: T; readonly weight: number }[],
): T[] {
  const counts = apportion(
    total,
    shares.map((share) => share.weight),
  )
  return source.shuffle(
    shares.flatMap((share, index) => Array.from({ length: at(counts, index) }, () => share.item)),
  )
}

/** Items spread so that every stretch of the sequence holds them in about their proportions (golden-ratio sequence). */
export function spread<T>(
  total: number,
  start: number,
  shares: readonly { readonly item: T; readonly weight: number }[],
): T[] {
  const sum = shares.reduce((before, share) => before + share.weight, 0)
  return Array.from({ length: total }, (_, index) => {
    const turn = start + index * 0.618033988749895
    let left = (turn - Math.floor(turn)) * sum
    for (const share of shares) {
      left -= share.weight
      if (left < 0) return share.item
    }
    return at(shares, shares.length - 1).item
  })
}

/** A distribution as [share below, value] points, straight lines between. */
export type Quantiles = readonly (readonly [number, number])[]

export function quantile(points: Quantiles, share: number): number {
  for (let index = 1; index < points.length; index += 1) {
    const [from, low] = at(points, index - 1)
    const [to, high] = at(points, index)
    if (share <= to) return low + ((high - low) * (share - from)) / (to - from)
  }
  return at(points, points.length - 1)[1]
}

/** `total` draws of the distribution, one from each equal slice of it, in random order. */
export function draws(source: Random, total: number, points: Quantiles): number[] {
  return source.shuffle(
    Array.from({ length: total }, (_, index) => quantile(points, (index + source.next()) / total)),
  )
}
