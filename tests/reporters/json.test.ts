// The JSON report against the JSON Schema that is published with the package, not against the code the schema is made from.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { historyLine } from '../../src/analyze/saved-report.ts'
import type { Report } from '../../src/report/index.ts'
import { json } from '../../src/reporters/json.ts'
import { bigReport, sampleReport } from './html/sample.ts'
import { hostile } from './markdown/gfm.ts'
import { reportOf } from './markdown/report.ts'

const root = join(import.meta.dirname, '../..')
const published = z.fromJSONSchema(
  JSON.parse(readFileSync(join(root, 'src/report/report.schema.json'), 'utf8')) as Parameters<
    typeof z.fromJSONSchema
  >[0],
)
const text = (report: Report): string =>
  json.render(report, { color: 0, width: null, unicode: true, verbose: false })
const saved = (company: string): Report =>
  JSON.parse(readFileSync(join(root, `fixtures/reports/${company}.json`), 'utf8')) as Report

describe('the JSON report', () => {
  it.each([
    ['of every outcome', sampleReport()],
    ['with a history', { ...sampleReport(), history: [historyLine(sampleReport())] }],
    ['without a question', { ...sampleReport(), outcomes: [] }],
    ['of hostile text', reportOf(hostile.join('\n'))],
    ['of 10,000 findings', bigReport(10_000, 100)],
    ['of a faulty company', saved('harborline')],
    ['of a healthy company', saved('meadowlark')],
  ])('%s is valid by the published schema and loses nothing', (_name, report: Report) => {
    const read: unknown = JSON.parse(text(report))
    expect(published.safeParse(read).error).toBeUndefined()
    expect(read).toEqual(report)
  })

  it('is refused by the published schema where it breaks it', () => {
    const valid = (change: object): boolean => published.safeParse({ ...sampleReport(), ...change }).success
    expect(valid({})).toBe(true)
    expect(valid({ schemaVersion: 2 })).toBe(false)
    expect(valid({ asOf: 'yesterday' })).toBe(false)
    expect(valid({ outcomes: [{ detector: 'lost-reasons' }] })).toBe(false)
    expect(valid({ more: 1 })).toBe(false)
  })

  it('holds finite numbers only', () => {
    const [first, ...rest] = sampleReport().outcomes
    if (first === undefined) throw new Error('the sample has outcomes')
    const report = { ...sampleReport(), outcomes: [{ ...first, summary: { rate: Number.NaN } }, ...rest] }
    expect(() => text(report)).toThrow(/finite/)
  })
})
