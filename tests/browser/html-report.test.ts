// The HTML report in a real browser: quiet, alone, accessible, and of use to hands without a mouse and pages without a script.
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/report/index.ts'
import { html } from '../../src/reporters/html.ts'
import { bigReport, findingOf, ownerTable, sampleReport } from '../reporters/html/sample.ts'
import { browserWanted, launch, open, temporaryFolder, type Watched } from './chromium.ts'
import { slowness } from '../slowness.ts'

const root = join(import.meta.dirname, '../..')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const weapon = `</title></style><img src=x onerror="window.hit=1"><script>window.hit=2</script>"' onfocus=alert(1) &amp;`

/** Of rows that are alike in all but their text, three stay: looking at the others takes long and finds nothing new. */
const thinRows = `document.querySelectorAll('tbody').forEach((body) => {
  const alike = new Map()
  for (const row of [...body.rows]) {
    const kind = [row, ...row.querySelectorAll('*')].map((one) => one.outerHTML.slice(0, one.outerHTML.indexOf('>')))
    const key = kind.join('>').replace(/"[-+]?[\\d.]+"/g, '""')
    alike.set(key, (alike.get(key) ?? 0) + 1)
    if (alike.get(key) > 3) row.remove()
  }
})`

/** As the golden test keeps it up to date. */
const companyReport = (company: string): Report =>
  JSON.parse(readFileSync(join(root, `fixtures/reports/${company}.json`), 'utf8')) as Report

function hostileReport(): Report {
  const report = sampleReport()
  const [first, ...rest] = report.outcomes
  if (first === undefined) throw new Error('the sample has outcomes')
  return {
    ...report,
    asOfFrom: weapon,
    outcomes: [
      {
        ...first,
        question: weapon,
        headline: weapon,
        notes: [weapon],
        findings: [findingOf(weapon, 'problem', { advice: weapon })],
        tables: [{ ...ownerTable, title: weapon, rows: ownerTable.rows.map((row) => row.with(0, weapon)) }],
      },
      ...rest,
    ],
  }
}

let browser: Browser
let folder: Awaited<ReturnType<typeof temporaryFolder>>
const file = (name: string): string => join(folder.path, `${name}.html`)

const openFolds = (page: Page): Promise<void> =>
  page.evaluate('document.querySelectorAll("details").forEach((fold) => { fold.open = true })')

describe.runIf(browserWanted())('the HTML report in Chromium', () => {
  beforeAll(async () => {
    browser = await launch()
    folder = await temporaryFolder()
    const pages = new Map<string, Report>([
      ['sample', sampleReport()],
      ['empty', { ...sampleReport(), outcomes: [] }],
      ['hostile', hostileReport()],
      ['big', bigReport(50, 200)],
      ['harborline', companyReport('harborline')],
      ['meadowlark', companyReport('meadowlark')],
    ])
    for (const [name, report] of pages)
      await writeFile(
        file(name),
        html.render(report, { color: 0, width: null, unicode: true, verbose: true }),
      )
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await folder?.remove()
  })

  interface AxeResults {
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string }[]
    }[]
  }

  async function violations(page: Page): Promise<string[]> {
    // Evaluated by the browser itself: the page's own policy would not let it in.
    if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axeSource)
    const results = await page.evaluate<AxeResults>(
      'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => ({ violations }))',
    )
    return results.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html: at }) => at.slice(0, 120)).join(' | ')}`,
    )
  }

  const names = ['sample', 'empty', 'hostile', 'harborline', 'meadowlark'] as const
  const widths = [1280, 800, 400, 320]

  // One page per report and theme: what it says while it is looked at from all sides counts as well.
  describe.each(names.flatMap((name) => (['light', 'dark'] as const).map((theme) => [name, theme] as const)))(
    'the report %s, %s',
    (name, colorScheme) => {
      const company = name === 'harborline' || name === 'meadowlark'
      let opened: Watched
      beforeAll(async () => {
        opened = await open(browser, file(name), { colorScheme })
        if (company) await opened.page.evaluate(thinRows)
      })
      afterAll(() => opened?.page.context().close())

      const wide = (width: number): Promise<void> => opened.page.setViewportSize({ width, height: 900 })
      // On whole companies once in each theme, at one width each.
      const looked = company ? [colorScheme === 'light' ? 1280 : 400] : [1280, 400]

      it.each(looked)('has nothing that axe finds with its folds closed, %i wide', async (width) => {
        await wide(width)
        expect(await violations(opened.page)).toEqual([])
      })

      it.each(looked)('has nothing that axe finds with its folds open, %i wide', async (width) => {
        await wide(width)
        await openFolds(opened.page)
        expect(await violations(opened.page)).toEqual([])
      })

      it('never scrolls sideways as a whole', async () => {
        await opened.page.reload()
        await openFolds(opened.page)
        for (const width of widths) {
          await wide(width)
          expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
            width,
          )
        }
      })

      it('says nothing to the console and asks for nothing', async () => {
        await opened.page.waitForTimeout(200)
        expect(opened.said).toEqual([])
        expect(new Set(opened.asked)).toEqual(new Set([`file://${file(name)}`]))
      })
    },
  )

  // What hands do, in one window: a page that is opened again has forgotten everything.
  let hands: Watched
  const fresh = async (name: string): Promise<Page> => {
    await hands.page.goto(`file://${file(name)}`)
    return hands.page
  }
  beforeAll(async () => {
    hands = await open(browser, file('sample'))
  })
  afterAll(() => hands?.page.context().close())

  describe('tables', () => {
    it('are sorted by the keyboard, both ways and back, and say so', async () => {
      const page = await fresh('sample')
      await openFolds(page)
      const table = page.locator('table', { hasText: 'Attainment' }).first()
      const column = (place: number): Promise<string[]> =>
        table.locator(`tbody tr > :nth-child(${place})`).allTextContents()
      const given = await column(1)
      const heading = table.locator('thead th', { hasText: 'Booked' })
      await heading.locator('button').focus()
      await page.keyboard.press('Enter')
      expect(await heading.getAttribute('aria-sort')).toBe('descending')
      expect((await column(7)).map((cell) => cell.trim())).toEqual([
        'USD 1,000,000',
        'USD 121,440',
        'USD 48,160',
        'USD 721',
        'EUR 9,900',
        'n/a',
      ])
      expect(await page.locator('p[role=status]').textContent()).toBe('Sorted by Booked, descending')
      await page.keyboard.press('Space')
      expect(await heading.getAttribute('aria-sort')).toBe('ascending')
      expect((await column(7)).map((cell) => cell.trim())).toEqual([
        'EUR 9,900',
        'USD 721',
        'USD 48,160',
        'USD 121,440',
        'USD 1,000,000',
        'n/a',
      ])
      await page.keyboard.press('Enter')
      expect(await heading.getAttribute('aria-sort')).toBeNull()
      expect(await column(1)).toEqual(given)
    })

    it('sort numbers with their sign, and p-values below what is printed', async () => {
      const page = await fresh('sample')
      await openFolds(page)
      const table = page.locator('table', { hasText: 'Attainment' }).first()
      await table.locator('thead th', { hasText: 'NPS' }).locator('button').press('Enter')
      expect(
        (await table.locator('tbody tr > :nth-child(3)').allTextContents()).map((cell) => cell.trim()),
      ).toEqual(['+50', '+30', '+25', '+14', '-34', 'n/a'])
      const halves = page.locator('table', { hasText: 'older' }).first()
      const p = halves.locator('thead th').nth(1).locator('button')
      await p.press('Enter')
      await p.press('Enter')
      expect(
        (await halves.locator('tbody tr > :nth-child(2)').allTextContents()).map((cell) => cell.trim()),
      ).toEqual(['< 0.001', '0.200', 'n/a'])
    })

    it('keep their totals below when sorted', async () => {
      const page = await fresh('sample')
      await page.locator('#data thead button').first().press('Enter')
      await page.locator('#data thead button').first().press('Enter')
      expect(await page.locator('#data table').first().locator('tr').last().textContent()).toContain(
        'All files',
      )
    })

    it('are filtered by what is typed', async () => {
      const page = await fresh('big')
      await openFolds(page)
      const filter = page.getByLabel('Show rows with').first()
      await filter.focus()
      await page.keyboard.type('number 17')
      expect(await filter.locator('xpath=../..').textContent()).toMatch(/ of \d+ rows$/)
      const shown = page.locator('table').first().locator('tbody tr:visible')
      expect(await shown.first().textContent()).toContain('Owner number 17')
    })
  })

  describe('folds', () => {
    it('open and close by the keyboard', async () => {
      const page = await fresh('sample')
      const fold = page.locator('details', { hasText: 'Evidence' }).first()
      const inside = fold.locator('dl')
      expect(await inside.isVisible()).toBe(false)
      await fold.locator('summary').focus()
      await page.keyboard.press('Enter')
      expect(await inside.isVisible()).toBe(true)
      await page.keyboard.press('Space')
      expect(await inside.isVisible()).toBe(false)
    })

    it('open and close all at once', async () => {
      const page = await fresh('sample')
      const closed = page.locator('details:not([open])')
      const before = await closed.count()
      expect(before).toBeGreaterThan(5)
      await page.getByRole('button', { name: 'Show all details' }).press('Enter')
      expect(await closed.count()).toBe(0)
      await page.getByRole('button', { name: 'Hide all details' }).press('Enter')
      expect(await closed.count()).toBe(before)
    })

    it('are reached by Tab in the order of the page', async () => {
      const page = await fresh('sample')
      const stops: string[] = []
      for (let stop = 0; stop < 24; stop++) {
        await page.keyboard.press('Tab')
        stops.push(await page.evaluate<string>('document.activeElement.textContent.slice(0, 30)'))
      }
      expect(stops.slice(0, 2)).toEqual(['Skip to the first question', 'Who hits the target while cust'])
      expect(stops).toContain('Evidence and the rows behind i')
    })
  })

  describe('people who do not see the page', () => {
    it('get every picture by its name, one of the two sizes only, with its numbers as a table', async () => {
      const page = await fresh('sample')
      for (const name of [
        'NPS beside attainment by owner, 2026-Q3',
        'Leads and conversion by month',
        'Why deals are lost',
        'What changed: 2026-Q3 against 2026-Q2',
      ]) {
        expect(await page.getByRole('img', { name, exact: false }).count()).toBe(1)
        const picture = page.getByRole('figure', { name })
        await picture.locator('summary').press('Enter')
        expect(await picture.getByRole('table').isVisible()).toBe(true)
      }
    })
  })

  describe('a page without a script', () => {
    it('shows everything, folds, and has no control that does nothing', async () => {
      const { page, said } = await open(browser, file('sample'), { javaScriptEnabled: false })
      expect(await page.locator('h1').textContent()).toContain('2 problems')
      expect(await page.locator('button, input').count()).toBe(0)
      expect(await page.locator('svg.pic.wide').first().isVisible()).toBe(true)
      const fold = page.locator('details', { hasText: 'Evidence' }).first()
      await fold.locator('summary').click()
      expect(await fold.locator('dl').isVisible()).toBe(true)
      expect(said).toEqual([])
      await page.context().close()
    })
  })

  describe('hostile text', () => {
    it('stays text, in light and dark, open and closed', async () => {
      const { page, said } = await open(browser, file('hostile'))
      await openFolds(page)
      await page.waitForTimeout(300)
      expect(await page.evaluate('window.hit')).toBeUndefined()
      expect(await page.locator('img, iframe, object, embed, form, base, link').count()).toBe(0)
      expect(await page.locator('#q1h').textContent()).toBe(weapon)
      expect(await page.locator('#f1 .next').textContent()).toBe(`What to do: ${weapon}`)
      expect(await page.locator('#f1 tbody th').first().textContent()).toBe(weapon)
      expect(said).toEqual([])
      await page.context().close()
    })

    it('would not run even as an element: the policy refuses what is not ours', async () => {
      const { page, said } = await open(browser, file('sample'))
      await page.evaluate(`(() => {
      const script = document.createElement('script')
      script.textContent = 'window.hit = 3'
      document.body.append(script)
      const image = document.createElement('img')
      image.src = 'https://example.com/x.png'
      document.body.append(image)
      document.querySelector('h1').setAttribute('style', 'color: rgb(1, 2, 3)')
    })()`)
      await page.waitForTimeout(200)
      expect(await page.evaluate('window.hit')).toBeUndefined()
      expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).color')).not.toBe(
        'rgb(1, 2, 3)',
      )
      expect(said.filter((line) => line.includes('Content Security Policy'))).toHaveLength(3)
      await page.context().close()
    })
  })

  describe('paper', () => {
    it('is light and unfolded, with the wide pictures, whatever the screen', async () => {
      const { page } = await open(browser, file('sample'), {
        colorScheme: 'dark',
        javaScriptEnabled: false,
        viewport: { width: 400, height: 900 },
      })
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      )
      expect(await page.locator('svg.pic.wide').first().isVisible()).toBe(true)
      expect(await page.locator('svg.pic.narrow').first().isVisible()).toBe(false)
      expect(await page.locator('details:not([open]) dl').first().isVisible()).toBe(true)
      expect(await page.locator('nav').isVisible()).toBe(false)
      await page.context().close()
    })

    it('has room for the widest table, and headings that go on to the next page', async () => {
      const { page } = await open(browser, file('harborline'), { viewport: { width: 688, height: 900 } })
      await openFolds(page)
      await page.emulateMedia({ media: 'print' })
      // As wide as a page of A4 without its margins.
      const widest = await page.evaluate<number>(
        'Math.max(...[...document.querySelectorAll("table")].map((one) => one.getBoundingClientRect().right))',
      )
      expect(widest).toBeLessThanOrEqual(688)
      // A button is painted once: headings are repeated where it is none.
      expect(await page.evaluate('getComputedStyle(document.querySelector("thead button")).display')).toBe(
        'contents',
      )
      await page.context().close()
    })

    it('holds the whole report, and leaves the folds of the screen as they were', async () => {
      const page = await fresh('harborline')
      const closed = await page.locator('details:not([open])').count()
      const pdf = await page.pdf({ format: 'A4' })
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect((pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length).toBeGreaterThan(10)
      expect(await page.locator('details:not([open])').count()).toBe(closed)
    })
  })

  it('a page of 50 findings opens at once', async () => {
    const start = performance.now()
    const { page } = await open(browser, file('big'))
    await page.getByRole('button', { name: 'Show all details' }).click()
    expect(performance.now() - start).toBeLessThan(10_000 * slowness())
    expect(await page.locator('article.finding').count()).toBe(51)
    await page.context().close()
  })
})
