import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/report/index.ts'
import { report as reportSchema } from '../../../src/report/schemas.ts'
import { html } from '../../../src/reporters/html.ts'
import { attribute, elements, hasClass, inside, textOf, type Element } from './document.ts'
import { bigReport, ownerTable, sampleReport } from './sample.ts'
import { slowness } from '../../slowness.ts'

const options = { color: 0, width: null, unicode: true, verbose: true } as const
const render = (report: Report): string => html.render(report, options)
const page = render(sampleReport())
const all = elements(page)
const texts = (name: string, of: readonly Element[] = all): string[] =>
  of.filter(({ tagName }) => tagName === name).map((element) => textOf(element).trim())
const one = (test: (element: Element) => boolean): Element => {
  const found = all.find(test)
  if (found === undefined) throw new Error('the page has no such element')
  return found
}
const byId = (id: string): Element => one((element) => attribute(element, 'id') === id)

describe('the page', () => {
  it('is made of reports that the schema takes', () => {
    expect(reportSchema.safeParse(sampleReport()).error).toBeUndefined()
    expect(reportSchema.safeParse(bigReport(50, 60)).error).toBeUndefined()
  })

  it('gives the answers first, in the title as well', () => {
    expect(texts('h1')).toEqual(['Sales check: 2 problems, 1 failed, 1 OK, 1 without enough data, 1 skipped'])
    expect(texts('title')[0]).toBe(
      'Sales check: 2 problems, 1 failed, 1 OK, 1 without enough data, 1 skipped (data until 2026-10-02)',
    )
    expect(texts('h2')).toEqual([
      'Answers',
      // The worst first.
      'Who hits the target while customers would not recommend us?',
      'Why do we lose deals, and is that changing?',
      'What broke?',
      'Do leads grow faster than the conversions they bring?',
      'Is there enough?',
      'Who is late?',
      'Resolved since 2026-09-01',
      'Past runs',
      'The data behind it',
      'Settings, and how to make this report again',
    ])
    const cards = all.filter((element) => hasClass(element, 'card')).map((card) => textOf(card).trim())
    expect(cards[0]).toBe(
      'ProblemWho hits the target while customers would not recommend us?1 of the 3 owners who hit target has an NPS clearly below the rest: Ana (-34 from 50 answers).',
    )
    expect(cards[5]).toBe('SkippedWho is late?needs invoices: no file was recognised as invoices')
  })

  it('says what is new against the baseline', () => {
    expect(page).toContain(
      'Against last.json (data until 2026-09-01): 1 new, 0 worse, 1 better, 0 as before and 1 resolved.',
    )
    expect(textOf(byId('f1'))).toContain('Ana, 2026-Q3 New')
    expect(textOf(byId('f2'))).toContain('Ben, 2026-Q3 Better than before')
    expect(textOf(byId('resolved'))).toContain('Gus booked 132 % of target')
  })

  it('shows a finding with its money, its picture, what to do and the rows behind it', () => {
    const finding = byId('f1')
    const words = textOf(finding)
    expect(words).toContain('USD 121,440 at stake n = 50 p < 0.001')
    expect(words).toContain('What to do: Read the comments of the detractors')
    expect(words).toContain('Rows of surveys (51)58222879, 58222896,')
    expect(words).toContain('; 1 further ones are counted, not listed')
    expect(words).toContain('95 % interval-54 to -10')
    expect(inside(finding).filter((element) => hasClass(element, 'pic'))).toHaveLength(2)
    expect(textOf(byId('f2'))).toContain('Seen in: NPS beside attainment by owner, 2026-Q3')
  })

  it('says advice once where the next finding has the same', () => {
    expect(textOf(byId('f2'))).not.toContain('What to do')
  })

  it('accounts for every row of every file', () => {
    const data = byId('data')
    const rows = inside(data)
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) =>
        inside(row)
          .filter(({ tagName }) => ['td', 'th'].includes(tagName))
          .map((cell) => textOf(cell).trim()),
      )
    expect(rows.slice(0, 5)).toEqual([
      ['File', 'Read as', 'Rows read', 'Used', 'Rejected', 'Set aside', 'Warnings'],
      ['exports/deals.csv', 'deals', '1,621', '1,613', '2', '6', '1'],
      ["it's here/nps.csv", 'surveys', '9', '9', '0', '0', '1'],
      ['notes.txt', 'not recognised', '0', '0', '0', '0', '1'],
      ['All files', '', '1,630', '1,622', '2', '6', '3'],
    ])
    expect(rows).toContainEqual(['77', 'no such day', 'closed_on', '31/31/2026'])
    expect(rows).toContainEqual(['closed_on', 'Close Date', 'date, month first', 'preset salesforce-deals'])
    expect(rows).toContainEqual([
      'surveys.customer in deals.customer',
      '1,015',
      '758',
      '75 %',
      '124 valuesSalt Landing Marina (6) and 123 more',
    ])
    expect(textOf(data)).toContain('Set aside: 6 duplicate (line 48, 140, 244)')
    expect(textOf(data)).toContain('Line 1624: 3 rows below the table. Look at them')
    expect(textOf(data)).toContain('Columns not used: Tax ID and Notes.')
    expect(textOf(data)).toContain('one far date was set aside. See line 9')
  })

  it('names settings with where they come from, and the command line', () => {
    const words = textOf(byId('settings'))
    expect(words).toContain('lost-reasons.minLifted6environment SALESCHECK_LOST_REASONS_MIN_LIFTED')
    expect(words).toContain('sincenot set')
    expect(words).toContain("--surveys 'it'\\''s here/nps.csv' \\\n")
  })

  it('shows the course of past runs', () => {
    const words = textOf(byId('past'))
    expect(words).toContain('2026-08-01 OK')
    expect(words).toContain('2026-09-01 Problem')
    expect(words).toContain('nps0.2500.200')
  })
})

describe('one file', () => {
  it('refers to nothing outside itself', () => {
    const outside = all.flatMap((element) =>
      element.attrs.filter(
        ({ name, value }) =>
          ['src', 'srcset', 'data', 'action', 'formaction', 'poster', 'ping', 'background'].includes(name) ||
          (name.endsWith('href') && !value.startsWith('#')) ||
          (/url\(/.test(value) && !/^url\(#\w+\)$/.test(value)),
      ),
    )
    expect(outside).toEqual([])
    expect(page).not.toMatch(/@import|https?:|url\((?!#)/)
  })

  it('has a policy under which only its own style and script apply', () => {
    const policy = attribute(
      one((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy'),
      'content',
    )
    const hash = (name: string): string =>
      createHash('sha256')
        .update(textOf(one(({ tagName }) => tagName === name)))
        .digest('base64')
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; base-uri 'none'; form-action 'none'`,
    )
    expect(all.filter(({ tagName }) => ['style', 'script'].includes(tagName))).toHaveLength(2)
    const names = new Set(all.flatMap(({ attrs }) => attrs.map(({ name }) => name)))
    expect([...names].filter((name) => name === 'style' || name.startsWith('on'))).toEqual([])
  })

  it('has every id once, and everything that is referred to', () => {
    const ids = all.map((element) => attribute(element, 'id')).filter((id) => id !== null)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const wanted = all.flatMap(({ attrs }) =>
      attrs.flatMap(({ name, value }) =>
        name === 'href' ? [value.slice(1)] : name === 'aria-labelledby' ? value.split(' ') : [],
      ),
    )
    const styled = [...page.matchAll(/url\(#([\w-]+)\)/g)].map(([, id = '']) => id)
    expect(styled.length).toBeGreaterThan(10)
    expect([...wanted, ...styled].filter((id) => !ids.includes(id))).toEqual([])
  })

  it('steps down its headings one by one', () => {
    const levels = all
      .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
      .map(({ tagName }) => Number(tagName.slice(1)))
    expect(levels[0]).toBe(1)
    expect(levels.filter((level, index) => level - (levels[index - 1] ?? 1) > 1)).toEqual([])
  })

  it('is the same every time', () => {
    expect(render(sampleReport())).toBe(page)
  })

  it('stays under 300 kB with 50 findings and 400 people, and is made in well under a second', () => {
    const report = bigReport(50, 400)
    render(report)
    const start = performance.now()
    const big = render(report)
    expect(performance.now() - start).toBeLessThan(1000 * slowness())
    expect(Buffer.byteLength(big)).toBeLessThan(300_000)
    expect(elements(big).filter((element) => hasClass(element, 'finding'))).toHaveLength(51)
    expect(big).toContain('more rows in the JSON report')
  })

  it('counts the findings it has no room for', () => {
    const big = render(bigReport(120, 120))
    expect(elements(big).filter((element) => hasClass(element, 'finding'))).toHaveLength(51)
    expect(big).toContain('70 more findings in the JSON report.')
  })

  it('shows a report of nothing', () => {
    const { baseline: _baseline, history: _history, ...rest } = sampleReport()
    const empty = render({
      ...rest,
      asOf: null,
      sources: [],
      joins: [],
      outcomes: [],
      settings: [],
      warnings: [],
    })
    expect(texts('h1', elements(empty))).toEqual(['Sales check: no question was asked'])
    expect(
      elements(empty)
        .filter(({ tagName }) => tagName === 'main')
        .map(textOf)
        .join(''),
    ).not.toMatch(/undefined|NaN|null/)
  })
})

describe('a page of many answers', () => {
  it('sets them closer, so that they are seen together', () => {
    const [first] = sampleReport().outcomes
    if (first === undefined) throw new Error('the sample has outcomes')
    const many = { ...sampleReport(), outcomes: Array.from({ length: 13 }, () => first) }
    expect(html.render(many, options)).toContain('<ol class="cards many">')
    expect(html.render({ ...many, outcomes: [first, first] }, options)).toContain('<ol class=cards>')
  })

  it('lists the lines of a note, and leaves a note of one line a paragraph', () => {
    const [first] = sampleReport().outcomes
    if (first === undefined) throw new Error('the sample has outcomes')
    const noted = (note: string): string =>
      html.render({ ...sampleReport(), outcomes: [{ ...first, tables: [{ ...ownerTable, note }] }] }, options)
    expect(noted('Share: <b>.\nRank: 1.')).toContain(
      '<div class=note><ul><li>Share: &lt;b&gt;.<li>Rank: 1.</ul></div>',
    )
    expect(noted('One.')).toContain('<p class=note>One.</p>')
  })
})
