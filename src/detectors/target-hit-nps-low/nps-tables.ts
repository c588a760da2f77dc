// The NPS alone, for exports that carry no verdict: overall, over time, and by everything that groups answers.
import type { Scalar, Table } from '../../report/index.ts'
import type { NpsCounts } from '../../stats/index.ts'
import { levels, type Ledger } from '../target-ledger.ts'
import { allAnswers, none, plus, shownNps, size } from '../answered-nps.ts'
import type { GroupRow } from './queries.ts'
import { periodOfSpan, spanAt, type SpanGrain } from '../month-span.ts'
import { titles } from './words.ts'

interface Group {
  readonly name: string
  readonly counts: NpsCounts
}

const mostGroups = 200

// Below the floor the three classes would give the NPS away: only n is shown.
function cells({ name, counts }: Group, floor: number): Scalar[] {
  const { n, nps, lower, upper } = shownNps(counts, floor)
  const { promoters, passives, detractors } = counts
  const classes = nps === null ? [null, null, null] : [promoters, passives, detractors]
  return [name, nps, lower, upper, n, ...classes]
}

function npsTable(
  id: string,
  label: string,
  title: string,
  groups: readonly Group[],
  floor: number,
  series: boolean,
): Table {
  const shown = groups.slice(0, mostGroups)
  return {
    id,
    title,
    note: `Every valid answer counts, also several of one account. NPS is the share of promoters (9-10) minus the share of detractors (0-6), with its 95 % interval; below ${floor} answers it is not shown.`,
    columns: [
      { id: 'group', label, type: series ? 'period' : 'text' },
      { id: 'nps', label: 'NPS', type: 'nps' },
      { id: 'lower', label: 'from', type: 'nps', priority: 1 },
      { id: 'upper', label: 'to', type: 'nps', priority: 1 },
      { id: 'n', label: 'Answers', type: 'count' },
      { id: 'promoters', label: 'Promoters', type: 'count', priority: 2 },
      { id: 'passives', label: 'Passives', type: 'count', priority: 3 },
      { id: 'detractors', label: 'Detractors', type: 'count', priority: 2 },
    ],
    rows: shown.map((group) => cells(group, floor)),
    ...(shown.length < groups.length ? { totalRows: groups.length } : {}),
    chart: {
      kind: series ? 'lines' : 'interval',
      title,
      description: `NPS with 95 % interval of ${groups.length} groups.`,
      x: 'group',
      y: ['nps'],
      lower: 'lower',
      upper: 'upper',
    },
  }
}

function byPeriod(ledger: Ledger, grain: SpanGrain): Group[] {
  const found = new Map<number, Group>()
  for (const { month, all } of ledger.company.answers) {
    if (month === null) continue
    const span = spanAt(grain, month, ledger.shifts)
    const counts = plus(found.get(span.first)?.counts ?? none, all)
    found.set(span.first, { name: periodOfSpan(span).label, counts })
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([, group]) => group)
}

const bySize = (a: Group, b: Group): number =>
  size(b.counts) - size(a.counts) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

export function npsTables(ledger: Ledger, groups: readonly GroupRow[], floor: number): Table[] {
  const all = allAnswers(ledger.company)
  if (size(all) === 0) return []
  const tables = [
    npsTable('nps', 'Answers of', 'NPS of all answers', [{ name: 'everybody', counts: all }], floor, false),
  ]
  for (const column of new Set(groups.map((row) => row.column))) {
    const of = groups
      .filter((row) => row.column === column)
      .map(({ value, detractors, passives, promoters }) => ({
        name: value,
        counts: { detractors, passives, promoters },
      }))
      .toSorted(bySize)
    const title = column === 'segment' ? 'Segment' : 'Touchpoint'
    tables.push(npsTable(`nps-by-${column}`, title, `NPS by ${column}`, of, floor, false))
  }
  for (const level of levels) {
    const of = [...ledger.levels[level].values()]
      .map((entity) => ({ name: entity.label, counts: allAnswers(entity) }))
      .filter(({ counts }) => size(counts) > 0)
      .toSorted(bySize)
    if (level !== 'company' && of.length > 0)
      tables.push(npsTable(`nps-by-${level}`, titles[level], `NPS by ${level}`, of, floor, false))
  }
  for (const grain of ['quarter', 'month'] as const) {
    const of = byPeriod(ledger, grain)
    if (of.length > 0) tables.push(npsTable(`nps-by-${grain}`, 'Period', `NPS by ${grain}`, of, floor, true))
  }
  return tables
}
