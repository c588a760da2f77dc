// A share held against its limit, the same way in every detector that has one: for the company as a whole, and for owners and segments.
import { shareLimitFamily, wilsonInterval, type ShareLimit } from '../stats/index.ts'
import type { OptionSpecs } from './options.ts'

/** `x` of `n`; which of the two is the trouble, the limit's direction says. */
export interface ShareCount {
  readonly x: number
  readonly n: number
}

export interface LimitedShare extends ShareCount {
  /** On 0..1. */
  readonly limit: number
  /** `above`: more than the limit is bad; `below`: less is. */
  readonly direction: 'above' | 'below'
}

export interface ShareStrictness {
  readonly minRows: number
  /** On 0..1. */
  readonly minExcess: number
}

export type JudgedShare = LimitedShare & {
  readonly verdict: ShareLimit['verdict']
  /** null: nothing to take a share of. `lower`, `upper`: two-sided 95 % interval. */
  readonly share: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** One-sided: the share lies beyond the limit. */
  readonly p: number | null
  /** Benjamini-Hochberg over the shares judged together; null where there was one. */
  readonly adjustedP: number | null
}

/** Options every detector of this kind has. */
export const shareLimitOptions = {
  minRows: {
    type: 'integer',
    default: 20,
    min: 1,
    max: 100_000,
    unit: 'rows',
    help: 'A share of fewer rows than this gets no verdict, for the company, an owner or a segment.',
  },
  minExcess: {
    type: 'number',
    default: 5,
    min: 0,
    max: 100,
    unit: 'percentage points',
    help: 'A share must lie this far beyond its limit to be a problem.',
  },
  falseDiscoveryRate: {
    type: 'number',
    default: 0.03,
    min: 0,
    max: 1,
    help: 'Highest adjusted p (Benjamini-Hochberg) at which an owner or a segment is a problem; with the 5 % of the company as a whole it stays under 10 %.',
  },
} as const satisfies OptionSpecs

export const strictness = (options: {
  readonly minRows: number
  readonly minExcess: number
}): ShareStrictness => ({ minRows: options.minRows, minExcess: options.minExcess / 100 })

/** Where several company-wide limits are asked about at once, the chance of a false `problem` stays that of one. */
export const companyFalseShare = 0.05

/**
 * One verdict per share: `problem` when the adjusted one-sided p is at most `falseShare` (of a single share: the 95 % Wilson bound lies
 * beyond the limit) and the excess is large enough; `watch` when only the share itself lies beyond; `insufficient` under `minRows`.
 */
export function judgeShares<T extends LimitedShare>(
  shares: readonly T[],
  { minRows, minExcess }: ShareStrictness,
  falseShare = companyFalseShare,
): (T & JudgedShare)[] {
  const judged = shareLimitFamily(shares, { minN: minRows, minExcess, falseShare })
  const tested = judged.filter(({ adjustedP }) => adjustedP !== null).length
  return shares.map((share, index) => {
    const result = judged[index]
    const { lower, upper } = wilsonInterval(share.x, share.n)
    return {
      ...share,
      verdict: result?.verdict ?? 'insufficient',
      share: result?.share ?? null,
      lower,
      upper,
      p: result?.p ?? null,
      adjustedP: tested > 1 ? (result?.adjustedP ?? null) : null,
    }
  })
}

const order: Readonly<Record<JudgedShare['verdict'], number>> = {
  problem: 0,
  watch: 1,
  ok: 2,
  insufficient: 3,
}

/** Worst first: verdict, then p, then the larger count. */
export const worstShareFirst = (a: JudgedShare, b: JudgedShare): number =>
  order[a.verdict] - order[b.verdict] || (a.p ?? 2) - (b.p ?? 2) || b.n - a.n
