// Both tails of a distribution at one point. They add up to 1, and the small one is accurate to its last
// digits.
export interface Tails {
  /** P(X <= x) */
  readonly lower: number
  /** P(X > x), except where a function says P(X >= x) */
  readonly upper: number
}
