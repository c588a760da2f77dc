// No output ever replaces a file that was read, also when only the folder it lies in was named.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { inProcess } from './salescheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'salescheck-kept-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const deals = join(folder, 'deals.csv')
const rows = 'Deal ID,Close Date,Status,Lost Reason\n1,2026-01-02,lost,Price\n2,no day,lost,Price\n'

it.each([
  ['analyze -o', ['analyze', folder, '-o', deals]],
  ['analyze --report', ['analyze', folder, '--report', `json=${deals}`]],
  ['analyze --rejects', ['analyze', folder, '--rejects', deals]],
  ['analyze --anonymize-map', ['analyze', folder, '--anonymize', '--anonymize-map', deals]],
  ['a file named for its table', ['analyze', '--deals', deals, '-o', deals]],
  ['lost-reasons -o', ['lost-reasons', folder, '-o', deals]],
  ['inspect -o', ['inspect', folder, '-o', deals]],
  ['init -o', ['init', folder, '--force', '-o', deals]],
])('%s leaves a file of the folder as it is', async (_name, args) => {
  writeFileSync(deals, rows)
  const { code, stderr } = await inProcess([...args, '--no-config'])
  expect(stderr).toContain('deals.csv')
  expect(readFileSync(deals, 'utf8')).toBe(rows)
  expect(code).toBe(2)
})

it.each([
  ['the folder itself', folder],
  ['one below it', join(folder, 'tables')],
])('tables are not poured among the exports: %s', async (_name, tables) => {
  writeFileSync(deals, rows)
  const { code, stderr } = await inProcess(['analyze', folder, '--no-config', '--report', `csv=${tables}`])
  expect(stderr).toMatch(/the next run would take the tables for exports/)
  expect(readdirSync(folder)).toEqual(['deals.csv'])
  expect(code).toBe(2)
})
