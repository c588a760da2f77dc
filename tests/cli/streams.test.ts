// Standard output carries the report and nothing else; pipes may close; bytes do not depend on where they are made.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { report as reportSchema } from '../../src/report/schemas.ts'
import { bin, root, salescheck } from './salescheck.ts'

const scenario = 'fixtures/scenarios/S35'
// The machine may be busy, and every run is a process of its own.
const slow = 300_000
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-streams-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('standard output', () => {
  it('is one valid JSON document that the schema accepts', async () => {
    const { stdout, stderr } = await salescheck(['analyze', scenario, '--format', 'json', '--no-config'])
    expect(reportSchema.safeParse(JSON.parse(stdout)).success).toBe(true)
    expect(stderr).toBe('read 436 rows from 4 files: 436 used, 0 rejected, 0 set aside\n')
  })

  it('is the same on a pipe as in a file', async () => {
    const { stdout } = await salescheck(['analyze', scenario, '--format', 'json', '--no-config', '-q'])
    const file = join(folder, 'report.json')
    const { stdout: none } = await salescheck(['analyze', scenario, '-o', file, '--no-config', '-q'])
    expect(none).toBe('')
    expect(readFileSync(file, 'utf8')).toBe(stdout)
    expect(readdirSync(folder)).toEqual(['report.json'])
  })

  it(
    'may be closed by its reader without a word',
    async () => {
      const heads = Array.from(
        { length: 5 },
        () =>
          new Promise<string>((resolve, reject) => {
            const command = `"${process.execPath}" "${bin}" analyze ${scenario} --format json --no-config -q | head -c 1`
            execFile('sh', ['-c', command], { cwd: root }, (error, stdout, stderr) =>
              error === null ? resolve(stdout + stderr) : reject(error),
            )
          }),
      )
      expect(new Set(await Promise.all(heads))).toEqual(new Set(['{']))
    },
    slow,
  )

  it(
    'holds the same bytes in any locale and time zone',
    async () => {
      const places = ['C', 'tr_TR.UTF-8', 'de_DE.UTF-8'].flatMap((LC_ALL) =>
        ['America/Los_Angeles', 'UTC', 'Asia/Kathmandu'].map((TZ) => ({ LC_ALL, TZ })),
      )
      const args = ['analyze', scenario, '--format', 'json', '--no-config', '-q']
      const outputs = new Set<string>()
      for (const env of places) outputs.add((await salescheck(args, { env })).stdout)
      expect(outputs.size).toBe(1)
    },
    slow,
  )

  it('has no colour on a pipe unless it is forced', async () => {
    const args = ['analyze', scenario, '-d', 'target-hit-nps-low', '--no-config', '-q']
    expect((await salescheck(args)).stdout).not.toContain('\u001B[')
    expect((await salescheck([...args, '--color', 'always'])).stdout).toContain('\u001B[')
    expect((await salescheck(args, { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001B[')
    expect(
      (await salescheck([...args, '--format', 'json'], { env: { FORCE_COLOR: '1' } })).stdout,
    ).not.toContain('\u001B[')
  })
})

describe('standard input', () => {
  it('is read for `-`', async () => {
    const input = readFileSync(join(root, scenario, 'surveys.csv'))
    const { code, stdout } = await salescheck(['inspect', '-', '--format', 'json', '--no-config', '-q'], {
      input,
    })
    expect(code).toBe(0)
    expect(stdout).toMatch(/"name": "stdin"/)
    expect(stdout).toMatch(/"table": "surveys"/)
  })
})

describe('Ctrl-C', () => {
  it('ends with 130, writes nothing and leaves nothing behind', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'salescheck-sigint-'))
    const output = join(temp, 'report.json')
    const child = spawn(
      process.execPath,
      [bin, 'analyze', 'fixtures/companies/harborline', '-o', output, '--no-config'],
      {
        cwd: root,
        env: { ...process.env, TMPDIR: temp },
      },
    )
    await new Promise((resolve) => setTimeout(resolve, 350))
    child.kill('SIGINT')
    const code = await new Promise((resolve) => child.on('close', (exit, signal) => resolve(exit ?? signal)))
    // A machine so fast that it was done before, or so slow that the handler was not there yet, proves nothing.
    if (code === 'SIGINT' || code === 0) return
    expect(code).toBe(130)
    expect(readdirSync(temp)).toEqual([])
    rmSync(temp, { recursive: true, force: true })
  })
})
