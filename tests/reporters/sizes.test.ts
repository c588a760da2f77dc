// Every format of a report with no finding, with one and with ten thousand: readable by what reads it, and of a size that can be sent.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/report/index.ts'
import { reporters } from '../../src/reporters/index.ts'
import { elements } from './html/document.ts'
import { bigReport, findingOf, sampleReport } from './html/sample.ts'
import { readXml } from './junit/xml.ts'
import { tablesOf, tagsOf, toHtml } from './markdown/gfm.ts'

const [first] = sampleReport().outcomes
if (first === undefined) throw new Error('the sample has outcomes')

const reports = new Map<number, Report>([
  [0, { ...sampleReport(), outcomes: [{ ...first, outcome: 'ok', findings: [] }] }],
  [1, { ...sampleReport(), outcomes: [{ ...first, findings: [findingOf('Ana', 'problem')] }] }],
  [10_000, { ...bigReport(10_000, 10_000), outcomes: bigReport(10_000, 10_000).outcomes.slice(0, 1) }],
])

/** Findings that whoever reads the format gets to see; `null`: it shows the worst and counts the rest. */
const seen: Readonly<Record<string, (text: string) => number | null>> = {
  terminal: () => null,
  html: (text) =>
    elements(text).filter(
      ({ tagName, attrs }) => tagName === 'article' && attrs.some(({ value }) => value === 'f1'),
    ).length,
  markdown: () => null,
  json: (text) => (JSON.parse(text) as Report).outcomes.flatMap(({ findings }) => findings).length,
  ndjson: (text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string })
      .filter(({ type }) => type === 'finding').length,
  csv: (text) => text.trimEnd().split('\r\n').length - 1,
  gitlab: (text) => (JSON.parse(text) as unknown[]).length,
  junit: (text) =>
    (readXml(text).children[0]?.children[1]?.children[0]?.text ?? '').split('\n').filter(Boolean).length,
}

/** The most that a short report of a format may take, in bytes. */
const limits: Readonly<Record<string, number>> = { terminal: 20_000, html: 300_000, markdown: 20_000 }

describe.each([...reports])('a report of %i findings', (count, report) => {
  it.each(reporters.map((reporter) => [reporter.id, reporter] as const))('is whole as %s', (id, reporter) => {
    const text = reporter.render(report, { color: 0, width: 80, unicode: true, verbose: false })
    const found = seen[id]?.(text)
    if (found === undefined) throw new Error(`say how many findings ${id} shows`)
    if (id === 'html') expect(found).toBe(Math.min(count, 1))
    else if (found !== null) expect(found).toBe(count)
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limits[id] ?? Infinity)
    expect(text.endsWith('\n')).toBe(true)
  })

  it('counts in Markdown what it does not show', () => {
    const text =
      reporters
        .find(({ id }) => id === 'markdown')
        ?.render(report, { color: 0, width: null, unicode: true, verbose: false }) ?? ''
    expect(tagsOf(toHtml(text))).toContain('table')
    expect(tablesOf(text)[0]?.[0]?.slice(0, 2)).toEqual(['Owner', 'Attainment'])
    expect(text.includes(`\n- and ${count - 5} more\n`)).toBe(count > 5)
  })
})

// As the golden test keeps them up to date: every question answered, with 19 pictures.
it.each(['harborline', 'meadowlark'])('the page of %s can be sent as well', (company) => {
  const file = new URL(`../../fixtures/reports/${company}.json`, import.meta.url)
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const page =
    reporters
      .find(({ id }) => id === 'html')
      ?.render(report, { color: 0, width: null, unicode: true, verbose: false }) ?? ''
  expect(elements(page).filter(({ tagName }) => tagName === 'table').length).toBeGreaterThan(40)
  expect(Buffer.byteLength(page)).toBeLessThan(300_000)
})
