// From rows to the decision: pure, and the same for exports that carry a verdict and for those that carry a part of it.
import { formatCount, formatList, formatNumber } from '../../report/index.ts'
import { answers } from '../../rollups/answers.ts'
import { bookings } from '../../rollups/bookings.ts'
import { salesTable } from '../../rollups/sales.ts'
import { targets } from '../../rollups/targets.ts'
import type { DecideInput, Decision } from '../detector.ts'
import { findingsOf, type Message } from './findings.ts'
import { headlineOf } from './headline.ts'
import { historyTable, pastTargets, trendTable, type PastTarget } from './history.ts'
import { makeLedger, type Ledger } from '../target-ledger.ts'
import { currencyTable, levelTables } from './level-tables.ts'
import { horizonNotes, leftOutNotes, levelNotes } from './notes.ts'
import { allAnswers, size } from '../answered-nps.ts'
import { npsTables } from './nps-tables.ts'
import type { options } from './options.ts'
import type { Bounds } from '../target-period.ts'
import type { rows } from './queries.ts'
import { periodOfSpan } from '../month-span.ts'
import { standings, type LevelOutcome, type LevelStanding } from '../target-standing.ts'
import { summaryOf } from './summary.ts'
import { npsText } from './words.ts'

export const rollups = { bookings, targets, answers }

type Input = DecideInput<typeof rows, typeof options, typeof rollups>

/** What a verdict needs and what is there of it. */
interface Inputs {
  readonly answers: boolean
  readonly targets: boolean
  readonly sales: 'deals' | 'invoices' | null
}

const inputsOf = ({ present }: Input): Inputs => ({
  answers: present.has('surveys', 'score') && present.has('surveys', 'answered_on'),
  targets: present.has('targets', 'target_amount') && present.has('targets', 'start_on'),
  sales: salesTable(present),
})

/** Why nothing can be judged although every table is there; null when something can. */
function obstacle(ledger: Ledger, standing: readonly LevelStanding[], bounds: Bounds): string | null {
  if (ledger.company.bookings.length === 0) return 'there is no won deal with a day and an amount'
  if (standing.length > 0) return null
  const set = Object.values(ledger.levels).flatMap((entities) =>
    [...entities.values()].flatMap((entity) => entity.targets.map(({ span }) => periodOfSpan(span))),
  )
  if (set.length === 0) return 'there is no target with a period of whole months'
  const labels = [...new Set(set.map(({ label }) => label))].toSorted()
  const known = `targets are set for ${labels[0]}${labels.length > 1 ? ` to ${labels.at(-1)}` : ''}`
  if (bounds.period !== null) return `no target covers ${bounds.period.label}: ${known}`
  return `no period with targets is over: ${known}, and data reach until ${bounds.asOf}`
}

const outcomeOrder = [
  'problem',
  'watch',
  'ok',
  'insufficient-data',
] as const satisfies readonly LevelOutcome[]

function worst(standing: readonly LevelStanding[]): LevelOutcome {
  const found = new Set(standing.map(({ outcome }) => outcome))
  return outcomeOrder.find((outcome) => found.has(outcome)) ?? 'insufficient-data'
}

function missingOf({ answers: rated, targets: set, sales }: Inputs): string {
  const lacking = [
    ...(set ? [] : ['targets with a period']),
    ...(sales === null ? ['won deals or invoices'] : []),
    ...(rated ? [] : ['survey answers with a day']),
  ]
  return formatList(lacking)
}

/** The answer as far as it goes, where a table is missing. */
function partialHeadline(inputs: Inputs, ledger: Ledger, past: readonly PastTarget[], floor: number): string {
  const judged = past.filter(({ attainment }) => attainment.status === 'ok')
  const hits = judged.filter(({ attainment }) => attainment.hit === true).length
  const all = allAnswers(ledger.company)
  const parts = [
    ...(judged.length > 0
      ? [
          `${formatNumber(hits)} of ${formatCount(judged.length, 'target')} ${hits === 1 ? 'was' : 'were'} hit`,
        ]
      : []),
    ...(size(all) > 0 ? [npsText(all, floor, formatCount(size(all), 'answer'))] : []),
  ]
  return `${parts.length === 0 ? 'Nothing to compare' : parts.join('; ')}; no verdict without ${missingOf(inputs)}.`
}

function tablesOf(
  input: Input,
  ledger: Ledger,
  bounds: Bounds,
  standing: readonly LevelStanding[],
  past: readonly PastTarget[],
): Decision['tables'] {
  const main = standing.find(({ choice }) => choice !== null)
  return [
    ...levelTables(standing, input.options, ledger.company.answers.length > 0),
    ...currencyTable(standing),
    ...(main === undefined ? [] : trendTable(main.level, main.span.grain, ledger, bounds, input.options)),
    ...historyTable(past, input.options),
  ]
}

export function decide(input: Input): Decision<Message> {
  const { rows: found, options: chosen } = input
  const inputs = inputsOf(input)
  const ledger = makeLedger(input.rollups.targets, input.rollups.bookings, input.rollups.answers)
  const { asOf, since, until, period } = input
  const bounds: Bounds = { asOf, since, until, period, minResponses: chosen.minResponses }
  // Without sales every target would look missed.
  const standing = inputs.targets && inputs.sales !== null ? standings(ledger, bounds, chosen) : []
  const past = inputs.targets && inputs.sales !== null ? pastTargets(ledger, bounds) : []
  const tables = tablesOf(input, ledger, bounds, standing, past)
  const alone = npsTables(ledger, found.groups, chosen.displayFloor)
  const summary = { ...summaryOf(ledger, standing, chosen) }
  const leftOut = leftOutNotes({
    ledger,
    surveys: found.surveyTotals[0],
    sales: found.saleTotals[0],
    salesTable: inputs.sales,
  })
  if (!inputs.answers || !inputs.targets || inputs.sales === null) {
    const headline = partialHeadline(inputs, ledger, past, chosen.displayFloor)
    const reason = `needs ${missingOf(inputs)}`
    return {
      outcome: 'skipped',
      headline,
      reason,
      summary,
      findings: [],
      tables: [...tables, ...alone],
      notes: leftOut,
    }
  }
  const sales = inputs.sales
  const judged = standing.filter(({ choice }) => choice !== null)
  const spans = new Map(
    judged
      .filter(({ choice }) => choice?.complete === true)
      .map((one) => [one.span.first * 100 + one.span.months, one]),
  )
  const notes = [
    ...judged.flatMap((level) => levelNotes(level, ledger, bounds, chosen)),
    ...[...spans.values()].flatMap((level) => horizonNotes(level, sales, (table) => input.horizon(table))),
    ...leftOut,
  ]
  const blocked = obstacle(ledger, judged, bounds)
  const outcome = blocked === null ? worst(judged) : 'insufficient-data'
  if (outcome === 'insufficient-data') {
    const headline =
      blocked === null ? headlineOf(judged, outcome, chosen) : `Nothing can be judged: ${blocked}.`
    const reason = blocked ?? headline.charAt(0).toLowerCase() + headline.slice(1, -1)
    return { outcome, headline, reason, summary, findings: [], tables: [...tables, ...alone], notes }
  }
  const headline = headlineOf(judged, outcome, chosen)
  return { outcome, headline, summary, findings: findingsOf(judged, ledger, chosen), tables, notes }
}
