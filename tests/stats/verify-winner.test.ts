import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { verifyWinner } from '../../src/stats/verify-winner.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('winner_verification', z.object({ counts: z.array(z.number()) }), ({ counts }) =>
  verifyWinner(counts),
)

describe('verifyWinner', () => {
  it('names winner and runner-up, the first ones on a tie', () => {
    expect(verifyWinner([1, 7, 3, 7])).toMatchObject({ winnerIndex: 1, runnerUpIndex: 3, p: 1 })
    expect(verifyWinner([4, 9, 6])).toMatchObject({ winnerIndex: 1, runnerUpIndex: 2 })
    expect(verifyWinner([2, 2, 5])).toMatchObject({ winnerIndex: 2, runnerUpIndex: 0 })
  })

  it('has no answer for no categories', () => {
    expect(verifyWinner([])).toEqual({
      winnerIndex: null,
      runnerUpIndex: null,
      p: null,
      reason: 'nothing was named',
    })
  })

  it('refuses what is no count', () => {
    expect(() => verifyWinner([1.5, 2])).toThrow(RangeError)
  })
})
