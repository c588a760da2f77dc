// What the rows say: coverage of lost deals and customers, how debriefs were held, and every owner and segment, each against its limit.
import type { OptionValues } from '../options.ts'
import { judgeGroups, type GroupRow, type JudgedGroup } from '../share-groups.ts'
import { judgeShares, strictness, type JudgedShare, type LimitedShare } from '../share-limit.ts'
import type { Options } from './options.ts'
import type { ConductRow, CoverageRow } from './rows.ts'

export type Rule = 'deals' | 'customers' | 'same-day' | 'too-long' | 'by-owner'
export type JudgedRule = JudgedShare & { readonly rule: Rule }

export interface Analysis {
  readonly coverage: Readonly<Record<'deal' | 'customer', CoverageRow>>
  readonly conduct: ConductRow
  /** Rules that could be asked, in the order of `Rule`. */
  readonly rules: readonly JudgedRule[]
  readonly groups: readonly JudgedGroup[]
}

const nothing: ConductRow = {
  debriefs: 0,
  matched: 0,
  inDays: 0,
  sameDay: 0,
  dayKnown: 0,
  long: 0,
  timed: 0,
  byOwner: 0,
  holderKnown: 0,
}

const atMost = (rule: Rule, x: number, n: number, percent: number): LimitedShare & { rule: Rule } => ({
  rule,
  x,
  n,
  limit: percent / 100,
  direction: 'above',
})

export function analyse(
  rows: {
    readonly coverage: readonly CoverageRow[]
    readonly conduct: readonly ConductRow[]
    readonly groups: readonly GroupRow[]
  },
  options: OptionValues<Options>,
): Analysis {
  const of = (kind: 'deal' | 'customer'): CoverageRow =>
    rows.coverage.find((row) => row.kind === kind) ?? {
      kind,
      losses: 0,
      debriefed: 0,
      due: 0,
      dueDebriefed: 0,
      beyond: 0,
    }
  const conduct = rows.conduct[0] ?? nothing
  const [deal, customer] = [of('deal'), of('customer')]
  const atLeast = (rule: Rule, x: number, n: number): LimitedShare & { rule: Rule } => ({
    rule,
    x,
    n,
    limit: options.minCoverage / 100,
    direction: 'below',
  })
  const asked = [
    atLeast('deals', deal.dueDebriefed, deal.due),
    atLeast('customers', customer.dueDebriefed, customer.due),
    atMost('same-day', conduct.sameDay, conduct.dayKnown, options.maxSameDay),
    atMost('too-long', conduct.long, conduct.timed, options.maxLong),
    atMost('by-owner', conduct.byOwner, conduct.holderKnown, options.maxByOwner),
  ]
  const strict = strictness(options)
  return {
    coverage: { deal, customer },
    conduct,
    rules: judgeShares(asked, strict),
    groups: judgeGroups(
      rows.groups,
      { limit: options.minCoverage / 100, direction: 'below' },
      { ...strict, falseDiscoveryRate: options.falseDiscoveryRate },
    ),
  }
}

export const isBeyond = ({ verdict }: JudgedShare): boolean => verdict === 'problem' || verdict === 'watch'

/** How a count of losses of a kind is called. */
export const lossNoun = (kind: 'deal' | 'customer'): string =>
  kind === 'deal' ? 'lost deal' : 'lost customer'
