// The whole report in Markdown: whatever the data say, GitHub sees headings, paragraphs, lists and tables, and nothing else.
import { describe, expect, it } from 'vitest'
import { markdown } from '../../src/reporters/markdown.ts'
import { terminalText } from '../../src/reporters/terminal/text.ts'
import { hostile, magicIn, plain, tablesOf, tagsOf, toHtml } from './markdown/gfm.ts'
import { outcome, ranking, report, reportOf } from './markdown/report.ts'

const options = { color: 0, width: null, unicode: true, verbose: false } as const
const tags = new Set([
  'h1',
  'h2',
  'h3',
  'li',
  'p',
  'strong',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
])

describe('a report in Markdown', () => {
  it.each(hostile)('has only markup of its own around %j', (text) => {
    const rendered = markdown.render(reportOf(text), options)
    const html = toHtml(rendered)
    expect(tagsOf(html).filter((tag) => !tags.has(tag))).toEqual([])
    expect(magicIn(html)).toEqual([])
    const [table, group, history] = tablesOf(rendered)
    const shown = plain(terminalText(text))
    expect(table?.map((row) => row[1])).toEqual(['Reason', shown, plain(terminalText(`${text} ${text}`))])
    expect(group).toEqual(table)
    expect(history?.[0]).toEqual(['data until', shown])
  })

  it('lists the lines of a note, and leaves a note of one line a paragraph', () => {
    const rendered = markdown.render(report([outcome()]), options)
    expect(rendered).toContain('\n- Share: of 80.\n- Of closed deals: of 200.\n- Coverage: 80 of 100.\n')
    const single = markdown.render(
      report([outcome({ tables: [ranking(['Price'], { note: 'One.' })] })]),
      options,
    )
    expect(single).toContain('\n\nOne.\n')
  })

  it('shows the first table and the groups that were asked for; all with --verbose', () => {
    const tables = [
      ranking(['Price']),
      ranking(['Fit'], { id: 'ranking-by-product-1', title: 'Why deals are lost, product: Core' }),
      ranking(['Late'], { id: 'change', title: 'What changed' }),
    ]
    const titles = (verbose: boolean): string[] =>
      [
        ...markdown.render(report([outcome({ tables })]), { ...options, verbose }).matchAll(/^### (.*)$/gm),
      ].map(([, title]) => title ?? '')
    expect(titles(false)).toEqual(['Why deals are lost', 'Why deals are lost, product: Core'])
    expect(titles(true)).toEqual(['Why deals are lost', 'Why deals are lost, product: Core', 'What changed'])
  })
})
