/**
 * share-limit.ts asked of many owners or segments at once, allowing for the number of questions.
 *
 * Use it for the rows of one table. Not across different rules.
 *
 * Rule: as share-limit.ts, but for `problem` the Benjamini-Hochberg adjusted p over all rows with n >= 20
 * must be at most 0.10 instead of the bound lying beyond the limit. Source: benjamini-hochberg.ts.
 *
 * Example: one row of 40 in 100 against 0.25 among nineteen of 25 in 100: that one is a problem.
 */
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { shareLimit } from './share-limit.ts'
import type { ShareLimit, ShareLimitInput, ShareLimitOptions } from './share-limit.ts'

export function shareLimitFamily(
  rows: readonly ShareLimitInput[],
  options: ShareLimitOptions & { readonly falseShare?: number } = {},
): (ShareLimit & { readonly adjustedP: number | null })[] {
  const { minN = 20, minExcess = 0.05, falseShare = 0.1 } = options
  const alone = rows.map((row) => shareLimit(row, options))
  const adjusted = benjaminiHochberg(alone.map(({ n, p }) => (n < minN ? null : p)))
  const results: (ShareLimit & { readonly adjustedP: number | null })[] = []
  alone.forEach((result, i) => {
    const adjustedP = adjusted[i] ?? null
    if (result.reason !== null || adjustedP === null) {
      results.push({ ...result, adjustedP })
      return
    }
    const isProblem = adjustedP <= falseShare && result.excess >= minExcess - 1e-12
    const verdict = isProblem ? 'problem' : result.excess > 0 ? 'watch' : 'ok'
    results.push({ ...result, verdict, adjustedP })
  })
  return results
}
