// A run that is killed while it writes leaves every output whole: the old one or the new one.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bin, root, salescheck } from '../cli/salescheck.ts'

const kills = Number(process.env['SALESCHECK_KILLS'] ?? 6)
const scenario = join(root, 'fixtures/scenarios/S35')
const old = 'the old report\n'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-killed-'))
  mkdirSync(join(folder, 'temporary'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const outputs = ['report.json', 'report.html', 'report.md']
const parameters = (): string[] => {
  const [json = '', ...others] = outputs.map((name) => join(folder, name))
  return [
    'analyze',
    scenario,
    '--no-config',
    '-q',
    '-o',
    json,
    ...others.flatMap((file) => ['--report', file]),
  ]
}

/** Whether it was killed before it ended by itself. */
function killedAfter(milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...parameters()], {
      stdio: 'ignore',
      env: { PATH: process.env['PATH'] ?? '', TMPDIR: join(folder, 'temporary') },
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      resolve(signal === 'SIGKILL')
    })
  })
}

it('every output of a killed run is whole', async () => {
  const begun = performance.now()
  expect((await salescheck(parameters())).code).toBe(0)
  const took = performance.now() - begun
  const news = new Map(outputs.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  let killed = 0
  for (let at = 0; at < kills; at++) {
    for (const name of outputs) writeFileSync(join(folder, name), old)
    // Around the end of a run, where it writes.
    if (await killedAfter(took * (0.6 + (0.5 * at) / kills))) killed++
    for (const name of outputs) {
      const text = readFileSync(join(folder, name), 'utf8')
      expect(text === old || text === news.get(name), `${name} is ${text.length} characters long`).toBe(true)
    }
  }
  expect(killed).toBeGreaterThan(0)
}, 300_000)
