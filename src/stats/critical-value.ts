/**
 * How many standard errors a two-sided normal interval of the given confidence reaches: z with P(|Z| <= z) =
 * confidence.
 *
 * Use it wherever an interval is estimate ± z · standard error, or a score limit. Not with an estimated
 * spread and few values: use tQuantile.
 *
 * Formula: z = Φ⁻¹(1 - (1 - confidence)/2).
 *
 * Example: criticalValue(0.95) = 1.959963984540054
 */
import { normalQuantile } from './distributions/normal.ts'
import { requireConfidence } from './misuse.ts'

/** Nearly every interval asks for this one; the constant saves a root search each time. */
const Z_95 = 1.959963984540054

export function criticalValue(confidence: number): number {
  requireConfidence(confidence)
  return confidence === 0.95 ? Z_95 : -normalQuantile((1 - confidence) / 2)
}
