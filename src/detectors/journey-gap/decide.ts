// Rows in, decision out.
import { formatCount, formatNumber } from '../../report/index.ts'
import type { Decision } from '../detector.ts'
import { analyse, type Analysis, type Input, type Kind } from './analysis.ts'
import { segmentColumn } from './answers.ts'
import { isCompared, type TooFew } from './comparison.ts'
import { customersText, findingsOf, gapText, pointsText } from './findings.ts'
import type { Message } from './messages.ts'
import { tablesOf } from './tables.ts'

function tooFewText({ both, touch, journey }: TooFew, minAnswers: number): string {
  const pair = both === 0 ? 'no customer gave both' : `only ${formatCount(both, 'customer')} gave both`
  return `${pair}, ${formatNumber(touch)} rated a touchpoint and ${formatNumber(journey)} the whole journey; ${formatNumber(minAnswers)} are needed`
}

/** What is missing altogether; null where both kinds have been asked. */
function missing({ touchpoints, journey }: Analysis): string | null {
  if (touchpoints.answers === 0 && journey.answers === 0) return null
  if (touchpoints.answers === 0)
    return 'needs answers about single touchpoints: every answer is about the whole journey'
  return journey.answers === 0
    ? 'needs answers about the whole journey: every answer is about a touchpoint'
    : null
}

function headlineOf(analysis: Analysis): string {
  const { compared, verdict, fromMix, handoffs } = analysis
  if (!isCompared(compared)) return ''
  const touch = pointsText(compared.touch)
  const journey = pointsText(compared.journey)
  const who = customersText(compared)
  const interval =
    compared.lower === null || compared.upper === null
      ? 'no interval: nothing varies'
      : `95 % interval ${gapText(compared.lower)} to ${gapText(compared.upper)}`
  const both = `Touchpoints score ${touch} of 100, the whole journey ${journey}`
  if (fromMix) return `${both} (${who}), but mostly because other segments answered.`
  if (verdict === 'problem')
    return `${both}: ${gapText(compared.gap)} points are lost between them (${who}, ${interval}).`
  if (verdict === 'watch')
    return `${both}: ${gapText(compared.gap)} points apart, which may be chance (${who}, ${interval}).`
  const one = handoffs.find((handoff) => handoff.verdict === 'watch')
  if (one !== undefined && isCompared(one.compared))
    return `${both} (${who}), but at ${one.touchpoint} the gap is ${gapText(one.compared.gap)} points (${customersText(one.compared)}).`
  // Short enough for one line of a terminal.
  const customers =
    compared.how === 'paired'
      ? formatCount(compared.touchCustomers, 'customer')
      : `${formatNumber(compared.touchCustomers)} and ${formatCount(compared.journeyCustomers, 'customer')}`
  const apart = compared.gap <= 0 ? 'no gap' : `${gapText(compared.gap)} points apart`
  return `Touchpoints ${touch}, whole journey ${journey} of 100 (${customers}): ${apart}.`
}

/** What the answers of a kind were given on. */
const scale = ({ answers, scored }: Kind): 'score' | 'satisfaction' | 'both' | null =>
  answers === 0 ? null : scored === answers ? 'score' : scored === 0 ? 'satisfaction' : 'both'

function notesOf(analysis: Analysis, { options: { minAnswers } }: Input): string[] {
  const { compared, touchpoints, journey, leftOut, mix } = analysis
  const notes: string[] = []
  if (isCompared(compared) && compared.how === 'unpaired')
    notes.push(
      `Fewer than ${formatNumber(minAnswers)} customers gave both: touchpoints and journey are compared between different customers.`,
    )
  if (mix !== null)
    notes.push(
      `Within segments the gap is ${gapText(mix.rateEffect)} points; ${gapText(mix.mixEffect)} points come from who answered.${mix.simpson ? ' Every segment moves against the total.' : ''}`,
    )
  const [one, other] = [scale(touchpoints), scale(journey)]
  if (one !== null && other !== null && (one !== other || one === 'both'))
    notes.push(
      'Touchpoints and journey were not rated on the same scale: satisfaction is usually rated higher than the likelihood to recommend, and a part of the gap may be that.',
    )
  if (leftOut.unrated > 0)
    notes.push(`${formatCount(leftOut.unrated, 'survey row')} without a usable rating left out.`)
  if (leftOut.undated > 0) notes.push(`${formatCount(leftOut.undated, 'answer')} without a day left out.`)
  return notes
}

function summaryOf({ compared, touchpoints, journey, mix }: Analysis): Decision['summary'] {
  const pair = isCompared(compared) ? compared : null
  return {
    diff: pair?.gap ?? null,
    lower: pair?.lower ?? null,
    upper: pair?.upper ?? null,
    how: pair?.how ?? null,
    customers: pair?.touchCustomers ?? null,
    journeyCustomers: pair?.journeyCustomers ?? null,
    touchpointAnswers: touchpoints.answers,
    touchpointMean: touchpoints.mean,
    journeyAnswers: journey.answers,
    journeyMean: journey.mean,
    rateEffect: mix?.rateEffect ?? null,
    mixEffect: mix?.mixEffect ?? null,
    simpson: mix?.simpson ?? null,
  }
}

export function decide(input: Input): Decision<Message> {
  const analysis = analyse(input)
  const segment = segmentColumn(input) ?? 'segment'
  const base = {
    summary: summaryOf(analysis),
    tables: tablesOf(analysis, segment),
    notes: notesOf(analysis, input),
  }
  const { compared, verdict } = analysis
  const lacking = missing(analysis)
  if (lacking !== null)
    return { ...base, outcome: 'skipped', headline: `No verdict: ${lacking}.`, reason: lacking, findings: [] }
  if (!isCompared(compared) || verdict === null) {
    const reason = isCompared(compared) ? 'no answers' : tooFewText(compared, input.options.minAnswers)
    const headline = `Whether the journey is worse than its touchpoints cannot be judged: ${reason}.`
    return { ...base, outcome: 'insufficient-data', headline, reason, findings: [] }
  }
  const findings = findingsOf(analysis, input, segment === 'product' ? 'products' : 'segments')
  const outcome = verdict === 'ok' && findings.length > 0 ? 'watch' : verdict
  return { ...base, outcome, headline: headlineOf(analysis), findings }
}
