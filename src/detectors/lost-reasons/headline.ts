// The answer in one sentence: which reason leads, with its numbers, or why none can be called the first.
import { formatNumber, formatShare } from '../../report/index.ts'
import type { Analysis } from './analysis.ts'
import { largestRise } from './change.ts'
import type { ReasonDraft } from './findings/draft.ts'
import { causeOf } from './headline-cause.ts'
import { countOf, interval, nounOf } from './nouns.ts'

const reasonedOf = ({ tally, population }: Analysis): string =>
  `${formatNumber(tally.reasoned)} ${nounOf(population).many} with a reason`

function leading(analysis: Analysis): string {
  const { ranking, tally, coverage, lowCoverage, isThin } = analysis
  const { leader } = ranking
  const [first] = ranking.reasons
  const noun = nounOf(analysis.population)
  if (leader === null || first === undefined) {
    return tally.reasoned > 0
      ? `All ${reasonedOf(analysis)} are worded too differently to be ranked`
      : `None of ${countOf(tally.losses, noun)} carries a reason`
  }
  const counts = `${formatNumber(first.count)} of ${reasonedOf(analysis)}`
  const share = `${formatShare(first.share)}, 95 % interval ${interval(first.lower, first.upper)}`
  const full = `${counts} (${share})`
  if (lowCoverage) {
    const covered = `${formatNumber(tally.reasoned)} of ${countOf(tally.losses, noun)} (${formatShare(coverage ?? 0)})`
    return `${first.label} is named most, in ${full}, but only ${covered} carry a reason: too few to call it number one`
  }
  if (isThin) return `${first.label} is named in ${full}: too few to rank`
  if (leader.runnerUp === null) return `${first.label} is the only reason named, in ${full}`
  const second = `${leader.runnerUp.label} (${formatNumber(leader.runnerUp.count)})`
  return leader.confident
    ? `${first.label} leads with ${full}, ahead of ${second}`
    : `No single reason leads: ${first.label}, ${full}, cannot be told apart from ${second}`
}

function moved({ comparison }: Analysis): string {
  if (comparison.change === null) return ''
  const rose = comparison.change.reasons
    .filter(({ changed, difference }) => changed && difference > 0)
    .toSorted(largestRise)
  const [first] = rose
  if (first === undefined) return ''
  const others = rose.length === 1 ? '' : ` and ${rose.length - 1} more`
  return `; ${first.label}${others} rose from ${formatShare(first.beforeShare)} to ${formatShare(first.afterShare)}`
}

/** Where money tells another story: the reason that costs most, in the currency most losses are valued in. */
function costly({ values, ranking }: Analysis): string {
  const [first] = values[0]?.reasons ?? []
  if (first === undefined || first.share === null || first.lower === null) return ''
  if (first.label === ranking.leader?.label) return ''
  return `; by value ${first.label} comes first with ${formatShare(first.share)}`
}

/** One sentence with its full stop. `worst`: the first finding of all populations; none in a note beside the main one. */
export function headlineOf(analysis: Analysis, worst?: ReasonDraft): string {
  const { tally, total, population, isThin } = analysis
  if (tally.losses === 0) {
    const aside = tally.administrative + total.later
    return `There are no ${nounOf(population).many} to look at${aside > 0 ? `; ${formatNumber(aside)} were set aside` : ''}.`
  }
  return `${leading(analysis)}${isThin ? '' : costly(analysis) + moved(analysis)}${causeOf(worst, analysis)}.`
}
