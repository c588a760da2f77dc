import { describe, expect, it } from 'vitest'
import { codePoints } from '../../src/stats/code-points.ts'

describe('codePoints', () => {
  it('counts a character outside the 16-bit range once', () => {
    expect([...codePoints('aé😀b')]).toEqual([97, 233, 0x1f600, 98])
    expect(codePoints('')).toHaveLength(0)
  })

  it('takes half a pair as what it is', () => {
    expect([...codePoints('a\uD83D')]).toEqual([97, 0xd83d])
  })
})
