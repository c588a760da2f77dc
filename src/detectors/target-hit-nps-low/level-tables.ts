// Attainment beside NPS: one table per level, those with something to look at first.
import type { Chart, Scalar, Table, TableColumn } from '../../report/index.ts'
import type { Judged } from '../target-verdict.ts'
import type { Options } from './options.ts'
import { periodOfSpan } from '../month-span.ts'
import type { LevelOutcome, LevelStanding } from '../target-standing.ts'
import { countOf, pluralOf, titles } from './words.ts'

const severity = ['problem', 'watch', 'ok', 'insufficient-data'] as const satisfies readonly LevelOutcome[]
const rowOrder: readonly Judged['outcome'][] = [
  'problem',
  'watch',
  'ok',
  'insufficient-data',
  'not-hit',
  'no-target',
  'missing',
]

const money: readonly TableColumn[] = [
  { id: 'booked', label: 'Booked', type: 'money', currencyFrom: 'currency', priority: 5 },
  { id: 'target', label: 'Target', type: 'money', currencyFrom: 'currency', priority: 8 },
  { id: 'currency', label: 'Currency', type: 'text', priority: 9 },
]

/** Without a single answer in the exports there is nothing to print of them. */
function columnsOf(level: LevelStanding, ranked: boolean, answered: boolean): TableColumn[] {
  const entity: TableColumn = { id: 'entity', label: titles[level.level], type: 'text' }
  const attainment: TableColumn = { id: 'attainment', label: 'Attainment', type: 'share' }
  if (!answered) return [entity, attainment, { id: 'hit', label: 'Target hit', type: 'flag' }, ...money]
  return [
    entity,
    attainment,
    { id: 'nps', label: 'NPS', type: 'nps' },
    { id: 'lower', label: 'from', type: 'nps', priority: 2 },
    { id: 'upper', label: 'to', type: 'nps', priority: 2 },
    { id: 'n', label: 'Answers', type: 'count' },
    { id: 'reference', label: 'Against', type: 'nps', priority: 3 },
    { id: 'adjustedP', label: 'p adjusted', type: 'p', priority: 4 },
    { id: 'p', label: 'p', type: 'p', priority: 6 },
    ...(ranked ? [{ id: 'shrunk', label: 'NPS for ranking', type: 'nps', priority: 7 } as const] : []),
    ...money,
    { id: 'hit', label: 'Target hit', type: 'flag', priority: 9 },
    { id: 'outcome', label: 'Verdict', type: 'verdict', priority: 1 },
  ]
}

const cells: Readonly<Record<string, (row: Judged) => Scalar>> = {
  entity: ({ label }) => label,
  attainment: ({ attainment }) => attainment.deciding?.attainment ?? null,
  nps: ({ nps }) => nps.nps,
  lower: ({ nps }) => nps.lower,
  upper: ({ nps }) => nps.upper,
  n: ({ nps }) => nps.n,
  reference: ({ reference }) => reference?.nps ?? null,
  adjustedP: ({ adjustedP }) => adjustedP,
  p: ({ p }) => p,
  shrunk: ({ shrunk }) => shrunk,
  booked: ({ attainment }) => attainment.deciding?.booked ?? null,
  target: ({ attainment }) => attainment.deciding?.target ?? null,
  currency: ({ attainment }) => attainment.deciding?.currency ?? null,
  hit: ({ attainment, outcome }) => (outcome === 'missing' ? null : attainment.hit),
  outcome: ({ outcome }) => outcome,
}

// Without detectable differences a league table would rank noise: the order is then by name.
function compareRows(a: Judged, b: Judged): number {
  const verdict = rowOrder.indexOf(a.outcome) - rowOrder.indexOf(b.outcome)
  if (verdict !== 0) return verdict
  const shrunk = (a.shrunk ?? Infinity) - (b.shrunk ?? Infinity)
  if (shrunk !== 0 && !Number.isNaN(shrunk)) return shrunk
  return a.label < b.label ? -1 : a.label > b.label ? 1 : a.key < b.key ? -1 : 1
}

function noteOf(level: LevelStanding, options: Options, ranked: boolean, answered: boolean): string {
  const parts = ['Attainment is booked money divided by target.']
  if (answered)
    parts.push(
      `NPS counts the latest answer of each account in the period, with its 95 % interval; below ${options.displayFloor} answers it is not shown.`,
    )
  if (level.choice === null)
    parts.push(
      level.summedFrom === null
        ? 'There is no target of this level: nothing is judged.'
        : `There is no target of this level: the targets of ${pluralOf(level.summedFrom)} are added up, shown and not judged.`,
    )
  if (ranked) parts.push('"NPS for ranking" is pulled towards the average by what few answers are worth.')
  return parts.join(' ')
}

function chartOf(level: LevelStanding, what: string, period: string): Chart {
  const flagged = level.rows.filter(({ outcome }) => outcome === 'problem' || outcome === 'watch').length
  return {
    kind: 'interval',
    title: `NPS beside attainment ${what}, ${period}`,
    description: `NPS with 95 % interval of ${countOf(level.rows.length, level.level)} in ${period}, attainment beside it; ${flagged} stand out.`,
    x: 'entity',
    y: ['nps'],
    lower: 'lower',
    upper: 'upper',
    beside: 'attainment',
    highlight: 'outcome',
  }
}

function tableOf(level: LevelStanding, options: Options, answered: boolean): Table {
  const ranked = level.rows.some(({ shrunk }) => shrunk !== null)
  const columns = columnsOf(level, ranked, answered)
  const period = periodOfSpan(level.span).label
  const what = level.level === 'company' ? 'of the company' : `by ${level.level}`
  return {
    id: level.level,
    title: `Attainment${answered ? ' and NPS' : ''} ${what}, ${period}`,
    note: noteOf(level, options, ranked, answered),
    columns,
    rows: level.rows.toSorted(compareRows).map((row) => columns.map(({ id }) => cells[id]?.(row) ?? null)),
    ...(answered ? { chart: chartOf(level, what, period) } : {}),
  }
}

const place = ({ outcome }: LevelStanding): number =>
  outcome === null ? severity.length : severity.indexOf(outcome)

/** Levels with findings first, then judged ones, then those that are only shown; `answered`: there are answers at all. */
export function levelTables(
  standing: readonly LevelStanding[],
  options: Options,
  answered: boolean,
): Table[] {
  return standing.toSorted((a, b) => place(a) - place(b)).map((level) => tableOf(level, options, answered))
}

/** Every currency of those who have more than one; money is never added across them. */
export function currencyTable(standing: readonly LevelStanding[]): Table[] {
  const rows = standing.flatMap(({ rows: judged, span }) =>
    judged
      .filter(({ attainment }) => attainment.lines.length > 1)
      .flatMap(({ level, label, attainment }) =>
        attainment.lines.map((line): Scalar[] => [
          level,
          label,
          periodOfSpan(span).label,
          line.currency,
          line.booked,
          line.target,
          line.attainment,
          line.hit,
        ]),
      ),
  )
  if (rows.length === 0) return []
  return [
    {
      id: 'currencies',
      title: 'Attainment per currency',
      note: 'A target is hit when it is hit in every currency it is set in. Bookings in a currency without a target are shown and decide nothing.',
      columns: [
        { id: 'level', label: 'Level', type: 'text', priority: 3 },
        { id: 'entity', label: 'Name', type: 'text' },
        { id: 'period', label: 'Period', type: 'period', priority: 2 },
        { id: 'currencyCode', label: 'Currency', type: 'text' },
        { id: 'booked', label: 'Booked', type: 'money', currencyFrom: 'currencyCode' },
        { id: 'target', label: 'Target', type: 'money', currencyFrom: 'currencyCode' },
        { id: 'attainment', label: 'Attainment', type: 'share' },
        { id: 'hit', label: 'Target hit', type: 'flag', priority: 4 },
      ],
      rows,
    },
  ]
}
