import { describe, expect, it } from 'vitest'
import { ngramFingerprint } from '../../src/stats/ngram-fingerprint.ts'

// Reference values: text_fingerprint, run in text-fingerprint.test.ts.
describe('ngramFingerprint', () => {
  it('sees through spacing and hyphens', () => {
    expect(ngramFingerprint('no decision')).toBe(ngramFingerprint('No-Decision!'))
  })

  it('is empty for texts shorter than the runs', () => {
    expect(ngramFingerprint('a')).toBe('')
    expect(ngramFingerprint('ab', 3)).toBe('')
    expect(ngramFingerprint('')).toBe('')
  })

  it('counts a character outside the 16-bit range once', () => {
    // Two letters of the Gothic alphabet: one run of two.
    expect(ngramFingerprint('\u{10330}\u{10331}')).toBe('\u{10330}\u{10331}')
  })

  it('refuses runs of less than one character', () => {
    expect(() => ngramFingerprint('price', 0)).toThrow(RangeError)
  })
})
