import { describe, expect, it } from 'vitest'
import { splitMultiSelect } from '../../src/stats/split-multi-select.ts'

describe('splitMultiSelect', () => {
  it('splits at the bar and nowhere else', () => {
    expect(splitMultiSelect('Price | Timing|No, not now; later')).toEqual([
      'Price',
      'Timing',
      'No, not now; later',
    ])
  })

  it('leaves empty answers out', () => {
    expect(splitMultiSelect('|Price||')).toEqual(['Price'])
    expect(splitMultiSelect(' ')).toEqual([])
    expect(splitMultiSelect('')).toEqual([])
  })
})
