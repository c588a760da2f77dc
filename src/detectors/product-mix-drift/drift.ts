// Whether the mix has drifted: by size (PSI) and beyond chance (its critical value, chi-square).
import { mixDrift } from '../../stats/index.ts'
import type { Plan } from './planned.ts'
import type { SoldRow } from './rows.ts'

export interface Bin {
  readonly key: string | null
  readonly product: string
  readonly now: number
  /** Sales of the period compared with, or the planned share of them. */
  readonly base: number
  readonly nowShare: number
  readonly baseShare: number
}

export interface Drift {
  readonly bins: readonly Bin[]
  readonly now: number
  /** null where a plan is the base. */
  readonly base: number | null
  readonly psi: number | null
  readonly critical: number | null
  readonly chiSquareP: number | null
  readonly drift: boolean | null
}

/** Products tested one by one; the rarer ones go together, or chance would decide. */
const mostProducts = 30
/** A plan has no error of its own: it weighs as much as a very large period. */
const planWeight = 1e9
export const otherProducts = 'other products'

interface Pair {
  readonly key: string | null
  readonly product: string
  readonly now: number
  readonly base: number
}

function folded(pairs: readonly Pair[]): Pair[] {
  const sorted = pairs.toSorted(
    (a, b) => b.now + b.base - (a.now + a.base) || (a.product < b.product ? -1 : 1),
  )
  const rest = sorted.slice(mostProducts)
  if (rest.length < 2) return sorted
  const sum = (pick: (pair: Pair) => number): number => rest.reduce((total, pair) => total + pick(pair), 0)
  const others = {
    key: null,
    product: otherProducts,
    now: sum(({ now }) => now),
    base: sum(({ base }) => base),
  }
  return [...sorted.slice(0, mostProducts), others]
}

function driftOf(pairs: readonly Pair[], base: number | null, minPsi: number): Drift {
  const kept = pairs.filter((pair) => pair.now > 0 || pair.base > 0)
  const total = (pick: (pair: Pair) => number): number => kept.reduce((sum, pair) => sum + pick(pair), 0)
  const sizes = { now: total(({ now }) => now), base: total((pair) => pair.base) }
  const found = mixDrift(
    kept.map((pair) => pair.base),
    kept.map((pair) => pair.now),
    minPsi,
  )
  const bins = kept.map((pair) => ({
    ...pair,
    nowShare: sizes.now === 0 ? 0 : pair.now / sizes.now,
    baseShare: sizes.base === 0 ? 0 : pair.base / sizes.base,
  }))
  const { psi, critical, chiSquareP, drift } = found
  return { bins, now: sizes.now, base, psi, critical, chiSquareP, drift }
}

/** Against another period; `baseOf` picks its count from a row. */
export function driftBetween(
  rows: readonly SoldRow[],
  baseOf: (row: SoldRow) => number,
  minPsi: number,
): Drift {
  const pairs = rows
    .filter(({ key }) => key !== null)
    .map((row) => ({ key: row.key, product: row.product ?? row.key ?? '', now: row.now, base: baseOf(row) }))
  const base = pairs.reduce((sum, pair) => sum + pair.base, 0)
  return driftOf(folded(pairs), base, minPsi)
}

/** Against a plan. Sales of products it leaves no room for are told apart: `unplanned` of them are not tested. */
export function driftFromPlan(
  rows: readonly SoldRow[],
  plan: Plan,
  minPsi: number,
): Drift & { readonly unplanned: number } {
  const named = rows.flatMap((row) => (row.key === null ? [] : [{ ...row, key: row.key }]))
  const byKey = new Map(named.map((row) => [row.key, row]))
  const planned = [...plan.shares].map(([key, share]) => ({
    key,
    product: byKey.get(key)?.product ?? key,
    now: byKey.get(key)?.now ?? 0,
    base: share * planWeight,
  }))
  const unplanned = named.reduce((sum, { key, now }) => sum + (plan.shares.has(key) ? 0 : now), 0)
  const others = { key: null, product: otherProducts, now: unplanned, base: plan.others * planWeight }
  const pairs = plan.others > 0 ? [...planned, others] : planned
  return { ...driftOf(pairs, null, minPsi), unplanned: plan.others > 0 ? 0 : unplanned }
}
