import { describe, expect, it } from 'vitest'
import { groupReasons } from '../../src/stats/reason-groups.ts'

describe('groupReasons', () => {
  it('brings spellings together under the most frequent one', () => {
    const { groups } = groupReasons([
      { text: 'PRICE', count: 1 },
      { text: ' Price ', count: 2 },
      { text: 'Price', count: 1 },
      { text: 'price!', count: 2 },
    ])
    expect(groups).toEqual([
      {
        key: 'price',
        label: 'Price',
        count: 6,
        normalised: 'price',
        spellings: [
          { text: 'Price', count: 3 },
          { text: 'price!', count: 2 },
          { text: 'PRICE', count: 1 },
        ],
      },
    ])
  })

  it('gives a tie to the smallest text by code unit', () => {
    const { groups } = groupReasons([
      { text: 'price', count: 2 },
      { text: 'Price', count: 2 },
    ])
    expect(groups[0]?.label).toBe('Price')
  })

  it('orders groups by count, then by key', () => {
    const { groups } = groupReasons(
      ['timing', 'budget', 'budget!', 'price'].map((text) => ({ text, count: 1 })),
    )
    expect(groups.map(({ key }) => key)).toEqual(['budget', 'price', 'timing'])
  })

  it('counts what is no reason apart', () => {
    const reasons = [null, '', 'n/a', 'Other'].map((text) => ({ text, count: 2 }))
    expect(groupReasons(reasons)).toEqual({ groups: [], unspecified: 8 })
  })

  it('takes an alias as if its target had been typed, under the target’s own name', () => {
    const aliases = new Map([
      ['too expensive', 'Price'],
      ['no idea', 'Unknown'],
    ])
    const { groups, unspecified } = groupReasons(
      [
        { text: 'Expensive, too!', count: 3 },
        { text: 'price', count: 5 },
        { text: 'No idea', count: 2 },
      ],
      aliases,
    )
    expect(unspecified).toBe(2)
    expect(groups).toMatchObject([{ key: 'price', label: 'Price', count: 8, normalised: 'price' }])
    expect(groups[0]?.spellings).toEqual([
      { text: 'price', count: 5 },
      { text: 'Expensive, too!', count: 3 },
    ])
  })

  it('is not fooled by names that every object has', () => {
    const { groups } = groupReasons(
      ['__proto__', 'constructor', 'toString'].map((text) => ({ text, count: 1 })),
    )
    expect(groups.map(({ label }) => label)).toEqual(['constructor', '__proto__', 'toString'])
  })

  it('refuses half a reason', () => {
    expect(() => groupReasons([{ text: 'price', count: 0.5 }])).toThrow(RangeError)
  })
})
