import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { terminalText } from '../../src/reporters/terminal/text.ts'

describe('data on a terminal', () => {
  it('shows control characters instead of obeying them', () => {
    expect(terminalText('\u001B[2Jhi\u0007')).toBe('<U+001B>[2Jhi<U+0007>')
    expect(terminalText('a\u009B31mb')).toBe('a<U+009B>31mb')
    expect(terminalText('\u202Egnp.exe')).toBe('<U+202E>gnp.exe')
    expect(terminalText('zero\u200Bwidth')).toBe('zero<U+200B>width')
  })

  it('keeps one line one line', () => {
    expect(terminalText('a\r\nb\tc\u2028d')).toBe('a  b c d')
    expect(terminalText('a\nb', { lines: true })).toBe('a\nb')
  })

  it('breaks the marks by which CI systems find commands in a log', () => {
    expect(terminalText('::error::x')).toBe(': :error: :x')
    expect(terminalText('##vso[task]')).toBe('# #vso[task]')
  })

  it('lets no control character, no command and no lone surrogate through, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const safe = terminalText(text)
        // oxlint-disable-next-line no-control-regex -- that is what is looked for
        expect(safe).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/)
        expect(safe).not.toContain('::')
        expect(safe.isWellFormed()).toBe(true)
      }),
    )
  })
})
