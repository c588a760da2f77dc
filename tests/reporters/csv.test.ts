// Every CSV file of a report, read back by our own reader: the same table, cell for cell.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSource } from '../../src/ingest/head/open-source.ts'
import { readRecords } from '../../src/ingest/records/read-records.ts'
import { readCell } from '../../src/ingest/values/index.ts'
import type { Report, Scalar } from '../../src/report/index.ts'
import { csv } from '../../src/reporters/csv.ts'
import { csvLine } from '../../src/reporters/csv/text.ts'
import { bigReport, sampleReport } from './html/sample.ts'
import { hostile } from './markdown/gfm.ts'
import { reportOf } from './markdown/report.ts'

const options = { color: 0, width: null, unicode: true, verbose: true } as const

let folder = ''
let used = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-csv-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Header and rows as the reader of exports sees them; nothing may be rejected or set aside. */
async function readBack(text: string): Promise<{ names: readonly string[]; rows: (readonly string[])[] }> {
  const path = join(folder, `${(used += 1)}.csv`)
  writeFileSync(path, text)
  const source = await openSource({ name: path, path }, { id: 0, tempDir: folder })
  const rows: (readonly string[])[] = []
  for await (const { records } of readRecords(source))
    for (const record of records) {
      if (record.kind !== 'data') throw new Error(`line ${record.line} is ${record.kind}`)
      rows.push(record.cells)
    }
  return { names: source.header.names, rows }
}

const filesOf = (report: Report): ReadonlyMap<string, string> =>
  new Map((csv.files?.(report, options) ?? []).map(({ name, text }) => [name, text]))

/** What stands in a cell: a text that a spreadsheet would take for a formula has an apostrophe before it, a number has none. */
function cellOf(cell: Scalar): string {
  const text = cell === null ? '' : String(cell).toWellFormed().replaceAll('\u0000', '')
  return /^[=+\-@\t\r\n]/.test(text) && !/^[-+]\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text
}

describe('a folder of CSV files', () => {
  it.each([
    ['of every outcome', sampleReport()],
    ['of many rows', bigReport(50, 3000)],
  ])('%s reads back as the same tables', async (_name, report: Report) => {
    const files = filesOf(report)
    for (const { detector, tables } of report.outcomes)
      for (const table of tables) {
        const { names, rows } = await readBack(files.get(`${detector}.${table.id}.csv`) ?? '')
        expect(names).toEqual(table.columns.map(({ id }) => id))
        expect(rows).toEqual(table.rows.map((row) => row.map(cellOf)))
      }
    const findings = await readBack(files.get('findings.csv') ?? '')
    const sentences = findings.rows.map((row) => row[findings.names.indexOf('sentence')])
    expect(sentences).toEqual(
      report.outcomes.flatMap((outcome) => outcome.findings.map(({ sentence }) => sentence)),
    )
    const outcomes = await readBack(files.get('outcomes.csv') ?? '')
    expect(outcomes.rows.map(([detector, outcome]) => [detector, outcome])).toEqual(
      report.outcomes.map(({ detector, outcome }) => [detector, outcome]),
    )
  })

  it('begins with the mark that Excel looks for, where that is asked for, and reads the same', async () => {
    const report = sampleReport()
    const plain = [csv.render(report, options), ...filesOf(report).values()]
    const asked = { ...options, excel: true }
    const marked = [csv.render(report, asked), ...(csv.files?.(report, asked) ?? []).map(({ text }) => text)]
    expect(marked).toEqual(plain.map((text) => `\uFEFF${text}`))
    expect(await readBack(marked[0] ?? '')).toEqual(await readBack(plain[0] ?? ''))
  })

  it.each(hostile)('keeps %j in its cell, as text', async (text) => {
    const report = reportOf(text)
    const [outcome] = report.outcomes
    const [table] = outcome?.tables ?? []
    if (table === undefined) throw new Error('the report has a table')
    const place = table.columns.findIndex(({ id }) => id === 'reason')
    const { names, rows } = await readBack(filesOf(report).get(`lost-reasons.${table.id}.csv`) ?? '')
    expect(names).toHaveLength(table.columns.length)
    expect(rows.map((row) => row[names.indexOf('reason')])).toEqual(
      table.rows.map((row) => cellOf(row[place] ?? null)),
    )
  })

  it('gives texts back without their guard where they are read as values', async () => {
    const texts = ['=SUM(A1)', '+1 (555) 010', '-x', '@here', 'plain', "'quoted'", '12', '-12.5']
    const { rows } = await readBack(`name,other\r\n${texts.map((text) => csvLine([text, 1])).join('')}`)
    expect(rows.map(([cell = '']) => readCell({ kind: 'text' }, cell))).toEqual(
      texts.map((value) => ({ value })),
    )
  })
})
