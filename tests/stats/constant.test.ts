import { describe, expect, it } from 'vitest'
import { isConstant } from '../../src/stats/constant.ts'

describe('isConstant', () => {
  it('asks the values, not their variance', () => {
    expect(isConstant([0.1, 0.1, 0.1])).toBe(true)
    expect(isConstant([0.1, 0.1, 0.2])).toBe(false)
    expect(isConstant([7])).toBe(true)
    expect(isConstant([])).toBe(true)
  })
})
