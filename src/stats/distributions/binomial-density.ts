/**
 * The binomial probability C(n, x) p^x q^(n-x) with q = 1 - p, continued to real x and n.
 *
 * Use it as the prefactor of the incomplete beta function and as the binomial probability itself; it keeps
 * full relative accuracy where factorials would overflow. `q` is passed apart from `p` so that neither has to
 * be 1 minus something tiny.
 *
 * Formula: sqrt(n / (2π x (n-x))) · exp(δ(n) - δ(x) - δ(n-x) - D(x, np) - D(n-x, nq)) with δ from
 * stirling-error.ts and D from deviance.ts. Source: C. Loader (2000).
 *
 * Example: binomialDensity(3, 10, 0.5, 0.5) = 120/1024 = 0.1171875
 */
import { halfDeviance } from './deviance.ts'
import { stirlingError } from './stirling-error.ts'

export function binomialDensity(x: number, n: number, p: number, q: number): number {
  const rest = n - x
  if (x < 0 || rest < 0) return 0
  if (p === 0) return x === 0 ? 1 : 0
  if (q === 0) return rest === 0 ? 1 : 0
  if (x === 0) return Math.exp(n * (p < 0.5 ? Math.log1p(-p) : Math.log(q)))
  if (rest === 0) return Math.exp(n * (q < 0.5 ? Math.log1p(-q) : Math.log(p)))
  const exponent =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(rest) -
    halfDeviance(x, n * p) -
    halfDeviance(rest, n * q)
  return Math.sqrt(n / (2 * Math.PI * x * rest)) * Math.exp(exponent)
}
