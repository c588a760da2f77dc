// Which sources moved the rate: by converting differently, or by bringing a different part of the leads.
import { formatNumber, type Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { cutNote, shownRate } from '../funnel.ts'
import { sideRate, type SourceMove } from '../sources.ts'
import type { Wording } from '../wording.ts'

const nameOf = ({ source, other }: SourceMove): string =>
  other ? '(all other sources)' : (source ?? '(no source)')

const points = (share: number): string => {
  const text = formatNumber(share * 100, 1)
  return text.startsWith('-') || text === '0.0' ? text : `+${text}`
}

export function sourcesTable({ moves, census }: Analysis, wording: Wording): Table | null {
  if (moves === null) return null
  const rate = moves.reduce((sum, { rateEffect }) => sum + rateEffect, 0)
  const mix = moves.reduce((sum, { mixEffect }) => sum + mixEffect, 0)
  const sides = moves.flatMap(({ older, newer }) => [sideRate(older), sideRate(newer)])
  return {
    id: 'sources',
    title: 'What moved the rate, by source',
    note: `From the older to the newer half the rate moved by ${points(rate + mix)} points: ${points(rate)} because sources convert differently (rate effect), ${points(mix)} because their shares of the ${wording.entrants} changed (mix effect).${cutNote(sides, census.basis)}`,
    columns: [
      { id: 'source', label: 'Source', type: 'text' },
      { id: 'olderLeads', label: `${wording.entrantsFirst}, older`, type: 'count', priority: 2 },
      { id: 'newerLeads', label: `${wording.entrantsFirst}, newer`, type: 'count', priority: 2 },
      { id: 'olderRate', label: 'Rate, older', type: 'share' },
      { id: 'newerRate', label: 'Rate, newer', type: 'share' },
      { id: 'rateEffect', label: 'Rate effect, points', type: 'number', priority: 1 },
      { id: 'mixEffect', label: 'Mix effect, points', type: 'number', priority: 1 },
    ],
    rows: moves.map((move) => [
      nameOf(move),
      move.older.leads,
      move.newer.leads,
      shownRate(sideRate(move.older), census.basis),
      shownRate(sideRate(move.newer), census.basis),
      move.rateEffect * 100,
      move.mixEffect * 100,
    ]),
  }
}
