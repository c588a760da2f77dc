// Outputs beside each other: no two in one file, a run that fails leaves the report to compare with, the history only grows.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { inProcess } from './salescheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'salescheck-outputs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const exportsFolder = join(folder, 'exports')
mkdirSync(exportsFolder)
const deals = join(exportsFolder, 'deals.csv')
writeFileSync(
  deals,
  'Deal ID,Owner,Close Date,Status,Lost Reason\n1,Ann Lee,2026-01-02,lost,Price\n2,Bo Dahl,no day,lost,Price\n',
)
const at = (name: string): string => join(folder, name)
const analyze = (...args: string[]) => inProcess(['analyze', exportsFolder, '-q', '--no-config', ...args])

it.each([
  ['-o and a report', ['-o', at('a.json'), '--report', `json=${at('a.json')}`]],
  [
    'two reports',
    ['--report', `json=${at('a.json')}`, '--report', `html=${at('../')}${folder.split('/').at(-1)}/a.json`],
  ],
  ['rejects and a report', ['--rejects', at('a.csv'), '--report', `csv=${at('a.csv')}`]],
  ['a report and the history', ['--report', `json=${at('h.ndjson')}`, '--history', at('h.ndjson')]],
  ['pseudonyms and rejects', ['--anonymize', '--anonymize-map', at('m.json'), '--rejects', at('m.json')]],
])('%s in one file are refused before anything is read', async (_name, args) => {
  const { code, stderr, stdout } = await analyze(...args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/name the same file, /)
})

it('a history that cannot be written leaves the report to compare with as it was', async () => {
  const last = at('last.json')
  expect((await analyze('--report', `json=${last}`)).code).toBe(0)
  const before = readFileSync(last, 'utf8')
  const args = ['--baseline', last, '--report', `json=${last}`, '--history', at('none/runs.ndjson')]
  const { code, stderr } = await analyze('--until', '2026-01-01', ...args)
  expect(stderr).toMatch(/the folder does not exist/)
  expect(code).toBe(2)
  expect(readFileSync(last, 'utf8')).toBe(before)
})

it('the history gains a line per run, also after one that has no end of line', async () => {
  const history = at('runs.ndjson')
  await analyze('--history', history)
  writeFileSync(history, readFileSync(history, 'utf8').trimEnd())
  await analyze('--history', history)
  const lines = readFileSync(history, 'utf8').split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toBe(lines[0])
})

it('a report with names is no baseline for one with pseudonyms, nor the other way round', async () => {
  const [named, anonymous] = [at('named.json'), at('anonymous.json')]
  await analyze('--report', `json=${named}`)
  await analyze('--anonymize', '--report', `json=${anonymous}`)
  const first = await analyze('--anonymize', '--baseline', named)
  expect([first.code, first.stdout]).toEqual([2, ''])
  expect(first.stderr).toMatch(/named\.json is a report with names, this one with pseudonyms/)
  const second = await analyze('--baseline', anonymous)
  expect(second.stderr).toMatch(/with pseudonyms, this one with names/)
  expect((await analyze('--anonymize', '--baseline', anonymous)).code).toBe(0)
})

it('the configuration lies beside the exports, above them, or is refused where there are several', async () => {
  const config = join(exportsFolder, 'salescheck.json')
  writeFileSync(config, '{ "detectors": { "lost-reasons": false } }')
  for (const path of [exportsFolder, deals])
    expect((await inProcess(['config', path])).stdout).toMatch(/exports\/salescheck\.json/)
  const other = at('other')
  mkdirSync(other)
  writeFileSync(join(other, 'deals.csv'), readFileSync(deals))
  writeFileSync(join(other, 'salescheck.json'), '{}')
  const { code, stderr } = await inProcess(['config', exportsFolder, join(other, 'deals.csv')])
  expect(stderr).toMatch(/several configurations/)
  expect(code).toBe(2)
  rmSync(config)
})

it.each([
  ['--memory-limit', '2gigs', 'is not a size such as 512MB or 2GB'],
  ['--memory-limit', '-1', 'is not a size'],
  ['--max-rejects', 'few', 'is not a number or a share such as 1%'],
])('%s %s is refused before anything is read', async (flag, value, message) => {
  const { code, stderr } = await analyze(`${flag}=${value}`)
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

it('too little memory is a setting of the user, not a bug', async () => {
  const { code, stderr } = await inProcess([
    'analyze',
    'fixtures/companies/harborline',
    '--memory-limit',
    '1MB',
    '-q',
    '--no-config',
  ])
  expect(stderr).toMatch(/^error: the memory the engine may take is not enough/)
  expect(code).toBe(2)
})
