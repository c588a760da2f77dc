// Data in Markdown, parsed back as GitHub does.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownCell, markdownText } from '../../../src/reporters/markdown/text.ts'
import { terminalText } from '../../../src/reporters/terminal/text.ts'
import { hostile, magicIn, plain, readable, tagsOf, toHtml } from './gfm.ts'

const signs = [
  ...'|\\`*_[]{}()<>&~$#@!%^:/.-+="\' \t\na1w',
  'www.',
  'http://',
  '@a',
  '&amp;',
  '<b>',
  '\u200D',
]
const dirty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...hostile), fc.constantFrom(...hostile)).map((parts) => parts.join(' ')),
)

/** A text that parses back as one block of the kind expected and says the same. */
function expectText(markdown: string, text: string, tags: readonly string[]): void {
  const html = toHtml(markdown)
  expect([text, tagsOf(html)]).toEqual([text, plain(terminalText(text)) === '' ? tagsOf(html) : tags])
  expect([text, magicIn(html)]).toEqual([text, []])
  expect(plain(readable(html.replaceAll(/<\/?(?:p|h3|ul|li|strong)>/g, '')))).toBe(plain(terminalText(text)))
}

describe('data in Markdown', () => {
  it('cannot end a cell, start markup, load a picture or run HTML', () => {
    expect(markdownText('a | b')).toBe('a \\| b')
    expect(markdownText('*bold* _it_ `code`')).toBe('\\*bold\\* \\_it\\_ \\`code\\`')
    expect(markdownText('![x](http://e.com/p.png)')).not.toMatch(/!\[/)
    expect(markdownText('<img src=x>')).toBe('&lt;img src=x&gt;')
    expect(markdownText('a\nb')).toBe('a b')
  })

  it('pings nobody and links nothing', () => {
    expect(markdownText('ask @octocat in #12')).toBe('ask @\u200Doctocat in \\#\u200D12')
    expect(markdownText('https://example.com')).toBe('https\u200D://example.com')
    expect(markdownText('_www.example.com')).toBe('\\_www\u200D.example.com')
    expect(markdownText('a :octocat: at 10:20:30')).toBe('a :\u200Doctocat: at 10:20:30')
  })

  it('starts no list, no heading, no rule and no quick action', () => {
    expect(markdownText('- item')).toBe('\\- item')
    expect(markdownText('1. item')).toBe('1\\. item')
    expect(markdownText('# title')).toBe('\\# title')
    expect(markdownText('---')).toBe('\\---')
    expect(markdownText('/close')).toBe('\\/close')
  })

  it('is left alone in a cell where only the beginning of a line would matter', () => {
    expect(markdownCell('+14')).toBe('+14')
    expect(markdownCell('1. item')).toBe('1. item')
  })

  it.each(hostile)('stays text: %j', (text) => {
    expectText(markdownText(text), text, ['p'])
    expectText(`### ${markdownText(text)}`, text, ['h3'])
    expectText(`- ${markdownText(text)}`, text, ['li', 'ul'])
  })

  it('stays text, whatever it is', () => {
    fc.assert(
      fc.property(dirty, (text) => {
        expectText(markdownText(text), text, ['p'])
        expectText(`### ${markdownText(text)}`, text, ['h3'])
        expectText(`- ${markdownText(text)}`, text, ['li', 'ul'])
      }),
      { numRuns: 300 },
    )
  })

  it('takes time in proportion to its length', () => {
    const run = (text: string): number => {
      const start = performance.now()
      markdownText(text)
      return performance.now() - start
    }
    for (const part of ['[', ':a', '@', 'www', '[a', 'h', '\u200D:', '1']) {
      run(part.repeat(20_000))
      expect([part, run(part.repeat(200_000)) < 1000]).toEqual([part, true])
    }
  })
})
