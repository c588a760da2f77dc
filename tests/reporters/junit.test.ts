// JUnit files are read back as XML and held against the rules of both schemas that are published for them.
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/report/index.ts'
import { junit } from '../../src/reporters/junit.ts'
import { bigReport, findingOf, sampleReport } from './html/sample.ts'
import { ant, faults, xunit } from './junit/schemas.ts'
import { readXml, type Element } from './junit/xml.ts'
import { hostile } from './markdown/gfm.ts'
import { reportOf } from './markdown/report.ts'

const render = (report: Report): string =>
  junit.render(report, { color: 0, width: null, unicode: true, verbose: true })

const everything = hostile.join('\n')
const sample = sampleReport()
const watched: Report = {
  ...sample,
  outcomes: sample.outcomes.map((outcome, index) =>
    index === 0
      ? { ...outcome, outcome: 'watch', findings: [findingOf('Ben', 'watch', { sentence: 'Ben & <co>.' })] }
      : outcome,
  ),
}

const reports: readonly (readonly [string, Report])[] = [
  ['of every outcome', sample],
  ['of something to watch', watched],
  ['without a question', { ...sample, outcomes: [] }],
  ['without a date', { ...sample, asOf: null }],
  ['of 10,000 findings', bigReport(10_000, 10_000)],
  ['of hostile text', reportOf(everything)],
]

const below = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)])

describe('a JUnit file', () => {
  it.each(reports)('%s is valid by both schemas', (_name, report) => {
    const root = readXml(render(report))
    expect(root.name).toBe('testsuites')
    expect(faults(root, ant)).toEqual([])
    expect(faults(root, xunit)).toEqual([])
  })

  it('has a case per question, and counts them', () => {
    const [suite] = readXml(render(sample)).children
    const counts = ['tests', 'failures', 'errors', 'skipped'].map((name) => suite?.attributes.get(name))
    expect(counts).toEqual(['6', '2', '1', '2'])
    expect(
      (suite?.children ?? [])
        .filter(({ name }) => name === 'testcase')
        .map(({ attributes, children }) => [attributes.get('name')?.split(':')[0], children[0]?.name]),
    ).toEqual([
      ['target-hit-nps-low', 'failure'],
      ['funnel-outpaces-conversion', undefined],
      ['lost-reasons', 'failure'],
      ['late', 'skipped'],
      ['broken', 'error'],
      ['thin', 'skipped'],
    ])
  })

  it('keeps the text as it is, problems in their failure and watches in the output of the suite', () => {
    const root = readXml(render(sample))
    const [failure] = below(root, 'failure')
    expect(failure?.attributes.get('message')).toBe(sample.outcomes[0]?.headline)
    expect(failure?.text).toContain('Ana booked 132 % of target in 2026-Q3, but the NPS of 50 answers is -34')
    expect(failure?.text).not.toContain('Ben')
    expect(below(readXml(render(watched)), 'system-out')[0]?.text).toContain('\n  Ben & <co>.')
  })

  it('would be refused where it broke a rule', () => {
    const broken = (change: (text: string) => string): string[] => {
      const root = readXml(change(render(sample)))
      return [...faults(root, ant), ...faults(root, xunit)]
    }
    expect(broken((text) => text.replace(' hostname="localhost"', ''))).toEqual([
      '<testsuite> lacks hostname',
    ])
    expect(broken((text) => text.replace('T00:00:00', ''))).toHaveLength(1)
    expect(broken((text) => text.replace('<testsuites>', '<testsuites skipped="2">'))).toHaveLength(2)
    expect(() => broken((text) => text.replace('</testsuites>', ''))).toThrow(/whole element|closes/)
    expect(() => broken((text) => text.replace('&quot;', '&nbsp;').replace('>Ana', '>&Ana'))).toThrow(
      /not an entity/,
    )
  })
})
