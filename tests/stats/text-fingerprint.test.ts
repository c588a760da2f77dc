import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ngramFingerprint } from '../../src/stats/ngram-fingerprint.ts'
import { textFingerprint } from '../../src/stats/text-fingerprint.ts'
import { agreesWithReference } from './reference.ts'

agreesWithReference('text_fingerprint', z.object({ text: z.string() }), ({ text }) => ({
  fingerprint: textFingerprint(text),
  ngram2: ngramFingerprint(text, 2),
  ngram1: ngramFingerprint(text, 1),
}))

describe('textFingerprint', () => {
  it('forgets order and repetition of words', () => {
    expect(textFingerprint('price, price - and PRICE')).toBe('and price')
    expect(textFingerprint('zu teuer')).toBe(textFingerprint('Teuer: zu!'))
  })

  it('keeps different words apart', () => {
    expect(textFingerprint('too small')).not.toBe(textFingerprint('too large'))
  })

  it('of nothing is nothing', () => {
    expect(textFingerprint(' ?! ')).toBe('')
  })
})
