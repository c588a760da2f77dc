// The Code Quality file against the schema GitLab checks it with (app/validators/json_schemas/codeclimate.json) and what its manual adds:
// a severity of five words, a relative path, fingerprints that are unique and do not move.
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/report/index.ts'
import { gitlab } from '../../src/reporters/gitlab.ts'
import { bigReport, sampleReport } from './html/sample.ts'
import { hostile } from './markdown/gfm.ts'
import { reportOf } from './markdown/report.ts'

const read = (report: Report): unknown =>
  JSON.parse(gitlab.render(report, { color: 0, width: null, unicode: true, verbose: true }))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function faultsOf(entry: unknown): string[] {
  if (!isObject(entry)) return ['not an object']
  const texts = ['description', 'fingerprint', 'severity', 'check_name'].filter(
    (name) => typeof entry[name] !== 'string' || entry[name] === '',
  )
  const { location } = entry
  if (!isObject(location) || !isObject(location['lines'])) return [...texts, 'location']
  const { path, lines } = location
  return [
    ...texts,
    ...(['info', 'minor', 'major', 'critical', 'blocker'].includes(String(entry['severity']))
      ? []
      : ['word']),
    ...(typeof path === 'string' && path !== '' && !path.startsWith('/') ? [] : ['path']),
    ...(Number.isInteger(lines['begin']) && Number(lines['begin']) >= 1 ? [] : ['line']),
  ]
}

const prints = (report: Report): string[] =>
  (read(report) as readonly { fingerprint: string }[]).map(({ fingerprint }) => fingerprint)

describe('a Code Quality file', () => {
  it.each([
    ['of every outcome', sampleReport(), 3],
    ['of nothing', { ...sampleReport(), outcomes: [] }, 0],
    ['of 10,000 findings', bigReport(10_000, 10_000), 10_001],
    ['of hostile text', reportOf(hostile.join('\n')), 1],
    ['without a file', { ...sampleReport(), sources: [] }, 3],
  ])('%s is a list of entries that GitLab takes', (_name, report: Report, count) => {
    const entries = read(report)
    if (!Array.isArray(entries)) throw new Error('not a list')
    expect(entries).toHaveLength(count)
    expect(entries.flatMap(faultsOf)).toEqual([])
    expect(new Set(prints(report)).size).toBe(count)
  })

  it('knows a finding again whatever its numbers, its place and its neighbours', () => {
    const before = sampleReport()
    const [first, ...rest] = before.outcomes
    if (first === undefined) throw new Error('the sample has outcomes')
    const [ana, ben] = first.findings
    if (ana === undefined || ben === undefined) throw new Error('the sample has findings')
    const after = {
      ...before,
      outcomes: [...rest, { ...first, findings: [ben, { ...ana, sentence: 'Worse.' }] }],
    }
    expect(prints(after).toSorted()).toEqual(prints(before).toSorted())
  })

  it('is refused by this check where an entry lacks what GitLab needs', () => {
    const entry = { description: 'a', check_name: 'b', fingerprint: 'c', severity: 'major' }
    expect(faultsOf({ ...entry, location: { path: 'a.csv', lines: { begin: 1 } } })).toEqual([])
    expect(faultsOf({ ...entry, location: { path: '/a.csv', lines: { begin: 0 } } })).toEqual([
      'path',
      'line',
    ])
    expect(faultsOf({ ...entry, severity: 'bad', location: {} })).toEqual(['location'])
  })
})
