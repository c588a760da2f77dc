// What is told of files that were not understood as somebody may think: in reports and inspections.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parseConfig } from '../../src/analyze/config.ts'
import { analyze, inspect } from '../../src/analyze/run.ts'
import { resolveSettings, type Settings } from '../../src/analyze/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'salescheck-told-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const deals = put(
  'd.csv',
  'Deal ID,Owner,Amount,Status,Close Date\n1,Ana,TBD,Won,2026-02-01\n2,Ana,5 of 9,Won,2026-02-02\n3,Bob,,Lost,2026-02-03\n',
)

async function settings(config: unknown, flags: Readonly<Record<string, unknown>> = {}): Promise<Settings> {
  const parsed = await parseConfig(JSON.stringify(config), 'salescheck.json', [])
  return resolveSettings({
    all: [],
    config: parsed,
    flags: new Map(Object.entries(flags)),
    env: {},
    only: null,
  })
}

const amount = 'column "Amount" was not taken for amount: 0 of 2 cells read as numbers'
const hint =
  'mend its cells, or have it read all the same with {"table":"deals","columns":{"amount":"Amount"}} for this file in salescheck.json'

test('a header that was dropped for its cells is named by analyze and by inspect', async () => {
  const told = [{ code: 'column-not-taken', message: `${amount}; "TBD" does not`, hint }]
  const { report } = await analyze([deals], await settings({}), {})
  expect(report.sources[0]?.warnings).toEqual(told)
  const { inspection } = await inspect([deals], await settings({}), {})
  expect(inspection.sources[0]?.warnings).toEqual(told)
})

test('without its cell where the report is anonymous', async () => {
  const { report } = await analyze([deals], await settings({}, { anonymize: true }), {})
  expect(report.sources[0]?.warnings).toEqual([{ code: 'column-not-taken', message: amount, hint }])
})

test('of a file that is not read for that alone, too', async () => {
  const plan = put('plan.csv', 'Rep,Month,Quota\nAna,2026-01,TBD\nBob,2026-01,TBD\n')
  const { inspection } = await inspect([plan, deals], await settings({}), {})
  expect(inspection.sources[0]?.table).toBeNull()
  expect(inspection.sources[0]?.warnings.map(({ code }) => code)).toEqual(['candidate', 'column-not-taken'])
})

test('an entry of salescheck.json for a file that is not there', async () => {
  const config = { files: { 'D-final.csv': { table: 'deals' } } }
  const { report } = await analyze([deals], await settings(config), {})
  expect(report.warnings[0]).toEqual({
    code: 'file-not-among',
    message: `salescheck.json names D-final.csv, which is not among the files read; did you mean "${deals}"?`,
  })
  const { inspection } = await inspect([deals], await settings(config), {})
  expect(inspection.warnings).toContainEqual(report.warnings[0])
})
