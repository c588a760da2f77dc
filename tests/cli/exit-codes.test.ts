// Every way a run can end, in every format: the code is the same, and standard output holds a report or nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inProcess, salescheck } from './salescheck.ts'

const faulty = 'fixtures/scenarios/S35'
const healthy = 'fixtures/scenarios/S01'
const nps = ['-d', 'target-hit-nps-low', '--no-config', '--quiet']

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-codes-'))
  writeFileSync(join(folder, 'empty.csv'), '')
  writeFileSync(join(folder, 'book.csv'), Buffer.from('PK\u0003\u0004rest of a zip file'))
  writeFileSync(join(folder, 'bad.json'), '{ "modell": "project" }')
  writeFileSync(
    join(folder, 'rejects.csv'),
    'Deal ID,Status,Amount,Close Date\n1,won,10,2026-01-01\n2,won,ten,2026-01-02\n3,lost,30,2026-02-30\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Name, arguments, exit code, what standard error must say. `FOLDER` stands for the temporary folder. */
const cases: readonly (readonly [name: string, args: readonly string[], code: number, says: RegExp])[] = [
  ['a problem without --fail-on', ['analyze', faulty, ...nps], 0, /^$/],
  [
    'a problem with --fail-on problem',
    ['analyze', faulty, ...nps, '--fail-on', 'problem'],
    1,
    /exit 1: target-hit-nps-low is problem/,
  ],
  ['a problem with --fail-on watch', ['analyze', faulty, ...nps, '--fail-on', 'watch'], 1, /exit 1/],
  [
    'nothing wrong with --fail-on watch',
    ['analyze', healthy, '-d', 'funnel-outpaces-conversion', '--no-config', '--quiet', '--fail-on', 'watch'],
    0,
    /^$/,
  ],
  [
    'nothing to judge with --fail-on watch',
    ['analyze', join(faulty, 'deals.csv'), ...nps, '--fail-on', 'watch'],
    0,
    /^$/,
  ],
  ['an unknown flag', ['analyze', faulty, '--fail-onn', 'watch'], 2, /Did you mean --fail-on\?/],
  [
    'an option out of range',
    ['analyze', faulty, '--target-hit-nps-low.min-responses', '1'],
    2,
    /outside 5 to/,
  ],
  [
    'an unknown detector',
    ['analyze', faulty, '-d', 'target-hit-nps-lo'],
    2,
    /Did you mean target-hit-nps-low\?/,
  ],
  [
    'a bad configuration',
    ['analyze', faulty, '--config', 'FOLDER/bad.json'],
    2,
    /unknown key "modell"[\s\S]*Did you mean "model"\?/,
  ],
  ['a missing input', ['analyze', 'FOLDER/nothing.csv'], 2, /nothing\.csv/],
  ['an input that is no table', ['analyze', 'FOLDER/book.csv'], 2, /book\.csv/],
  ['an empty input', ['analyze', 'FOLDER/empty.csv'], 2, /empty\.csv/],
  [
    'an output that cannot be written',
    ['analyze', faulty, ...nps, '-o', 'FOLDER/no/such/report'],
    2,
    /cannot write .*folder does not exist/,
  ],
  [
    'too many rejected rows',
    ['analyze', 'FOLDER/rejects.csv', '--max-rejects', '1', '--no-config'],
    2,
    /2 of 3 rows were rejected, more than --max-rejects 1/,
  ],
  [
    'an output that is an input',
    ['analyze', 'FOLDER/rejects.csv', '-o', 'FOLDER/rejects.csv', '--quiet'],
    2,
    /is one of the inputs/,
  ],
]

const formats = ['terminal', 'json', 'markdown', 'ndjson', 'csv', 'junit', 'gitlab']

describe('the exit code', () => {
  it.each(cases)('of %s is the same in every format', async (_name, args, code, says) => {
    const given = args.map((arg) => arg.replace('FOLDER', folder))
    const runs = [await salescheck(given)]
    for (const format of formats) runs.push(await inProcess([...given, '--format', format]))
    for (const run of runs) {
      expect(run.code).toBe(code)
      expect(run.stderr).toMatch(says)
      expect(run.stderr).not.toMatch(/\n\s+at /)
      if (code === 2) expect(run.stdout).toBe('')
      else if (!given.includes('-o')) expect(run.stdout.length).toBeGreaterThan(0)
    }
  })

  it.each([
    ['an unknown command', ['analize', faulty], /Did you mean analyze\?/],
    ['no input', ['analyze'], /no files or folders were given/],
    ['an unknown format', ['analyze', faulty, '--format', 'jsn'], /Did you mean json\?/],
    [
      '--fail-on new-problem without a baseline',
      ['analyze', faulty, '--fail-on', 'new-problem'],
      /needs --baseline/,
    ],
  ])('of %s is 2', async (_name, args, says) => {
    const run = await salescheck(args)
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(says)
    expect(run.stdout).toBe('')
  })

  it('of help and version is 0', async () => {
    expect(await salescheck(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' })
    for (const args of [[], ['--help'], ['analyze', '--help'], ['help', 'inspect']]) {
      const { code, stdout, stderr } = await salescheck(args)
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(/Usage: salescheck/)
    }
  })
})
