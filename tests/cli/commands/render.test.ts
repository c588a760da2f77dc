// A saved report shown later is the report of the run, byte for byte, in every format; and any format can be made from it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reporters } from '../../../src/reporters/index.ts'
import { inProcess, root } from '../salescheck.ts'

const formats = reporters.map(({ id }) => id)
const faulty = join(root, 'fixtures/scenarios/S35')
let folder = ''
const at = (name: string): string => join(folder, name)
const read = (name: string): string => readFileSync(at(name), 'utf8')

/** A run with all there can be in a report: findings, a baseline, a history, pseudonyms; and every format of it, written at run time. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-render-'))
  writeFileSync(
    at('deals.csv'),
    'Deal ID,Status,Amount,Close Date,Lost Reason\n' +
      Array.from(
        { length: 40 },
        (_none, row) => `${row},lost,10,2026-01-${10 + (row % 9)},R${row % 3}\n`,
      ).join(''),
  )
  const before = ['analyze', faulty, '--no-config', '-q', '--anonymize']
  const first = await inProcess([...before, '-o', at('last.json'), '--until', '2026-09-30'])
  expect(first).toEqual({ code: 0, stdout: '', stderr: '' })
  const run = await inProcess([
    ...before,
    ...['--baseline', at('last.json'), '--history', at('runs.ndjson'), '-o', at('report.json')],
    ...formats.flatMap((format) => ['--report', `${format}=${at(`run-${format}.txt.csv`)}`]),
    ...['--report', `csv=${at('run-tables')}`],
  ])
  expect(run).toEqual({ code: 0, stdout: '', stderr: '' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('salescheck render', () => {
  it.each(formats)('writes %s as the run wrote it', async (format) => {
    const later = `later-${format}`
    const { code } = await inProcess([
      ...['render', at('report.json'), '--format', format, '--verbose', '-o', at(later)],
    ])
    expect(code).toBe(0)
    expect(read(later)).toBe(read(`run-${format}.txt.csv`))
    expect(read(later).length).toBeGreaterThan(400)
  })

  it('fills a folder with the same tables', async () => {
    await inProcess(['render', at('report.json'), '--report', `csv=${at('later-tables')}`, '-q'])
    const names = readdirSync(at('run-tables')).toSorted()
    expect(names.length).toBeGreaterThan(5)
    expect(readdirSync(at('later-tables')).toSorted()).toEqual(names)
    for (const name of names) expect(read(`later-tables/${name}`)).toBe(read(`run-tables/${name}`))
  })

  it.each(formats)('prints %s as analyze prints it, on a pipe and at a terminal', async (format) => {
    const direct = ['analyze', at('deals.csv'), '--no-config', '-d', 'lost-reasons', '--format', format]
    const saved = at(`small-${format}.json`)
    for (const terminal of [null, 60]) {
      const run = await inProcess([...direct, '-q', '--report', `json=${saved}`], { terminal })
      const later = await inProcess(['render', saved, '--format', format], { terminal })
      expect([run.code, later.code]).toEqual([0, 0])
      expect(later.stdout).toBe(run.stdout)
      expect(run.stdout).not.toBe('')
    }
  })

  it('marks CSV for Excel as analyze does', async () => {
    const run = [
      'analyze',
      at('deals.csv'),
      '--no-config',
      '-q',
      '--excel',
      '--report',
      `csv=${at('run.csv')}`,
    ]
    expect((await inProcess([...run, '--report', `json=${at('excel.json')}`])).code).toBe(0)
    const later = await inProcess(['render', at('excel.json'), '--excel', '--format', 'csv'])
    expect(later.stdout).toBe(read('run.csv'))
    expect(later.stdout).toMatch(/^\uFEFFkey,/)
  })

  it('never writes over the report it reads', async () => {
    const { code, stderr } = await inProcess(['render', at('report.json'), '-o', at('report.json')])
    expect([code, stderr]).toEqual([2, expect.stringMatching(/is one of the inputs/)])
    const too = await inProcess(['render', at('report.json'), '--report', `json=${at('report.json')}`])
    expect([too.code, too.stderr]).toEqual([2, expect.stringMatching(/is one of the inputs/)])
  })
})
