import { describe, expect, it } from 'vitest'
import { markdownText } from '../../src/reporters/markdown/text.ts'

describe('data in Markdown', () => {
  it('cannot end a cell, start markup, load a picture or run HTML', () => {
    expect(markdownText('a | b')).toBe('a \\| b')
    expect(markdownText('*bold* _it_ `code`')).toBe('\\*bold\\* \\_it\\_ \\`code\\`')
    expect(markdownText('![x](http://e.com/p.png)')).not.toMatch(/!\[/)
    expect(markdownText('<img src=x>')).toBe('&lt;img src=x&gt;')
    expect(markdownText('a\nb')).toBe('a b')
  })

  it('pings nobody and links nothing', () => {
    expect(markdownText('ask @octocat in #12')).toBe('ask @\u200Doctocat in #\u200D12')
    expect(markdownText('https://example.com')).toBe('https\u200D://example.com'.replaceAll('::', ': :'))
  })

  it('starts no list and no heading', () => {
    expect(markdownText('- item')).toBe('\\- item')
    expect(markdownText('1. item')).toBe('1\\. item')
    expect(markdownText('# title')).toBe('\\# title')
  })
})
