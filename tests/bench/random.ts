// A small seeded generator of random numbers (mulberry32): the same seed gives the same exports on every machine.

export interface Random {
  /** A double in [0, 1). */
  next(): number
  /** A whole number in 0..below-1. */
  below(below: number): number
  pick<T>(values: readonly T[]): T
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)]
    if (value === undefined) throw new RangeError('nothing to pick from')
    return value
  }
  return { next, below, pick }
}
