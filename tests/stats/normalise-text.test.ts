import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../src/stats/normalise-text.ts'
import { growth, notQuadratic } from '../growth.ts'

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

  it('takes time as the text is long, whatever it holds', () => {
    const texts = ['price is high ', ' ', 'a ', '-', '- ', "a'", '\u0301a', 'Σ.', 'é', '\t\n', '\u200B ']
    for (const piece of texts) {
      const normalised = (size: number): string =>
        normaliseText(`x${piece.repeat(Math.ceil(size / piece.length))}y`)
      expect([piece, growth(normalised, 50_000) < notQuadratic]).toEqual([piece, true])
    }
  })
})
