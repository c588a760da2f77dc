// What to know when reading the tables of a population: what was left out, put together or not judged.
import { formatCount, formatMoney, formatNumber, formatShare } from '../../report/index.ts'
import type { Analysis } from './analysis.ts'
import { mostTested, mostWordings } from './limits.ts'
import { countOf, interval, nounOf } from './nouns.ts'

/** What the ranking says under its table is not said again. */
const isRankingTold = ({ ranking }: Analysis): boolean => ranking.reasons.length > 0

function missing({ tally, population, coverage }: Analysis): string[] {
  const without = tally.blank + tally.unspecified
  if (coverage === null || without === 0) return []
  const noun = nounOf(population)
  return [
    `${formatNumber(without)} of ${countOf(tally.losses, noun)} carry no reason: ${formatNumber(tally.blank)} blank, ${formatNumber(tally.unspecified)} with words that say nothing.`,
  ]
}

function aside(analysis: Analysis): string[] {
  const { tally, total, population } = analysis
  const noun = nounOf(population)
  const notes: string[] = []
  if (tally.administrative > 0 && !isRankingTold(analysis))
    notes.push(
      `${countOf(tally.administrative, noun)} only say duplicate, test or wrong data: they are no losses and are not counted.`,
    )
  if (total.later > 0) notes.push(`${countOf(total.later, noun)} lie after the day the data reach: left out.`)
  if (total.undated > 0 && population.day !== null)
    notes.push(
      `${countOf(total.undated, noun)} have no date: counted only where no days were asked for, compared never.`,
    )
  return notes
}

function worded({ vocabulary, tally, population }: Analysis): string[] {
  const noun = nounOf(population)
  const notes: string[] = []
  if (tally.rare > 0)
    notes.push(
      `Only the ${formatNumber(mostWordings)} most frequent wordings were read: ${countOf(tally.rare, noun)} with rarer ones count as carrying a reason and are not ranked.`,
    )
  const { wordings, deals } = vocabulary.spellingOnly
  if (wordings > 0)
    notes.push(
      `${formatCount(wordings, 'rare wording')} (${formatCount(deals, 'mention')}) compared by spelling only, not by similarity.`,
    )
  return notes
}

function ranked({ ranking, values }: Analysis): string[] {
  const notes: string[] = []
  if (ranking.reasons.length > mostTested)
    notes.push(
      `Ranks are compared, and changes and segments tested, among the ${mostTested} most frequent of ${formatNumber(ranking.reasons.length)} reasons.`,
    )
  for (const { currency, reasons } of values) {
    const [first] = reasons
    if (first === undefined || first.share === null) continue
    const sure =
      first.lower === null || first.upper === null
        ? 'from too few deals for a claim'
        : `95 % interval ${interval(first.lower, first.upper)}`
    notes.push(
      `By value${currency === null ? '' : ` in ${currency}`}, ${first.label} comes first: ${formatMoney(first.value, currency)}, ${formatShare(first.share)} (${sure}).`,
    )
  }
  return notes
}

export function notesOf(analysis: Analysis): string[] {
  const { comparison, population } = analysis
  if (population.kind === 'churn-category') return []
  const isTold = isRankingTold(analysis)
  return [
    ...(isTold ? [] : missing(analysis)),
    ...aside(analysis),
    ...(comparison.change === null && !isTold ? [`Change was not judged: ${comparison.missing}.`] : []),
    ...ranked(analysis),
    ...worded(analysis),
  ]
}
