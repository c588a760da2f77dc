/**
 * How much groups of categorical answers differ beyond chance: the moment estimate of theta of a
 * Dirichlet-multinomial.
 *
 * Use it to decide whether groups may be ranked (theta > 0) and how far to pull them together. Not as a test:
 * it has no p-value, and it may be negative.
 *
 * Formula: with shares p of J groups of sizes n, pool shares m, N = Σ n, per class k: MSP = Σ n (p - m)² / (J
 * - 1), MSG = Σ n p (1 - p) / Σ (n - 1), nc = (N - Σ n² / N) / (J - 1); theta = Σ_k (MSP - MSG) / Σ_k (MSP +
 * (nc - 1) MSG).
 * Source: Weir & Hill; function weirMoM of the R package dirmult.
 *
 * Example: three groups with the very same shares give theta < 0: no more spread than chance makes.
 */
export function weirTheta(counts: readonly (readonly number[])[]): number | null {
  const groups = counts
    .map((row) => ({ row, n: row.reduce((sum, x) => sum + x, 0) }))
    .filter(({ n }) => n > 0)
  const j = groups.length
  const total = groups.reduce((sum, { n }) => sum + n, 0)
  if (j < 2 || total <= j) return null
  const nc = (total - groups.reduce((sum, { n }) => sum + n * n, 0) / total) / (j - 1)
  let above = 0
  let below = 0
  for (let k = 0; k < (groups[0]?.row.length ?? 0); k++) {
    const m = groups.reduce((sum, { row }) => sum + (row[k] ?? 0), 0) / total
    let between = 0
    let within = 0
    for (const { row, n } of groups) {
      const p = (row[k] ?? 0) / n
      between += n * (p - m) ** 2
      within += n * p * (1 - p)
    }
    const msp = between / (j - 1)
    const msg = within / (total - j)
    above += msp - msg
    below += msp + (nc - 1) * msg
  }
  return below > 0 ? above / below : null
}
