// Data in Markdown, parsed back as GitHub does.
import { array, assert, constantFrom, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownCell, markdownText } from '../../../src/reporters/markdown/text.ts'
import { terminalText } from '../../../src/reporters/terminal/text.ts'
import { hostile, magicIn, plain, readable, tagsOf, toHtml } from './gfm.ts'
import { slowness } from '../../slowness.ts'

const signs = [
  ...Array.from('|\\`*_[]{}()<>&~$#@!%^:/.-+="\' \t\na1w'),
  'www.',
  'http://',
  '@a',
  '&amp;',
  '<b>',
  '\u200D',
]
const dirty = oneof(
  string({ unit: 'grapheme' }),
  string({ unit: 'binary' }),
  array(constantFrom(...signs), { maxLength: 30 }).map((parts) => parts.join('')),
  tuple(constantFrom(...hostile), constantFrom(...hostile)).map((parts) => parts.join(' ')),
)

const run = (text: string): number => {
  const start = performance.now()
  markdownText(text)
  return performance.now() - start
}

interface Seen {
  readonly tags: readonly string[]
  readonly magic: readonly string[]
  readonly text: string
}

const blockTags = /<\/?(?:p|h3|ul|li)>/g

/** What GitHub makes of the text where a paragraph, a heading and a list item begin. */
const seenIn = (text: string): Seen[] =>
  ['', '### ', '- '].map((start) => {
    const html = toHtml(start + markdownText(text))
    return { tags: tagsOf(html), magic: magicIn(html), text: readable(html.replaceAll(blockTags, '')) }
  })

/** One block with the text in it, and nothing else; no paragraph without a text. */
function plainly(text: string): Seen[] {
  const shown = plain(terminalText(text))
  // A joiner alone is a paragraph too, though nothing is seen of it.
  const tags = [terminalText(text).trim() === '' ? [] : ['p'], ['h3'], ['li', 'ul']]
  return tags.map((own) => ({ tags: own, magic: [], text: shown }))
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
    expect(seenIn(text)).toEqual(plainly(text))
  })

  it('stays text, whatever it is', () => {
    assert(
      property(dirty, (text) => {
        expect(seenIn(text)).toEqual(plainly(text))
      }),
      { numRuns: 300 },
    )
    expect.hasAssertions()
  })

  it('takes time in proportion to its length', () => {
    for (const part of ['[', ':a', '@', 'www', '[a', 'h', '\u200D:', '1']) {
      run(part.repeat(20_000))
      expect([part, run(part.repeat(200_000)) < 1000 * slowness()]).toEqual([part, true])
    }
  })
})
