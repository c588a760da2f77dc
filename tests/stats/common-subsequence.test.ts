import { array, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePoints } from '../../src/stats/code-points.ts'
import { commonSubsequence, letterMasks } from '../../src/stats/common-subsequence.ts'
import { osaDistance } from '../../src/stats/osa-distance.ts'
import { holds } from './holds.ts'

function common(a: string, b: string): number {
  return commonSubsequence(letterMasks(codePoints(a)), codePoints(b))
}

/** The textbook recursion. */
function longest(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const letter of a) {
    const next = [0]
    for (let j = 1; j <= b.length; j++) {
      next.push(letter === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0))
    }
    row = next
  }
  return row[b.length] ?? 0
}

describe('commonSubsequence', () => {
  it('counts letters in common in the same order', () => {
    expect(common('price', 'pirce')).toBe(4)
    expect(common('abc', 'xyz')).toBe(0)
    expect(common('', 'abc')).toBe(0)
    expect(common('abc', '')).toBe(0)
  })

  it('agrees with the recursion over several words of bits', () => {
    const text = array(constantFrom('a', 'b', 'c', 'd'), { maxLength: 80 }).map((letters) => letters.join(''))
    holds(
      property(text, text, (a, b) => {
        expect(common(a, b)).toBe(longest(a, b))
      }),
      500,
    )
  })

  it('never rules out what the distance would accept', () => {
    const text = array(constantFrom('a', 'b', 'c'), { maxLength: 15 }).map((letters) => letters.join(''))
    holds(
      property(text, text, (a, b) => {
        expect(common(a, b)).toBeGreaterThanOrEqual(Math.max(a.length, b.length) - osaDistance(a, b))
      }),
      1000,
    )
  })
})
