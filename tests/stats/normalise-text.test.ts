import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../src/stats/normalise-text.ts'
import { slowness } from '../slowness.ts'

describe('normaliseText', () => {
  it('deletes punctuation and symbols without leaving a space', () => {
    expect(normaliseText('no-decision')).toBe('nodecision')
    expect(normaliseText("Didn't need it (yet)!")).toBe('didnt need it yet')
    expect(normaliseText('$1.50 / seat')).toBe('150 seat')
  })

  it('closes the gaps that deletion leaves', () => {
    expect(normaliseText(' - Feature gap / SSO - ')).toBe('feature gap sso')
    expect(normaliseText('…')).toBe('')
  })

  it('deletes control and invisible characters', () => {
    expect(normaliseText('pri\u0000ce\u200B \u001B[31mred')).toBe('price 31mred')
  })

  it('does not change what is normal already', () => {
    for (const text of ['Too  Expensive!', 'straße / Łódź', '', '価格 高い']) {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text))
    }
  })

  it('reads 200 kB in milliseconds, whatever they are', () => {
    const texts = ['price is high ', ' ', 'a ', '-', '- ', "a'", '\u0301a', 'Σ.', 'é', '\t\n', '\u200B ']
    for (const piece of texts) {
      const long = piece.repeat(Math.ceil(200_000 / piece.length))
      const before = performance.now()
      normaliseText(`x${long}y`)
      // Some ten milliseconds on a quiet machine; anything quadratic would take minutes.
      expect(performance.now() - before).toBeLessThan(2000 * slowness())
    }
  })
})
