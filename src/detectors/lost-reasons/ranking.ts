// The order of the reasons, the share of each with its interval, and whether number one can be told apart.
import { headToHead, pareto, wilsonInterval } from '../../stats/index.ts'
import { rankBands, type RankBand } from './rank-bands.ts'
import type { Tally } from './tally.ts'

export interface Ranked {
  readonly label: string
  readonly count: number
  /** Of the losses with a reason. */
  readonly share: number
  readonly lower: number
  readonly upper: number
  /** Share of all mentions up to and including this reason. */
  readonly cumulative: number
  /** null beyond the most frequent reasons. */
  readonly band: RankBand | null
}

export interface Leader {
  readonly label: string
  readonly count: number
  readonly runnerUp: { readonly label: string; readonly count: number } | null
  /** Winner against runner-up; null with fewer than two reasons. */
  readonly p: number | null
  /** Number one for certain: p <= 0.05 and enough losses carry a reason. */
  readonly confident: boolean
}

export interface Ranking {
  readonly reasons: readonly Ranked[]
  readonly leader: Leader | null
  /** The fewest reasons that make up 80 % of the mentions; null when the rare wordings hide it. */
  readonly vital: number | null
}

const certain = 0.05

type Named = { readonly label: string; readonly value: number }

function leaderOf(named: readonly Named[], tally: Tally, isCovered: boolean): Leader | null {
  const [first, second] = named
  if (first === undefined) return null
  const { label, value: count } = first
  if (second === undefined) return { label, count, runnerUp: null, p: null, confident: false }
  const both = tally.several
    .filter(({ labels }) => labels.includes(label) && labels.includes(second.label))
    .reduce((sum, { deals }) => sum + deals, 0)
  const { p } = headToHead(count - both, second.value - both)
  const runnerUp = { label: second.label, count: second.value }
  return { label, count, runnerUp, p, confident: isCovered && p !== null && p <= certain }
}

/** The winner is certain by a sharper test than the bands: what that test decides, the bands do not take back. */
function sharpened(band: RankBand, place: number): RankBand {
  return place === 0 ? { best: 1, worst: 1 } : { ...band, best: Math.max(2, band.best) }
}

export function rankingOf(tally: Tally, isCovered: boolean): Ranking {
  const { rows } = pareto([...tally.counts].map(([label, value]) => ({ label, value })))
  const mentions = rows.reduce((sum, { value }) => sum + value, 0)
  const known = mentions / Math.max(1, mentions + tally.rare)
  const leader = leaderOf(rows, tally, isCovered)
  const bands = rankBands(
    rows.map(({ label }) => label),
    tally,
  )
  const reasons = rows.map(({ label, value, cumulativeShare }, place): Ranked => {
    const { share, lower, upper } = wilsonInterval(value, tally.reasoned)
    const band = bands[place] ?? null
    return {
      label,
      count: value,
      share: share ?? 0,
      lower: lower ?? 0,
      upper: upper ?? 1,
      cumulative: (cumulativeShare ?? 0) * known,
      band: band !== null && leader?.confident === true ? sharpened(band, place) : band,
    }
  })
  const reached = reasons.findIndex(({ cumulative }) => cumulative >= 0.8 - 1e-12)
  return { reasons, leader, vital: reached === -1 ? null : reached + 1 }
}
