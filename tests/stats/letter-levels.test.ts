import { describe, expect, it } from 'vitest'
import { codePoints } from '../../src/stats/code-points.ts'
import { lacksMoreThan, letterLevels } from '../../src/stats/letter-levels.ts'
import { osaDistance } from '../../src/stats/osa-distance.ts'

/** The fewest letters by which two texts differ, as far as their levels tell. */
function lacks(a: string, b: string): number {
  const [left, right] = [codePoints(a), codePoints(b)]
  for (let limit = 0; ; limit++)
    if (!lacksMoreThan(limit, letterLevels(left), letterLevels(right), 0, left.length >= right.length))
      return limit
}

describe('letterLevels', () => {
  it('tells how many letters one text lacks of the other', () => {
    expect(lacks('price', 'prices')).toBe(1)
    expect(lacks('budget cut', 'timing')).toBe(8)
    expect(lacks('competitor', 'competitor')).toBe(0)
    expect(lacks('', '')).toBe(0)
  })

  it('never says more than the distance does', () => {
    const letters = 'abcde fghij'
    let state = 7
    const next = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below
    const word = (): string =>
      Array.from({ length: next(30) }, () => letters[next(letters.length)] ?? '').join('')
    for (let round = 0; round < 2000; round++) {
      const [a, b] = [word(), word()]
      expect(lacks(a, b)).toBeLessThanOrEqual(osaDistance(a, b))
    }
  })
})
