import { describe, expect, it } from 'vitest'
import { compareText } from '../../src/stats/compare-text.ts'

describe('compareText', () => {
  it('orders by code unit', () => {
    expect(['ä', 'a', 'Z', 'b', 'B', ''].sort(compareText)).toEqual(['', 'B', 'Z', 'a', 'b', 'ä'])
    expect(compareText('a', 'a')).toBe(0)
  })
})
