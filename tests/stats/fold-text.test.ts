import { describe, expect, it } from 'vitest'
import { foldText } from '../../src/stats/fold-text.ts'
import { slowness } from '../slowness.ts'

describe('foldText', () => {
  it('forgets case, accents and kinds of white space', () => {
    expect(foldText('  Größe\t ÜBER\u00A0Ångström \n')).toBe('grosse uber angstrom')
  })

  it('spells out letters that do not decompose', () => {
    expect(foldText('ßæœøđðþłħıŋŧĸ')).toBe('ssaeoeoeddthlhintk')
    expect(foldText('ẞÆŒØĐÐÞŁĦİŊŦ')).toBe('ssaeoeoeddthlhint')
  })

  it('takes ligatures and full-width letters apart', () => {
    expect(foldText('ﬁt ＡＢＣ １')).toBe('fit abc 1')
  })

  it('keeps punctuation and other scripts', () => {
    expect(foldText('Price/Value: 価格!')).toBe('price/value: 価格!')
  })

  it('stays linear where sorting marks would be quadratic', () => {
    const marks = `a${'\u0301'.repeat(100_000)}${'\u0323'.repeat(100_000)}`
    const before = performance.now()
    expect(foldText(marks)).toBe('a')
    expect(performance.now() - before).toBeLessThan(1000 * slowness())
  })
})
