// `salescheck lost-reasons` as a product manager calls it: the section that is pasted, its flags, and what salescheck.json adds.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { report as reportSchema } from '../../../src/report/schemas.ts'
import { magicIn, tablesOf, toHtml } from '../../reporters/markdown/gfm.ts'
import { inProcess, type Outcome } from '../salescheck.ts'

const deals = 'fixtures/companies/harborline/salesforce-opportunities.csv'
const slow = 60_000
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-roadmap-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (...args: string[]): Promise<Outcome> => inProcess(['lost-reasons', ...args, '-q'])
const paste = (...args: string[]): Promise<Outcome> => ask(...args, '--no-config', '--format', 'markdown')
const headings = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('#'))

describe('the section for a roadmap', { timeout: slow }, () => {
  it('tells what is planted in the fixture, and the same again', async () => {
    const { code, stdout } = await paste(deals, '--top', '7')
    expect(code).toBe(0)
    expect(headings(stdout)).toEqual(['## Why deals are lost'])
    expect(magicIn(toHtml(stdout))).toEqual([])
    const [table] = tablesOf(stdout)
    expect(table?.[0]).toEqual([
      'Rank',
      'Reason',
      'Category',
      'Deals',
      'Share (95 % interval)',
      'Value',
      'Change (points)',
      'More often in',
      'As typed',
      'Validated',
    ])
    // Counts and values of fixtures/companies/harborline/expected.json; Wilson intervals and the difference of 28/126 and 9/114 by hand.
    expect(table?.[1]?.slice(0, 6)).toEqual([
      '1',
      'Price too high',
      'price',
      '261',
      '38 % (34-42 %)',
      'USD 2,701,056',
    ])
    expect(table?.[4]?.slice(0, 7)).toEqual([
      '2-7',
      'No accounting integration',
      'product gap',
      '69',
      '10 % (8.0-12 %)',
      'USD 781,596',
      '+14',
    ])
    expect(table?.[7]?.[7]).toBe('Municipal (segment, 10 x)')
    expect(table).toHaveLength(8)
    expect(stdout).toContain('\n\n6 more reasons are not shown.\n\n- Share: ')
    expect(stdout).toContain('\n- Coverage: 689 of 783 lost deals carry a reason (88 %)')
    expect(stdout).toContain('\n- Merged: 42 wordings count as 13 reasons')
    expect(stdout).toContain('\n- Category unknown for 5 of 13 reasons: Champion left, ')
    expect(stdout).toMatch(/\n- Validated: none of 13 reasons\. [^\n]+\n$/)
    expect((await paste(deals, '--top', '7')).stdout).toBe(stdout)
  })

  it('takes level, order, days and groups from flags', async () => {
    const order = ['--by', 'value', '--top', '2', '--heading-level', '3']
    const { stdout } = await paste(deals, ...order, '--since', '2026-01-01', '--group-by', 'segment')
    expect(headings(stdout)).toEqual([
      '### Why deals are lost, by value in USD',
      '#### Segment: Single-site',
      '#### Segment: Multi-site',
      '#### Segment: Municipal',
    ])
    expect(tablesOf(stdout)).toHaveLength(4)
    expect(tablesOf(stdout)[0]?.[0]?.[0]).toBe('Rank by count')
    expect(stdout).toContain('2026-01-01 to 2026-10-02')
  })

  it('goes to a Markdown file whole', async () => {
    const file = join(folder, 'roadmap.md')
    const { stdout } = await ask(deals, '--no-config', '--top', '3', '-o', file)
    expect(stdout).toBe('')
    expect(readFileSync(file, 'utf8')).toBe((await paste(deals, '--top', '3')).stdout)
  })

  it('shows categories and validations of salescheck.json', async () => {
    const config = join(folder, 'salescheck.json')
    writeFileSync(
      config,
      JSON.stringify({
        reasons: {
          Price: {
            aliases: ['Price too high', 'No budget this year'],
            validated: '2026-08 debrief with 12 customers',
          },
          'No accounting integration': { validated: { Slipway: true, Tidewatch: false } },
          'Bad timing': { category: 'administrative' },
        },
        categories: { process: ['champion left'] },
      }),
    )
    const args = [deals, '--config', config, '--format', 'markdown', '--top', '8', '--group-by', 'product']
    const { stdout } = await ask(...args)
    const tables = tablesOf(stdout)
    const rows = new Map(tables[0]?.map((row) => [row[1], row]))
    // 261 and 54.
    expect(rows.get('Price')?.slice(2, 4)).toEqual(['price', '315'])
    expect(rows.get('Price')?.at(-1)).toBe('yes (2026-08 debrief with 12 customers)')
    expect(rows.get('No accounting integration')?.at(-1)).toBe('Slipway: yes; Tidewatch: not confirmed')
    expect(rows.get('Champion left')?.[2]).toBe('process')
    expect(rows.has('Bad timing')).toBe(false)
    const validated = tables
      .slice(1)
      .map((table) => table.find((row) => row[1] === 'No accounting integration')?.at(-1))
    expect(headings(stdout).slice(1)).toEqual([
      '### Product: Berth Planner',
      '### Product: Slipway',
      '### Product: Tidewatch',
      '### Product: Crew Desk',
      '### Product: Harbor Pay',
    ])
    expect(validated).toEqual(['not yet', 'yes', 'not confirmed', 'not yet', 'not yet'])
  })

  it('is a whole report in JSON and at the terminal', async () => {
    const { stdout } = await ask(deals, '--no-config', '--format', 'json', '--group-by', 'product')
    const report = reportSchema.parse(JSON.parse(stdout))
    expect(report.outcomes.map(({ detector, outcome }) => [detector, outcome])).toEqual([
      ['lost-reasons', 'problem'],
    ])
    expect(report.sources[0]?.rows.read).toBe(1621)
    expect(report.settings).toContainEqual({
      key: 'lost-reasons.groupBy',
      value: 'product',
      from: 'flag --lost-reasons.group-by',
    })
    const terminal = await ask(deals, '--no-config', '--group-by', 'product', '--top', '3')
    expect(terminal.stdout).toContain('\nWhy deals are lost, product: Harbor Pay\n')
  })

  it.each([
    [['--top', '0'], 'It must be a whole number over 0.'],
    [['--top', 'five'], 'It must be a whole number over 0.'],
    [['--heading-level', '7'], 'It must be a whole number from 1 to 6.'],
    [['--group-by', 'owner'], 'Allowed choices are none, product, segment, competitor, stage.'],
    [['--by', 'size'], 'Allowed choices are count, value.'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await paste(deals, ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
  })
})
