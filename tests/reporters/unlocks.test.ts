// The hint what to export next, as every format for people shows it.
import { describe, expect, it } from 'vitest'
import type { Report, Unlock } from '../../src/report/index.ts'
import { report as reportSchema } from '../../src/report/schemas.ts'
import { html } from '../../src/reporters/html.ts'
import { markdown } from '../../src/reporters/markdown.ts'
import { terminal } from '../../src/reporters/terminal.ts'
import { outcome, report } from './markdown/report.ts'

const way = (name: string): Unlock => ({
  detectors: [name],
  missing: [{ table: 'invoices', columns: ['confirmed_on'], present: false }],
  sentence: `add an export of invoices (confirmed on): ${name} could then run`,
})
const withWays = (...names: string[]): Report => ({ ...report([outcome()]), unlocks: names.map(way) })
const options = { color: 0, width: 80, unicode: true, verbose: false } as const

describe('what to export next', () => {
  it('is the last thing a terminal says: three ways, and how many more there are', () => {
    const text = terminal.render(withWays('one', 'two', 'three', 'four', 'five'), options)
    expect(text.slice(text.indexOf('To answer more'))).toBe(
      [
        'To answer more: add an export of invoices (confirmed on): one could then run',
        '    add an export of invoices (confirmed on): two could then run',
        '    add an export of invoices (confirmed on): three could then run (2 more:',
        '    --verbose)',
        '',
      ].join('\n'),
    )
    expect(terminal.render(withWays('one', 'two', 'three', 'four'), { ...options, verbose: true })).toContain(
      '    add an export of invoices (confirmed on): four could then run\n',
    )
  })

  it('is a list in Markdown and in HTML', () => {
    expect(markdown.render(withWays('one', 'two'), options)).toContain(
      '## To answer more\n\n- add an export of invoices (confirmed on): one could then run\n- add',
    )
    const page = html.render(withWays('one', '<b>two</b>'), options)
    expect(page).toContain('<a href=#unlocks>')
    expect(page).toContain(
      '<li>add an export of invoices (confirmed on): &lt;b&gt;two&lt;/b&gt; could then run</ul>',
    )
  })

  it('is silent when nothing is missing, and in reports written before there was such a thing', () => {
    for (const quiet of [withWays(), report([outcome()])]) {
      expect(reportSchema.safeParse(quiet).success).toBe(true)
      expect(terminal.render(quiet, options)).not.toContain('To answer more')
      expect(markdown.render(quiet, options)).not.toContain('To answer more')
      expect(html.render(quiet, options)).not.toContain('unlocks')
    }
  })
})
