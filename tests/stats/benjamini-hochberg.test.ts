import { array, double, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts'
import { holds } from './holds.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('bh_adjust', z.object({ p: z.array(z.number().nullable()) }), ({ p }) => ({
  adjusted: benjaminiHochberg(p),
}))

describe('benjaminiHochberg', () => {
  it('leaves a single test alone and an empty family empty', () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03])
    expect(benjaminiHochberg([])).toEqual([])
    expect(benjaminiHochberg([null, 0.03, null])).toEqual([null, 0.03, null])
  })

  it('never lowers a p-value, never passes 1 and keeps the order', () => {
    holds(
      property(array(double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
        const known = p.map((value) => value).sort((a, b) => a - b)
        const adjusted = benjaminiHochberg(known).map((value) => value ?? Number.NaN)
        expect(adjusted).toEqual([...adjusted].sort((a, b) => a - b))
        expect(adjusted.every((value, i) => value >= (known[i] ?? 0) && value <= 1)).toBe(true)
      }),
      50,
    )
  })

  it('refuses what is no probability', () => {
    expect(() => benjaminiHochberg([1.2])).toThrow(RangeError)
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError)
  })
})
