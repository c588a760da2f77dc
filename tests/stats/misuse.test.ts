import { describe, expect, it } from 'vitest'
import { requireConfidence, requireCount, requireThat } from '../../src/stats/misuse.ts'

describe('the checks of arguments', () => {
  it('throw a RangeError with the message', () => {
    expect(() => requireThat(false, 'why')).toThrow(new RangeError('why'))
    expect(() => requireThat(true, 'why')).not.toThrow()
  })

  it('take only whole numbers from 0 as counts', () => {
    expect(() => requireCount(0, 'n')).not.toThrow()
    for (const wrong of [-1, 1.5, Number.NaN, Infinity])
      expect(() => requireCount(wrong, 'n')).toThrow(RangeError)
  })

  it('take only what lies between 0 and 1 as a confidence', () => {
    for (const wrong of [0, 1, -0.5, Number.NaN]) expect(() => requireConfidence(wrong)).toThrow(RangeError)
  })
})
