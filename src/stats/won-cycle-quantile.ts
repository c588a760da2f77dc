/**
 * By what age have a share p of the deals that will be won been won? The threshold beyond which a deal is
 * stalled.
 *
 * Use it with p = 0.9 on at least 20 won deals; a deal older than this and still open is stalled.
 *
 * Formula: first t with CIF_won(t) >= p · CIF_won(max), tolerance 1e-12, on the curve of aalen-johansen.ts.
 *
 * Example: see fixtures/reference/aalen_johansen.json: 51 days for p = 0.5, 53 for p = 0.9.
 */
import type { Incidence } from './aalen-johansen.ts'
import type { Answer } from './answer.ts'
import { requireThat } from './misuse.ts'

export function wonCycleQuantile({ steps, won }: Incidence, p: number): Answer<{ readonly days: number }> {
  requireThat(p > 0 && p <= 1, `wonCycleQuantile needs 0 < p <= 1, got ${p}`)
  if (won === 0) return { days: null, reason: 'no won deals' }
  const level = p * (steps.at(-1)?.cifWon ?? 0) - 1e-12
  return { days: steps.find(({ cifWon }) => cifWon >= level)?.time ?? 0, reason: null }
}
