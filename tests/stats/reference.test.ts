import { describe, expect, it } from 'vitest'
import { differences } from './reference.ts'

const tolerance = { abs: 0.01, rel: 0 }

describe('the comparison with reference values', () => {
  it('accepts a number within the tolerance and refuses one outside', () => {
    expect(differences({ p: 1.005 }, { p: 1 }, tolerance)).toEqual([])
    expect(differences({ p: 1.02 }, { p: 1 }, tolerance)).toEqual(['.p: got 1.02, expected 1'])
  })

  it('refuses null, undefined and text where a number is expected', () => {
    expect(differences({ p: null }, { p: 0 }, tolerance)).toHaveLength(1)
    expect(differences({}, { p: 0 }, tolerance)).toHaveLength(1)
    expect(differences({ p: '0' }, { p: 0 }, tolerance)).toHaveLength(1)
  })

  it('refuses a number where null is expected, and 0 for false', () => {
    expect(differences({ p: 0 }, { p: null }, tolerance)).toHaveLength(1)
    expect(differences({ hit: 0 }, { hit: false }, tolerance)).toHaveLength(1)
  })

  it('reads infinities and NaN', () => {
    expect(
      differences([Infinity, -Infinity, Number.NaN], ['Infinity', '-Infinity', 'NaN'], tolerance),
    ).toEqual([])
    expect(differences([1e300], ['Infinity'], tolerance)).toHaveLength(1)
    expect(differences([1], ['NaN'], tolerance)).toHaveLength(1)
  })

  it('notices a list of another length', () => {
    expect(differences([1], [1, 2], tolerance)).toHaveLength(2)
    expect(differences([1, 2], [1], tolerance)).toHaveLength(1)
  })

  it('ignores keys that are not expected', () => {
    expect(differences({ p: 1, extra: 2 }, { p: 1 }, tolerance)).toEqual([])
  })
})
