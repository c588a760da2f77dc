// The ranking as it is pasted into a roadmap.
import { describe, expect, it } from 'vitest'
import { renderRanking } from '../../../src/reporters/markdown/ranking.ts'
import { terminalText } from '../../../src/reporters/terminal/text.ts'
import { hostile, magicIn, plain, tablesOf, tagsOf, toHtml } from './gfm.ts'
import { outcome, ranking, report, reportOf } from './report.ts'

describe('the ranking to paste', () => {
  it('is the answer, the table and what must be said with it, and nothing that changes from run to run', () => {
    expect(renderRanking(report([outcome()]), { headingLevel: 2 })).toBe(`## Why deals are lost

Price leads.

| Rank | Reason | Category | Deals | Share (95 % interval) | Value | Change (points) |
| --- | --- | --- | ---: | ---: | ---: | --- |
| 1 | Price | price | 40 | 50 % (20-60 %) | EUR 1,000 | +14 |
| 2 | Timing | price | 39 | 49 % (20-60 %) | EUR 1,001 | +14 |

- Share: of 80.
- Coverage: 80 of 100.
`)
    const later = report([outcome()], {
      asOf: '2027-01-01',
      tool: { name: 'salescheck', version: '9.9.9' },
    })
    expect(renderRanking(later, { headingLevel: 2 })).toBe(
      renderRanking(report([outcome()]), { headingLevel: 2 }),
    )
  })

  it('says how many reasons are not shown', () => {
    const one = report([outcome({ tables: [ranking(['Price'], { totalRows: 2 })] })])
    expect(renderRanking(one, { headingLevel: 2 })).toContain('\n\n1 more reason is not shown.\n\n- Share')
    const many = report([outcome({ tables: [ranking(['Price'], { totalRows: 1200 })] })])
    expect(renderRanking(many, { headingLevel: 2 })).toContain('\n\n1,199 more reasons are not shown.\n')
  })

  const tables = [
    ranking(['Price']),
    ranking(['Fit'], {
      id: 'ranking-by-product-1',
      title: 'Why deals are lost, product: Core, product: Old',
      note: '8 of 9 carry a reason.',
    }),
    ranking(['Late'], { id: 'change', title: 'What changed' }),
    ranking(['Support'], { id: 'ranking-churned', title: 'Why customers leave' }),
    ranking(['Fit'], { id: 'ranking-by-product-churned-1', title: 'Why customers leave, product: Core' }),
  ]
  const headings = (headingLevel: number): string[] =>
    renderRanking(report([outcome({ tables })]), { headingLevel })
      .split('\n')
      .filter((line) => line.startsWith('#'))

  it('puts groups one level deeper, under the population they belong to', () => {
    expect(headings(3)).toEqual([
      '### Why deals are lost',
      '#### Product: Core, product: Old',
      '### Why customers leave',
      '#### Product: Core',
    ])
    expect(headings(6)[1]).toBe('###### Product: Core, product: Old')
    expect(headings(1)[0]).toBe('# Why deals are lost')
  })

  it('without a ranking says why', () => {
    const empty = outcome({
      outcome: 'insufficient-data',
      tables: [],
      headline: 'There are no lost deals to look at.',
      reason: '0 of 0 lost deals carry a reason.',
    })
    expect(renderRanking(report([empty]), { headingLevel: 2 })).toBe(
      '## Why do we lose deals?\n\nThere are no lost deals to look at.\n\n0 of 0 lost deals carry a reason.\n',
    )
  })

  it.each(hostile)('has only markup of its own around %j', (text) => {
    const rendered = renderRanking(reportOf(text), { headingLevel: 2 })
    const html = toHtml(rendered)
    const own = new Set(['h2', 'h3', 'li', 'p', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'])
    expect(tagsOf(html).filter((tag) => !own.has(tag))).toEqual([])
    expect(magicIn(html)).toEqual([])
    const [table, group] = tablesOf(rendered)
    expect(group).toEqual(table)
    expect(table?.map((row) => row[1])).toEqual([
      'Reason',
      plain(terminalText(text)),
      plain(terminalText(`${text} ${text}`)),
    ])
    expect(table?.[1]?.slice(2)).toEqual(['price', '40', '50 % (20-60 %)', 'EUR 1,000', '+14'])
  })
})
