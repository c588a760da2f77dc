/**
 * The binomial distribution: k successes in n independent trials of probability p.
 *
 * Use it for exact tests of a share. Not for draws without replacement from a small set: that is
 * hypergeometric.ts.
 *
 * Formula: P(X = k) = C(n, k) p^k (1-p)^(n-k), in Loader's form; P(X <= k) = I_{1-p}(n-k, k+1) and P(X >= k)
 * = I_p(k, n-k+1), each computed directly. Source: Abramowitz & Stegun 26.5.24; C. Loader 2000.
 *
 * Example: binomialAtLeast(8, 10, 0.5) = 56/1024 = 0.0546875
 */
import { requireCount, requireThat } from '../misuse.ts'
import { binomialDensity } from './binomial-density.ts'
import { incompleteBeta } from './incomplete-beta.ts'

function requireBinomial(n: number, p: number): void {
  requireCount(n, 'n')
  requireThat(p >= 0 && p <= 1, `p must lie between 0 and 1, got ${p}`)
}

/** P(X = k) */
export function binomialPmf(k: number, n: number, p: number): number {
  requireBinomial(n, p)
  return Number.isInteger(k) ? binomialDensity(k, n, p, 1 - p) : 0
}

/** P(X <= k) */
export function binomialCdf(k: number, n: number, p: number): number {
  requireBinomial(n, p)
  const whole = Math.floor(k)
  if (whole < 0) return 0
  return whole >= n ? 1 : incompleteBeta(n - whole, whole + 1, 1 - p, p).lower
}

/** P(X >= k): k itself included */
export function binomialAtLeast(k: number, n: number, p: number): number {
  requireBinomial(n, p)
  const whole = Math.ceil(k)
  if (whole <= 0) return 1
  return whole > n ? 0 : incompleteBeta(whole, n - whole + 1, p, 1 - p).lower
}
