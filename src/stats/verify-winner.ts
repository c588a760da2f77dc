/**
 * Is the most frequent category really number one? Exact test of the winner against the runner-up.
 *
 * Use it before writing "the first reason is …": single-select counts go in as they are. It needs no
 * correction for having picked the winner from the same data. For multi-select answers find winner and
 * runner-up here, then use headToHead with the deals naming only one of them.
 *
 * Formula: p of head-to-head.ts for the two largest counts. Source: Hung & Fithian 2019, Annals of
 * Statistics.
 *
 * Example: [50, 30, 10]: winner at index 0, p = 0.0330.
 */
import { headToHead } from './head-to-head.ts'
import { requireCount } from './misuse.ts'

export interface Winner {
  /** first of the largest; null when all counts are 0 */
  readonly winnerIndex: number | null
  readonly runnerUpIndex: number | null
  readonly p: number | null
  readonly reason: string | null
}

export function verifyWinner(counts: readonly number[]): Winner {
  let winner = -1
  let runnerUp = -1
  counts.forEach((count, index) => {
    requireCount(count, 'a count')
    if (winner === -1 || count > (counts[winner] ?? 0)) {
      runnerUp = winner
      winner = index
    } else if (runnerUp === -1 || count > (counts[runnerUp] ?? 0)) {
      runnerUp = index
    }
  })
  const most = counts[winner] ?? 0
  if (most === 0) return { winnerIndex: null, runnerUpIndex: null, p: null, reason: 'nothing was named' }
  if (runnerUp === -1)
    return { winnerIndex: winner, runnerUpIndex: null, p: null, reason: 'only one category' }
  return { winnerIndex: winner, runnerUpIndex: runnerUp, ...headToHead(most, counts[runnerUp] ?? 0) }
}
