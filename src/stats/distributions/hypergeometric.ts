/**
 * The hypergeometric probability: of K things drawn without replacement from n1 + n2, exactly k come from the
 * n1.
 *
 * Use it for Fisher-Irwin's exact test of two shares (fisher-irwin-test.ts).
 *
 * Formula: C(n1, k) C(n2, K-k) / C(n1+n2, K), written as a ratio of three binomial probabilities with p =
 * K/(n1+n2), so that nothing overflows. Source: C. Loader 2000.
 *
 * Example: hypergeometricPmf(2, 3, 2, 3) = C(3,2) C(2,1) / C(5,3) = 0.6
 */
import { requireCount, requireThat } from '../misuse.ts'
import { binomialDensity } from './binomial-density.ts'

/** P(exactly k of the drawn ones are among the n1) */
export function hypergeometricPmf(k: number, n1: number, n2: number, drawn: number): number {
  requireCount(n1, 'n1')
  requireCount(n2, 'n2')
  requireCount(drawn, 'drawn')
  requireThat(drawn <= n1 + n2, `cannot draw ${drawn} from ${n1 + n2}`)
  if (!Number.isInteger(k) || k < 0 || k > n1 || k > drawn || drawn - k > n2) return 0
  const total = n1 + n2
  if (drawn === 0 || drawn === total) return 1
  const p = drawn / total
  const q = (total - drawn) / total
  return (
    (binomialDensity(k, n1, p, q) * binomialDensity(drawn - k, n2, p, q)) /
    binomialDensity(drawn, total, p, q)
  )
}
