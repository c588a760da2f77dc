import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { detectors } from '../../../src/detectors/index.ts'
import { readmeText } from '../../../src/reporters/readme/terminal.ts'
import { displayWidth } from '../../../src/reporters/terminal/width.ts'

const root = join(import.meta.dirname, '../../..')
const plain = { color: 0, unicode: true } as const
const at = (markdown: string, width: number): string => readmeText(markdown, { ...plain, width })

describe('a README at the terminal', () => {
  it('has its headings at the margin and its text set in', () => {
    expect(at('# late-invoices\n\n**Who pays late?**\n\n## Why\n\nMoney is\n`due`.\n', 40)).toBe(
      'late-invoices\n\n  Who pays late?\n\nWhy\n\n  Money is due.\n',
    )
  })

  it('wraps running text without losing a word', () => {
    expect(at('one two three four five six seven', 20)).toBe('  one two three four\n  five six seven\n')
  })

  it('sets lists in below their marks, with tables inside', () => {
    const markdown = '- a **b**\n  c\n- d\n\n1. one\n2. two\n\n   | x | y |\n   |---|---:|\n   | `p` | 1 |\n'
    expect(at(markdown, 40)).toBe(
      '  • a b c\n  • d\n\n  1. one\n  2. two\n\n     x  y\n     ─  ─\n     p  1\n',
    )
  })

  it('lines up tables, numbers on the right, wide characters too', () => {
    expect(at('| name | n |\n|---|---:|\n| 東京 | 7 |\n| a \\| b | 12 |\n', 40)).toBe(
      '  name    n\n  ─────  ──\n  東京    7\n  a | b  12\n',
    )
  })

  it('wraps the cells of a table that is too wide, rows apart', () => {
    expect(at('| when | then |\n|---|---|\n| x | one two three four |\n| y | z |\n', 24)).toBe(
      '  when  then\n  ────  ────────────────\n  x     one two three\n        four\n\n  y     z\n',
    )
  })

  it('puts rows one below the other where columns would get too narrow', () => {
    const markdown = '| first | second | third |\n|---|---|---|\n| alpha | betabetabeta | gamma |\n'
    expect(at(markdown, 22)).toBe('  first: alpha\n    second:\n      betabetabeta\n    third: gamma\n')
  })

  it('keeps code as it is where it fits', () => {
    expect(at('```text\na  *b*\n  `c` | d\n```\n', 40)).toBe('    a  *b*\n      `c` | d\n')
  })

  it('breaks long lines of code and sets the rest in', () => {
    expect(at('```\n  alpha beta gamma delta\n```\n', 20)).toBe('      alpha beta\n        gamma delta\n')
  })

  it('lays out again a printed table that is too wide', () => {
    const code = '```\nMonth    Leads in all\n```\n'
    expect(at(code, 40)).toContain('Month    Leads in all')
    const table = [
      'Month    Leads  Rate of leads',
      '2024-01    105           30 %',
      '...',
      '2024-12     46            n/a',
    ]
    expect(at(`\`\`\`\n${table.join('\n')}\n\`\`\`\n`, 28)).toBe(
      [
        '    Month    Leads   Rate of',
        '                       leads',
        '    ───────  ─────  ────────',
        '    2024-01    105      30 %',
        '    ...',
        '    2024-12     46       n/a',
        '',
      ].join('\n'),
    )
  })

  it('takes a link for its text and keeps what is escaped', () => {
    expect(at('See [the model](x/y.md), 3 * 4 * 5, \\*not\\* bold.', 60)).toBe(
      '  See the model, 3 * 4 * 5, *not* bold.\n',
    )
  })

  it('paints emphasis only where there is colour', () => {
    const text = readmeText('**a** `b`', { color: 1, unicode: true, width: 40 })
    expect(text).toBe('  \u001B[1ma\u001B[22m \u001B[36mb\u001B[39m\n')
  })

  it('does without signs beyond ASCII where they may not be', () => {
    expect(readmeText('- a\n\n| b |\n|---|\n| c |', { color: 0, unicode: false, width: 40 })).toBe(
      '  - a\n\n  b\n  -\n  c\n',
    )
  })
})

/** All words, without the signs that mean something in Markdown. */
const words = (text: string): string[] =>
  text
    .replaceAll(/^ *```\w*$|^ *\|[-:| ]+\|$|^ *- /gm, '')
    .replaceAll(/[`*#\\]/g, '')
    .split(/[\s|]+/)
    .filter((word) => word !== '')

describe.each(detectors.map(({ id }) => id))('the README of %s', (id) => {
  const markdown = readFileSync(join(root, 'src/detectors', id, 'README.md'), 'utf8')

  it.each([40, 60, 80, 100, 120])('fits %i columns', (width) => {
    for (const line of at(markdown, width).split('\n')) {
      expect(displayWidth(line)).toBeLessThanOrEqual(width)
      expect(line).toBe(line.trimEnd())
    }
  })

  it('has no sign of Markdown left, and every word', () => {
    const text = at(markdown, 120)
    expect(text).not.toMatch(/\*\*|`|^\s*#|^\s*\|/m)
    const printed = new Set(words(text))
    expect(words(markdown).filter((word) => !printed.has(word))).toEqual([])
  })

  it('tells the question, the method, the limits and an example', () => {
    const headings = [...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title)
    expect(headings).toEqual(
      expect.arrayContaining(['Why', 'How it is decided', 'When it is wrong', 'Example']),
    )
  })
})
