// Standard output carries the report and nothing else; pipes may close; bytes do not depend on where they are made.
import { execFile, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/report/index.ts'
import { report as reportSchema } from '../../src/report/schemas.ts'
import { reporters } from '../../src/reporters/index.ts'
import { json } from '../../src/reporters/json.ts'
import { bigReport, sampleReport } from '../reporters/html/sample.ts'
import { bin, root, salescheck, type Outcome } from './salescheck.ts'

const scenario = 'fixtures/scenarios/S35'
// The machine may be busy, and every run is a process of its own.
const slow = 300_000
let folder = ''
/** Saved reports: of some megabytes, of more than a pipe holds, and a small one. */
let big = ''
let middling = ''
let small = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-streams-'))
  const save = (name: string, report: Report): string => {
    const path = join(folder, name)
    writeFileSync(path, json.render(report, { color: 0, width: null, unicode: true, verbose: false }))
    return path
  }
  big = save('big.json', bigReport(3000, 3000))
  middling = save('middling.json', bigReport(150, 150))
  small = save('small.json', sampleReport())
})

const shell = (text: string, env: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  new Promise((resolve) => {
    const all = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env }
    execFile('sh', ['-c', text], { cwd: root, env: all }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    )
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
    expect(readdirSync(folder).toSorted()).toEqual(['big.json', 'middling.json', 'report.json', 'small.json'])
  })

  it('is whole and the same when it is long', async () => {
    const file = join(folder, 'long.out')
    const { stdout } = await salescheck(['render', big, '--format', 'json'])
    expect(stdout.length).toBeGreaterThan(2_000_000)
    expect(reportSchema.safeParse(JSON.parse(stdout)).success).toBe(true)
    const command = `"${process.execPath}" "${bin}" render "${big}" --format json`
    expect((await shell(`${command} > "${file}"`)).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(stdout)
  })

  it(
    'may be closed by its reader without a word, a dozen times',
    async () => {
      const command = `"${process.execPath}" "${bin}" render "${middling}" --format json`
      const round = `{ ${command}; echo $? >&3; } | head -1`
      // Two at a time, each with a reader that goes away after the first of many blocks.
      const lane = `for i in $(seq 6); do ${round}; done`
      const { code, stdout, stderr } = await shell(`exec 3>"${folder}/codes"; (${lane}) & (${lane}); wait`)
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toBe('{\n'.repeat(12))
      const codes = readFileSync(join(folder, 'codes'), 'utf8').trim().split('\n')
      expect(codes).toHaveLength(12)
      expect(codes.filter((one) => one !== '0' && one !== '141')).toEqual([])
    },
    slow,
  )

  it(
    'holds the same bytes in any locale and time zone',
    async () => {
      const places = ['C', 'tr_TR.UTF-8', 'de_DE.UTF-8'].flatMap((LC_ALL) =>
        ['America/Los_Angeles', 'UTC', 'Asia/Kathmandu', 'Pacific/Auckland'].map((TZ) => ({ LC_ALL, TZ })),
      )
      const questions = ['target-hit-nps-low', 'funnel-outpaces-conversion', 'lost-reasons'].join()
      const args = ['analyze', scenario, '-d', questions, '--format', 'json', '--no-config', '-q']
      const outputs = new Set<string>()
      // A few at a time: half of a run is waiting.
      for (let at = 0; at < places.length; at += 4) {
        const runs = places.slice(at, at + 4).map((env) => salescheck(args, { env }))
        for (const { stdout } of await Promise.all(runs)) outputs.add(stdout)
      }
      expect(outputs.size).toBe(1)
    },
    slow,
  )
})

describe('colour', () => {
  // [at a terminal, environment, flags, coloured]; a terminal is a real one, made by script(1).
  const cases: readonly (readonly [boolean, Readonly<Record<string, string>>, readonly string[], boolean])[] =
    [
      [true, {}, [], true],
      [true, { NO_COLOR: '1' }, [], false],
      [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, [], true],
      [true, { TERM: 'dumb' }, [], false],
      [true, {}, ['--no-color'], false],
      [true, { NO_COLOR: '1' }, ['--color', 'always'], true],
      [false, {}, [], false],
      [false, { NO_COLOR: '1' }, [], false],
      [false, { FORCE_COLOR: '1' }, [], true],
      [false, { FORCE_COLOR: '1', TERM: 'dumb' }, [], true],
      [false, { FORCE_COLOR: '1' }, ['--color', 'never'], false],
      [false, {}, ['--color', 'always'], true],
    ]
  const terminals = existsSync('/usr/bin/script')
  if (!terminals) console.warn('\nThere is no script(1): colour at a real terminal is NOT tested.\n')

  it.each(cases.filter(([terminal]) => terminals || !terminal))(
    'at a terminal: %j, with %j and %j: %j',
    async (terminal, env, flags, coloured) => {
      const command = `"${process.execPath}" "${bin}" render "${small}" ${flags.join(' ')}`
      const quoted = terminal ? `script -qec '${command}' /dev/null` : command
      const { code, stdout } = await shell(quoted, { TERM: 'xterm-256color', ...env })
      expect([code, stdout.includes('PROBLEM')]).toEqual([0, true])
      expect(stdout.includes('\u001B[')).toBe(coloured)
    },
  )

  it('is in no file and no format for machines, whatever is forced', async () => {
    const file = join(folder, 'forced.txt')
    const forced = { FORCE_COLOR: '3' }
    await salescheck(['render', small, '-o', file, '--color', 'always'], { env: forced })
    expect(readFileSync(file, 'utf8')).not.toContain('\u001B')
    const formats = reporters.map(({ id }) => id).filter((id) => id !== 'terminal')
    const targets = formats.flatMap((id) => ['--report', `${id}=${join(folder, `forced-${id}.csv`)}`])
    await salescheck(['render', small, '--report', `terminal=${file}`, ...targets], { env: forced })
    for (const name of [file, ...formats.map((id) => join(folder, `forced-${id}.csv`))])
      expect(readFileSync(name, 'utf8')).not.toContain('\u001B')
    const { stdout } = await salescheck(['render', small, '--format', 'markdown'], { env: forced })
    expect(stdout).not.toContain('\u001B')
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

describe.skipIf(!existsSync('/dev/full'))('a full disk behind standard output', () => {
  it.each([[['detectors']], [['--help']]])('ends %j with 2 and is not called a bug', async (args) => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [bin, ...args], { cwd: root, stdio: ['ignore', full, 'pipe'] })
    let told = ''
    child.stderr?.on('data', (piece: Buffer) => (told += piece.toString()))
    const code = await new Promise((resolve) => child.on('close', resolve))
    closeSync(full)
    expect(code).toBe(2)
    expect(told).not.toMatch(/bug of salescheck/)
  })
})

describe('an end from outside', () => {
  const idle = async (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): Promise<[unknown, string[]]> => {
    const temp = mkdtempSync(join(tmpdir(), 'salescheck-idle-'))
    const child = spawn(process.execPath, [bin, 'analyze', '-', '--no-config'], {
      cwd: root,
      env: { ...process.env, TMPDIR: temp },
    })
    // The folder is there: it waits for standard input, which stays open.
    while (readdirSync(temp).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill(signal)
    const code = await new Promise((resolve) => child.on('close', (exit, by) => resolve(exit ?? by)))
    const left = readdirSync(temp)
    rmSync(temp, { recursive: true, force: true })
    return [code, left]
  }

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s while nothing comes in ends with %i and leaves nothing behind', async (signal, code) => {
    expect(await idle(signal)).toEqual([code, []])
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
