import { array, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePoints } from '../../src/stats/code-points.ts'
import { osaRows, osaWithin } from '../../src/stats/osa-within.ts'
import { holds } from './holds.ts'

/** The plain recursion over the whole table. */
function wholeTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => table[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwap ? at(i - 2, j - 2) + 1 : Infinity
      const row = table[i]
      if (row) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swap)
    }
  }
  return at(a.length, b.length)
}

describe('osaWithin', () => {
  it('gives the distance up to the limit and nothing beyond', () => {
    expect(osaWithin(codePoints('pirce'), codePoints('price'), 1)).toBe(1)
    expect(osaWithin(codePoints('pirce'), codePoints('price'), 0)).toBeNull()
    expect(osaWithin(codePoints('price'), codePoints('price'), 0)).toBe(0)
    expect(osaWithin(codePoints(''), codePoints('abc'), 2)).toBeNull()
    expect(osaWithin(codePoints(''), codePoints(''), 0)).toBe(0)
  })

  it('agrees with the whole table at every limit, its rows used again and again', () => {
    const rows = osaRows(12)
    const text = array(constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((letters) => letters.join(''))
    holds(
      property(text, text, integer({ min: 0, max: 13 }), (a, b, limit) => {
        const distance = wholeTable(a, b)
        const expected = distance <= limit ? distance : null
        expect(osaWithin(codePoints(a), codePoints(b), limit, rows)).toBe(expected)
        expect(osaWithin(codePoints(a), codePoints(b), limit)).toBe(expected)
      }),
      2000,
    )
  })

  it('counts the cells it fills', () => {
    const rows = osaRows(5)
    osaWithin(codePoints('price'), codePoints('pirce'), 1, rows)
    // Rows 1 and 5 have two cells in the band, the others three.
    expect(rows.cells).toBe(13)
  })
})
