// How long a yes and a no take, learned from all deals with the open ones still waiting, and what was left out.
import { aalenJohansen, wonCycleQuantile, type DealAge } from '../../stats/index.ts'
import type { CycleRow } from './rows.ts'

export interface Answers {
  readonly deals: number
  /** Days by which half, and nine in ten, of the answers of this kind had come; null without any. */
  readonly half: number | null
  readonly most: number | null
}

export interface Cycle {
  readonly yes: Answers
  readonly no: Answers
  /** An open deal older than this is stalled; null where too few were won to say. */
  readonly threshold: number | null
  /** The oldest any won or lost deal ever was; null where none was closed. */
  readonly longest: number | null
  readonly leftOut: {
    readonly undated: number
    readonly impossible: number
    readonly later: number
  }
  /** Deals closed after the last day. */
  readonly closedLater: number
}

const states = ['won', 'lost', 'open'] as const

function answers(deals: readonly DealAge[], share: number): Answers {
  const incidence = aalenJohansen(deals)
  return {
    deals: incidence.won,
    half: wonCycleQuantile(incidence, 0.5).days,
    most: wonCycleQuantile(incidence, share).days,
  }
}

/** A no is won from the other side: the same curve with won and lost exchanged. */
const mirrored = (deals: readonly DealAge[]): DealAge[] =>
  deals.map((deal) =>
    deal.status === 'open' ? deal : { ...deal, status: deal.status === 'won' ? 'lost' : 'won' },
  )

export function cycleOf(
  rows: readonly CycleRow[],
  { wonShare, minWon }: { readonly wonShare: number; readonly minWon: number },
): Cycle {
  const deals: DealAge[] = []
  const leftOut = { undated: 0, impossible: 0, later: 0 }
  let closedLater = 0
  let longest: number | null = null
  for (const { state, age, deals: count, closedLater: after } of rows) {
    closedLater += after
    const status = states.find((name) => name === state)
    if (status === undefined) leftOut.later += count
    else if (age === null) leftOut.undated += status === 'open' ? 0 : count
    else if (age < 0) leftOut.impossible += count
    else {
      deals.push({ time: age, status, count })
      if (status !== 'open') longest = Math.max(longest ?? 0, age)
    }
  }
  const yes = answers(deals, wonShare / 100)
  const no = answers(mirrored(deals), wonShare / 100)
  return {
    yes,
    no,
    threshold: yes.deals >= minWon ? yes.most : null,
    longest,
    leftOut,
    closedLater,
  }
}
