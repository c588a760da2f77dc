// A business of ten owners with 10 to 49 rows each, for limits on a share: exactly at the limit, or passed by the company or by one owner.
import type { Finding } from '../../src/report/index.ts'
import type { Random } from '../bench/random.ts'
import type { Calibration, Trial } from './calibration.ts'
import { drawGroups, sumOf, type DrawnGroup } from './draws.ts'

export const company = 'the company'

export interface TenOwners {
  readonly total: number
  readonly hits: number
  /** As the queries give groups. */
  readonly groups: readonly (DrawnGroup & { readonly grouping: string; readonly key: string })[]
}

type Judge = (random: Random, business: TenOwners) => Omit<Trial, 'planted'>

/** The subjects of the problems found; the company where a finding names none. */
export const problemsOf = (
  findings: readonly { verdict: Finding['verdict']; subject: readonly { value: string }[] }[],
): string[] =>
  findings.filter(({ verdict }) => verdict === 'problem').map(({ subject }) => subject[0]?.value ?? company)

export interface Shares {
  readonly limit: number
  /** Of every owner, where the company is at fault. */
  readonly all: number
  /** Of the first owner and of the others, where one owner is. */
  readonly one: number
  readonly others: number
}

export function tenOwners(
  detector: string,
  fault: string,
  { limit, all, one, others }: Shares,
  judge: Judge,
): Calibration {
  const trial = (random: Random, chance: (owner: number) => number, planted: readonly string[]): Trial => {
    const sizes = Array.from({ length: 10 }, () => 10 + random.below(40))
    const owners = drawGroups(random, sizes, chance)
    const groups = owners.map((owner) => ({ grouping: 'owner', key: owner.label, ...owner }))
    const business = { total: sumOf(sizes), hits: sumOf(owners.map(({ hits }) => hits)), groups }
    return { ...judge(random, business), planted }
  }
  return {
    detector,
    kind: 'family',
    healthy: (random) => trial(random, () => limit, []),
    faulty: (random) =>
      random.next() < 0.5
        ? trial(random, () => all, [company])
        : trial(random, (owner) => (owner === 0 ? one : others), ['Owner 1']),
    fault,
  }
}
