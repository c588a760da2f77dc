// Tables: the pipeline by owner, the deals to go for, the signs, and how long a yes and a no take.
import { formatNumber, type Scalar, type Table } from '../../report/index.ts'
import type { OptionValues } from '../options.ts'
import { moneyOf, moneyShown } from '../money-by-currency.ts'
import type { Answers, Cycle } from './cycle.ts'
import type { Judgement } from './judge.ts'
import type { Options } from './options.ts'
import { countOf, valueOf, type Pipeline, type Sign } from './pipeline.ts'
import { mostOldest } from './queries.ts'
import type { OldestRow } from './rows.ts'
import { nameOf } from './words.ts'

const mostRows = 50
const mostListed = 25

export interface Found {
  readonly cycle: Cycle
  readonly pipeline: Pipeline
  readonly judgement: Judgement
  readonly oldest: readonly OldestRow[]
  readonly options: OptionValues<Options>
}

/** The currency most open deals are valued in. */
const mainCurrency = ({ company }: Pipeline): string | null | undefined => moneyOf(company.value)[0]?.currency

function ownerTable({ cycle, pipeline, judgement }: Found): Table {
  const money = moneyShown(
    'Value',
    pipeline.owners.map((part) => valueOf(part, 'stalled')),
  )
  const judged = new Map(judgement.owners.map((row) => [row.part, row]))
  const rows = pipeline.owners.map((part): Scalar[] => {
    const row = judged.get(part)
    const isKnown = cycle.threshold !== null
    return [
      nameOf(part),
      isKnown ? part.aged : part.open,
      isKnown ? countOf(part, 'stalled') : null,
      row?.share ?? null,
      row?.lower ?? null,
      row?.upper ?? null,
      ...money.cells(valueOf(part, 'stalled')),
      countOf(part, 'overdue'),
      countOf(part, 'beyond'),
    ]
  })
  const what =
    cycle.threshold === null
      ? 'How long a win takes is not known yet, so nothing is called stalled.'
      : `Stalled: open for more than ${formatNumber(cycle.threshold)} days. Share: stalled / open deals with a creation day, with its 95 % interval. Value: of the stalled deals.`
  return {
    id: 'owners',
    title: 'Open deals by owner',
    note: what,
    columns: [
      { id: 'owner', label: 'Owner', type: 'text' },
      { id: 'open', label: 'Open', type: 'count' },
      { id: 'stalled', label: 'Stalled', type: 'count' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
      { id: 'lower', label: 'from', type: 'share', priority: 3 },
      { id: 'upper', label: 'to', type: 'share', priority: 3 },
      ...money.columns,
      { id: 'overdue', label: 'Past close date', type: 'count', priority: 4 },
      { id: 'beyond', label: 'Older than any closed', type: 'count', priority: 5 },
    ],
    rows: rows.slice(0, mostRows),
    ...(rows.length > mostRows ? { totalRows: rows.length } : {}),
  }
}

function listTable({ cycle, pipeline, oldest }: Found): Table | null {
  const { threshold } = cycle
  if (threshold === null) return null
  const main = mainCurrency(pipeline)
  const stalled = oldest.filter(({ age }) => age > threshold)
  if (stalled.length === 0) return null
  const weight = ({ currency, amount }: OldestRow): number => (currency === main ? (amount ?? 0) : 0)
  const rows = stalled.toSorted((a, b) => weight(b) - weight(a) || b.age - a.age)
  const total = countOf(pipeline.company, 'stalled')
  const of = total > mostOldest ? ` among the ${formatNumber(mostOldest)} oldest` : ''
  return {
    id: 'deals',
    title: 'Stalled deals to ask for a yes or a no',
    note: `The largest first${of}; then those without an amount or in another currency, the oldest first.`,
    columns: [
      { id: 'deal', label: 'Deal', type: 'text' },
      { id: 'name', label: 'Customer', type: 'text' },
      { id: 'owner', label: 'Owner', type: 'text', priority: 1 },
      { id: 'stage', label: 'Stage', type: 'text', priority: 4 },
      { id: 'age', label: 'Days open', type: 'count' },
      { id: 'expectedOn', label: 'Expected close', type: 'date', priority: 3 },
      { id: 'amount', label: 'Amount', type: 'money', currencyFrom: 'currency' },
      { id: 'currency', label: 'Currency', type: 'text', priority: 5 },
    ],
    rows: rows
      .slice(0, mostListed)
      .map(({ dealId, name, owner, stage, age, expectedOn, amount, currency }) => [
        dealId,
        name,
        owner,
        stage,
        age,
        expectedOn,
        amount,
        currency,
      ]),
    ...(total > mostListed ? { totalRows: total } : {}),
  }
}

const signLabels: Readonly<Record<Sign, string>> = {
  stalled: 'Older than most wins ever took',
  beyond: 'Older than any deal that was ever closed',
  overdue: 'Past the expected close date',
  stuck: 'Longer in the stage than any won deal ever was',
  any: 'At least one of these',
}

function signTable({ cycle, pipeline }: Found): Table | null {
  const { company } = pipeline
  const known: Sign[] = [
    ...(cycle.threshold === null ? [] : (['stalled'] as const)),
    ...(cycle.longest === null ? [] : (['beyond'] as const)),
    ...(['overdue', 'stuck'] as const).filter((sign) => countOf(company, sign) > 0),
  ]
  if (known.length === 0 || company.open === 0) return null
  const shown: Sign[] = known.length > 1 ? [...known, 'any'] : known
  const money = moneyShown(
    'Value',
    shown.map((sign) => valueOf(company, sign)),
  )
  return {
    id: 'signs',
    title: 'Signs that a deal is dead and nobody said no',
    note: `Share: of ${formatNumber(company.open)} open deals${company.aged < company.open ? `, by age of the ${formatNumber(company.aged)} with a creation day` : ''}. A deal may show several signs.`,
    columns: [
      { id: 'sign', label: 'Sign', type: 'text' },
      { id: 'deals', label: 'Deals', type: 'count' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
      ...money.columns,
    ],
    rows: shown.map((sign) => {
      const deals = countOf(company, sign)
      const all = sign === 'stalled' || sign === 'beyond' ? company.aged : company.open
      const start: Scalar[] = [signLabels[sign], deals, all === 0 ? null : deals / all]
      return start.concat(money.cells(valueOf(company, sign)))
    }),
  }
}

const answerRow = (label: string, { deals, half, most }: Answers): Scalar[] => [label, deals, half, most]

function answerTable({ cycle, options }: Found): Table | null {
  const { yes, no } = cycle
  if (yes.deals + no.deals === 0) return null
  return {
    id: 'answers',
    title: 'How long a yes and a no take',
    note: 'Days from the creation of a deal, with open deals counted as still waiting (Aalen-Johansen).',
    columns: [
      { id: 'answer', label: 'Answer', type: 'text' },
      { id: 'deals', label: 'Deals', type: 'count' },
      { id: 'half', label: 'Half by day', type: 'count' },
      { id: 'most', label: `${formatNumber(options.wonShare)} % by day`, type: 'count' },
    ],
    rows: [answerRow('Yes (won)', yes), answerRow('No (lost)', no)],
  }
}

export const tablesOf = (found: Found): Table[] =>
  [ownerTable(found), listTable(found), signTable(found), answerTable(found)].filter(
    (table) => table !== null,
  )
