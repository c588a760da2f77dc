// Every way a run can end, in every format: the code is the same, and standard output holds a report or nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reporters } from '../../src/reporters/index.ts'
import { inProcess, salescheck, type Outcome } from './salescheck.ts'

const question = ['-d', 'lost-reasons', '--no-config', '--quiet']

/** Two quarters of 100 lost deals each; `after` of those in the second are lost to slowness, 10 in the first. */
const deals = (after: number): string =>
  [
    'Deal ID,Status,Amount,Close Date,Lost Reason',
    ...Array.from({ length: 200 }, (_none, index) => {
      const slow = index < 100 ? index < 10 : index - 100 < after
      const month = (index < 100 ? 4 : 7) + (index % 3)
      return `D${index},lost,100,2026-0${month}-${10 + (index % 21)},${slow ? 'Too slow' : 'Price'}`
    }),
  ].join('\n')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-codes-'))
  writeFileSync(join(folder, 'faulty.csv'), deals(50))
  writeFileSync(join(folder, 'healthy.csv'), deals(10))
  writeFileSync(join(folder, 'surveys.csv'), 'Score,Account,Date\n9,Acme,2026-01-01\n3,Apex,2026-01-02\n')
  writeFileSync(join(folder, 'empty.csv'), '')
  writeFileSync(join(folder, 'book.csv'), Buffer.from('PK\u0003\u0004rest of a zip file'))
  writeFileSync(join(folder, 'bad.json'), '{ "modell": "project" }')
  writeFileSync(join(folder, 'no-column.json'), mapping('closed_onn', 'Close Date'))
  writeFileSync(join(folder, 'no-header.json'), mapping('closed_on', 'Close Dat'))
  writeFileSync(
    join(folder, 'no-choice.json'),
    JSON.stringify({ files: { 'healthy.csv': { values: { status: { wonn: ['Signed'] } } } } }),
  )
  writeFileSync(
    join(folder, 'rejects.csv'),
    'Deal ID,Status,Amount,Close Date\n1,won,10,2026-01-01\n2,won,ten,2026-01-02\n3,lost,30,2026-02-30\n',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const mapping = (column: string, header: string): string =>
  JSON.stringify({ files: { 'healthy.csv': { table: 'deals', columns: { [column]: header } } } })

/** Name, arguments, exit code, what standard error must say. `FOLDER` stands for the temporary folder. */
const cases: readonly (readonly [name: string, args: readonly string[], code: number, says: RegExp])[] = [
  ['a problem without --fail-on', ['analyze', 'FOLDER/faulty.csv', ...question], 0, /^$/],
  [
    'a problem with --fail-on problem',
    ['analyze', 'FOLDER/faulty.csv', ...question, '--fail-on', 'problem'],
    1,
    /exit 1: lost-reasons is problem/,
  ],
  [
    'a problem with --fail-on watch',
    ['analyze', 'FOLDER/faulty.csv', ...question, '--fail-on', 'watch'],
    1,
    /exit 1/,
  ],
  [
    'nothing wrong with --fail-on watch',
    ['analyze', 'FOLDER/healthy.csv', ...question, '--fail-on', 'watch'],
    0,
    /^$/,
  ],
  [
    'nothing to judge with --fail-on watch',
    ['analyze', 'FOLDER/surveys.csv', ...question, '--fail-on', 'watch'],
    0,
    /^$/,
  ],
  ['an unknown flag', ['analyze', 'FOLDER/faulty.csv', '--fail-onn', 'watch'], 2, /Did you mean --fail-on\?/],
  [
    'an option out of range',
    ['analyze', 'FOLDER/faulty.csv', '--target-hit-nps-low.min-responses', '1'],
    2,
    /outside 5 to/,
  ],
  [
    'an unknown detector',
    ['analyze', 'FOLDER/faulty.csv', '-d', 'target-hit-nps-lo'],
    2,
    /Did you mean target-hit-nps-low\?/,
  ],
  [
    'a bad configuration',
    ['analyze', 'FOLDER/faulty.csv', '--config', 'FOLDER/bad.json'],
    2,
    /unknown key "modell"[\s\S]*Did you mean "model"\?/,
  ],
  [
    'a column that no table has',
    ['analyze', 'FOLDER/healthy.csv', '--config', 'FOLDER/no-column.json'],
    2,
    /the table deals has no column "closed_onn"\n {2}did you mean "closed_on"\?/,
  ],
  [
    'a column that the file does not have',
    ['analyze', 'FOLDER/healthy.csv', '--config', 'FOLDER/no-header.json'],
    2,
    /has no column headed "Close Dat"\n {2}did you mean "Close Date"\?/,
  ],
  [
    'words for a choice that is none',
    ['analyze', 'FOLDER/healthy.csv', '--config', 'FOLDER/no-choice.json'],
    2,
    /values of status: "wonn" is no choice of this column\n {2}did you mean "won"\? its choices: won, lost, open/,
  ],
  ['a missing input', ['analyze', 'FOLDER/nothing.csv'], 2, /nothing\.csv/],
  ['an input that is no table', ['analyze', 'FOLDER/book.csv'], 2, /book\.csv/],
  ['an empty input', ['analyze', 'FOLDER/empty.csv'], 2, /empty\.csv/],
  [
    'an output that cannot be written',
    ['analyze', 'FOLDER/faulty.csv', ...question, '-o', 'FOLDER/no/such/report'],
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

const formats = reporters.map(({ id }) => id)
const given = (args: readonly string[]): string[] => args.map((arg) => arg.replace('FOLDER', folder))

describe('the exit code', () => {
  it.each(cases)('of %s is the same in every format', async (_name, args, code, says) => {
    const real = salescheck(given(args))
    const runs: Outcome[] = []
    for (const format of formats) runs.push(await inProcess([...given(args), '--format', format]))
    for (const run of [await real, ...runs]) {
      expect(run.code).toBe(code)
      expect(run.stderr).toMatch(says)
      expect(run.stderr).not.toMatch(/\n\s+at /)
      if (code === 2) expect(run.stdout).toBe('')
      else if (!args.includes('-o')) expect(run.stdout.length).toBeGreaterThan(0)
    }
  })

  it.each([
    ['an unknown command', ['analize', 'FOLDER/faulty.csv'], /Did you mean analyze\?/],
    ['no input', ['analyze'], /no files or folders were given/],
    ['an unknown format', ['analyze', 'FOLDER/faulty.csv', '--format', 'jsn'], /Did you mean json\?/],
    ['an unknown report', ['analyze', 'FOLDER/faulty.csv', '--report', 'jsn=x'], /Did you mean json=x\?/],
    ['an unknown model', ['config', '--model', 'projekt'], /Did you mean project\?/],
    ['a question nobody knows', ['explain', 'lost-reason'], /Did you mean lost-reasons\?/],
    ['a flag of another command', ['explain', '--detectr'], /unknown option '--detectr'/],
    [
      '--fail-on new-problem without a baseline',
      ['analyze', 'FOLDER/faulty.csv', '--fail-on', 'new-problem'],
      /needs --baseline/,
    ],
  ])('of %s is 2', async (_name, args, says) => {
    const run = await salescheck(given(args))
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(says)
    expect(run.stdout).toBe('')
  })

  it('of help and version is 0', async () => {
    expect(await salescheck(['--version'])).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' })
    const all = [[], ['--help'], ['analyze', '--help'], ['help', 'inspect']]
    for (const { code, stdout, stderr } of await Promise.all(all.map((args) => salescheck(args)))) {
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(/Usage: salescheck/)
    }
  })
})
