// Is too much of the pipeline stalled? A limit on a share, for the company; and for each owner as a family.
import { shareLimit, shareLimitFamily, wilsonInterval } from '../../stats/index.ts'
import type { OptionValues } from '../options.ts'
import type { Cycle } from './cycle.ts'
import type { Options } from './options.ts'
import { countOf, type Part, type Pipeline } from './pipeline.ts'

export interface Stalled {
  readonly part: Part
  readonly stalled: number
  readonly open: number
  readonly share: number
  /** Two-sided 95 % interval of the share. */
  readonly lower: number
  readonly upper: number
  readonly verdict: 'problem' | 'watch' | 'ok' | 'insufficient'
  readonly p: number | null
  readonly adjustedP: number | null
}

export interface Judgement {
  /** null: no open deal with an age, or no age to compare with. */
  readonly company: Stalled | null
  readonly owners: readonly Stalled[]
}

/** The excess that makes a problem, as everywhere where a share has a limit. */
const minExcess = 0.05
/** One-sided, stricter than the usual 95 %: the age beyond which a deal is stalled is itself learned from the deals. */
const confidence = 0.975

export function judge(
  { company, owners }: Pipeline,
  { threshold }: Cycle,
  options: OptionValues<Options>,
): Judgement {
  if (threshold === null) return { company: null, owners: [] }
  const limit = options.maxStalled / 100
  const rules = { minN: options.minOpen, minExcess, confidence }
  const asked = (part: Part) =>
    ({ x: countOf(part, 'stalled'), n: part.aged, limit, direction: 'above' }) as const
  const stalledOf = (
    part: Part,
    tested: ReturnType<typeof shareLimit>,
    adjustedP: number | null,
  ): Stalled | null => {
    const { share, lower, upper } = wilsonInterval(countOf(part, 'stalled'), part.aged)
    if (share === null) return null
    const stalled = countOf(part, 'stalled')
    const isFew = tested.verdict === 'problem' && stalled < options.minStalled
    const verdict = isFew ? 'watch' : tested.verdict
    return { part, stalled, open: part.aged, share, lower, upper, verdict, p: tested.p, adjustedP }
  }
  const named = owners.filter(({ owner, aged }) => owner !== null && aged > 0)
  const family = shareLimitFamily(named.map(asked), rules)
  return {
    company: stalledOf(company, shareLimit(asked(company), rules), null),
    owners: named.flatMap((part, at) => {
      const tested = family[at]
      const found = tested === undefined ? null : stalledOf(part, tested, tested.adjustedP)
      return found === null ? [] : [found]
    }),
  }
}
