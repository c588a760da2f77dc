// What must go with the ranking wherever it is pasted, one line each: how to read it, coverage, what was merged, unknown categories, and
// that a stated reason is a hypothesis.
import { formatCount, formatList, formatNumber, formatShare } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { countOf, nounOf } from '../nouns.ts'
import { shortened } from '../words/labels.ts'
import { isValidated, strayProducts } from '../words/validation.ts'

const mostNamed = 8
const longestName = 40
const mostMerges = 3

/** `a, b and 3 more` */
const someOf = (names: readonly string[]): string =>
  names.length > mostNamed
    ? formatList([...names.slice(0, mostNamed), `${formatNumber(names.length - mostNamed)} more`])
    : formatList(names)

/** Not longer than a list of them can bear. */
const named = (label: string): string => shortened(label, longestName)

function reading({ tally, total, population, comparison, ranking, lowCoverage }: Analysis): string {
  const noun = nounOf(population)
  const days =
    total.firstDay === null || total.lastDay === null ? '' : `, ${total.firstDay} to ${total.lastDay}`
  const parts = [
    `Share: ${noun.many} naming the reason / ${countOf(tally.reasoned, noun)} with a reason${days}, with its 95 % interval.`,
  ]
  const isCompared = population.kind !== 'churn-category'
  if (isCompared && comparison.change === null) parts.push(`Change: not judged, ${comparison.missing}.`)
  if (isCompared && comparison.change !== null)
    parts.push(
      `Change: points, ${comparison.change.after.label} against ${comparison.change.before.label}; in brackets what is no clear change.`,
    )
  if (tally.several.length > 0) parts.push('One can name several: shares may add up to more than 100 %.')
  if (!lowCoverage && ranking.reasons.some(({ band }) => band !== null && band.best < band.worst))
    parts.push('Rank: a range where chance allows several.')
  return parts.join(' ')
}

const ofClosed = ({ total, tally }: Analysis): string =>
  total.won === 0
    ? ''
    : `Of closed deals: lost deals naming it / ${formatNumber(total.won + tally.losses)} won and lost deals of these days.`

function covered({ tally, population, coverage, lowCoverage }: Analysis): string {
  const noun = nounOf(population)
  const aside =
    tally.administrative === 0
      ? ''
      : ` ${formatNumber(tally.administrative)} more only say duplicate, test or wrong data: no losses, not counted.`
  if (coverage === null) return aside.trim()
  const places = lowCoverage ? '; too few for ranks: these are places in a list' : ''
  return `Coverage: ${formatNumber(tally.reasoned)} of ${countOf(tally.losses, noun)} carry a reason (${formatShare(coverage)}), ${formatNumber(tally.blank)} are blank and ${formatNumber(tally.unspecified)} say nothing${places}.${aside}`
}

function merged({ vocabulary, ranking }: Analysis): string {
  const wordings = [...vocabulary.wordings.values()].reduce((sum, list) => sum + list.length, 0)
  const reasons = formatCount(ranking.reasons.length, 'reason')
  if (vocabulary.merges.length === 0) return `Merged: nothing, each of the ${reasons} is worded in one way.`
  const how = (name: string): number => vocabulary.merges.filter(({ why }) => why.how === name).length
  const [spelling, alias] = [how('spelling'), how('alias')]
  const similar = vocabulary.merges
    .filter(({ why }) => why.how === 'similar')
    .sort((a, b) => b.deals - a.deals || (a.text < b.text ? -1 : 1))
  const shown = similar.slice(0, mostMerges).map(({ text, label }) => `"${named(text)}" into ${named(label)}`)
  const more = similar.length > shown.length ? [`${formatNumber(similar.length - shown.length)} more`] : []
  const parts = [
    ...(alias > 0 ? [`${formatNumber(alias)} by the alias map`] : []),
    ...(spelling > 0 ? [`${formatNumber(spelling)} as other spellings`] : []),
    ...(similar.length > 0
      ? [`${formatNumber(similar.length)} as nearly the same (${formatList([...shown, ...more])})`]
      : []),
  ]
  return `Merged: ${formatCount(wordings, 'wording')} count as ${reasons}, ${formatList(parts)}.`
}

function uncategorised({ meanings }: Analysis, labels: readonly string[]): string {
  const unknown = labels.flatMap((label) => {
    const { category, torn } = meanings.category(label)
    if (category !== null) return []
    return [torn.length === 0 ? named(label) : `${named(label)} (${torn.join(' or ')})`]
  })
  if (unknown.length === 0) return ''
  return `Category unknown for ${formatNumber(unknown.length)} of ${formatCount(labels.length, 'reason')}: ${someOf(unknown)}. Say it under "reasons" in salescheck.json.`
}

/** Words that sort a reason among the rows that are no losses, and yet it is ranked: a person has to decide. */
function maybeNoLosses({ meanings }: Analysis, labels: readonly string[]): string {
  const suspects = labels.filter((label) => meanings.category(label).category === 'administrative')
  if (suspects.length === 0) return ''
  return `Perhaps no losses: ${someOf(suspects.map(named))}. Give them the category administrative in salescheck.json, and they are not ranked.`
}

function hypotheses({ meanings, segments }: Analysis, labels: readonly string[]): string {
  const confirmed = labels.filter((label) => isValidated(meanings.validated(label)))
  const count = confirmed.length === 0 ? 'none' : formatNumber(confirmed.length)
  const products = segments.find(({ column }) => column === 'product')
  const stray =
    products === undefined || products.restReasoned > 0
      ? []
      : labels.flatMap((label) =>
          strayProducts(
            meanings.validated(label),
            products.values.map((one) => one.label),
          ),
        )
  const unmet =
    stray.length === 0 ? '' : ` No loss has the product ${someOf([...new Set(stray)])} of salescheck.json.`
  return `Validated: ${count} of ${formatCount(labels.length, 'reason')}. What a rep or a customer states is a hypothesis until a debrief confirms it.${unmet}`
}

const ungrouped = ({ groupBy, grouping, population }: Analysis): string =>
  groupBy === 'none' || grouping !== null
    ? ''
    : `Not grouped: the ${nounOf(population).many} have no column for ${groupBy}.`

/** Lines joined by newlines: formats that know no lines print one paragraph. `labels`: the reasons of the table. */
export function rankingNote(analysis: Analysis, labels: readonly string[]): string {
  const lines = [reading(analysis), ofClosed(analysis), covered(analysis), merged(analysis)]
  if (analysis.population.kind !== 'churn-category')
    lines.push(
      uncategorised(analysis, labels),
      maybeNoLosses(analysis, labels),
      hypotheses(analysis, labels),
      ungrouped(analysis),
    )
  return lines.filter((line) => line !== '').join('\n')
}
