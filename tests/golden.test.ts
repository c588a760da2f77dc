// Whole reports of the fixture companies as people see them, at three widths and in every format. `npm run generate` rewrites them:
// read the difference before you commit it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyConfig } from '../src/analyze/config.ts'
import { analyze, inspect } from '../src/analyze/run.ts'
import { resolveSettings } from '../src/analyze/settings.ts'
import { detectors } from '../src/detectors/index.ts'
import type { Inspection, Report } from '../src/report/index.ts'
import { report as reportSchema } from '../src/report/schemas.ts'
import { renderInspection } from '../src/reporters/inspection/terminal.ts'
import { json } from '../src/reporters/json.ts'
import { markdown } from '../src/reporters/markdown.ts'
import { terminal } from '../src/reporters/terminal.ts'
import { displayWidth } from '../src/reporters/terminal/width.ts'

const root = join(import.meta.dirname, '..')
const golden = (name: string): string => join(root, 'fixtures/reports', name)
const settings = resolveSettings({
  all: detectors,
  config: emptyConfig,
  flags: new Map(),
  env: {},
  only: null,
})
const plain = { color: 0, unicode: true, verbose: false } as const
const widths = [40, 80, 120]

interface Expected {
  readonly detectors: Readonly<
    Record<
      string,
      {
        outcome: string
        findings: readonly { verdict: string; subject: readonly { column: string; value: string }[] }[]
      }
    >
  >
}

describe.each(['harborline', 'meadowlark'])('%s', (company) => {
  let report: Report
  let inspection: Inspection
  beforeAll(async () => {
    const folder = [`fixtures/companies/${company}`]
    report = (await analyze(folder, settings, {})).report
    inspection = (await inspect(folder, settings, {})).inspection
  })

  it('comes out as planted: outcomes, and who is named', () => {
    const expected = JSON.parse(
      readFileSync(join(root, `fixtures/companies/${company}/expected.json`), 'utf8'),
    ) as Expected
    for (const { detector, outcome, findings } of report.outcomes) {
      const planted = expected.detectors[detector]
      expect([detector, outcome]).toEqual([detector, planted?.outcome])
      const named = findings.map(({ verdict, subject }) => JSON.stringify({ verdict, subject })).toSorted()
      const wanted = (planted?.findings ?? [])
        .map(({ verdict, subject }) => JSON.stringify({ verdict, subject }))
        .toSorted()
      expect(named).toEqual(wanted)
    }
  })

  it('accounts for every row', () => {
    for (const { name, rows } of report.sources) {
      const aside = rows.setAside.reduce((sum, one) => sum + one.rows, 0)
      expect([name, rows.read]).toEqual([name, rows.used + rows.rejected + aside])
    }
  })

  it.each(widths)('fits %i columns', async (width) => {
    const text = terminal.render(report, { ...plain, width })
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    await expect(text).toMatchFileSnapshot(golden(`${company}.${width}.txt`))
  })

  it('is short enough to be read: 40 lines when healthy, 120 when faulty', () => {
    const lines = terminal.render(report, { ...plain, width: 80 }).split('\n').length - 1
    expect(lines).toBeLessThanOrEqual(company === 'meadowlark' ? 40 : 120)
  })

  it('is told in Markdown and JSON, and the JSON is valid', async () => {
    await expect(markdown.render(report, { ...plain, width: null })).toMatchFileSnapshot(
      golden(`${company}.md`),
    )
    const text = json.render(report, { ...plain, width: null })
    expect(reportSchema.safeParse(JSON.parse(text)).success).toBe(true)
    await expect(text).toMatchFileSnapshot(golden(`${company}.json`))
  })

  it('is inspected the same at any time', async () => {
    await expect(renderInspection(inspection, { ...plain, width: 80 })).toMatchFileSnapshot(
      golden(`${company}.inspect.txt`),
    )
  })
})
