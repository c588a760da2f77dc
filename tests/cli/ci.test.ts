// What CI systems find after a run: the same environment variables and files as on their runners.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ciSystem } from '../../src/cli/ci.ts'
import { inProcess, root } from './salescheck.ts'

const faulty = [join(root, 'fixtures/scenarios/S35'), '-d', 'target-hit-nps-low', '--no-config', '--quiet']
let folder = ''
let used = 0
const file = (): string => join(folder, `summary-${(used += 1)}.md`)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-ci-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('--ci github', () => {
  it('appends the summary and annotates, and says nothing else', async () => {
    const summary = file()
    writeFileSync(summary, 'what an earlier command wrote')
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
    const { code, stdout, stderr } = await inProcess(['analyze', ...faulty, '--ci', 'github'], { env })
    expect(code).toBe(0)
    expect(stdout).toMatch(/PROBLEM/)
    const text = readFileSync(summary, 'utf8')
    expect(text).toMatch(/^what an earlier command wrote\n\n# Sales check\n/)
    expect(text).toMatch(/## Totals\n\n[\s\S]*\| target-hit-nps-low \| problem \| \d+ \|\n\n.*set aside\.\n$/)
    expect(stderr).toMatch(/^(?:::(?:error|warning) title=salescheck%3A target-hit-nps-low::.+\n)+$/)
  })

  it('keeps to 1 MiB with what is there already', async () => {
    const summary = file()
    writeFileSync(summary, 'x'.repeat(1024 * 1024 - 700))
    await inProcess(['analyze', ...faulty, '--ci', 'github'], { env: { GITHUB_STEP_SUMMARY: summary } })
    const text = readFileSync(summary)
    expect(text.length).toBeLessThanOrEqual(1024 * 1024)
    expect(text.toString('utf8')).toMatch(/\n\*\*Cut:\*\* [\s\S]*## Totals\n/)
  })

  it('leaves a full summary alone and says so', async () => {
    const summary = file()
    writeFileSync(summary, 'x'.repeat(1024 * 1024))
    const { code, stderr } = await inProcess(['analyze', ...faulty, '--ci', 'github'], {
      env: { GITHUB_STEP_SUMMARY: summary },
    })
    expect(code).toBe(0)
    expect(readFileSync(summary).length).toBe(1024 * 1024)
    expect(stderr).toMatch(/no job summary: what the step wrote before/)
  })

  it('works away from GitHub, without a summary', async () => {
    const { code, stderr } = await inProcess(['analyze', ...faulty, '--ci', 'github'])
    expect(code).toBe(0)
    expect(stderr).toMatch(/no job summary: GITHUB_STEP_SUMMARY names no file\n::error /)
  })

  it('ends with 2 when the summary cannot be written', async () => {
    const { code, stderr } = await inProcess(['analyze', ...faulty, '--ci', 'github'], {
      env: { GITHUB_STEP_SUMMARY: join(folder, 'no/such/file') },
    })
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/error: cannot write .*the folder does not exist/),
    ])
  })
})

describe('--ci gitlab', () => {
  it('writes the Code Quality file where it runs', async () => {
    const cwd = mkdtempSync(join(folder, 'gitlab-'))
    const { code, stderr } = await inProcess(['analyze', ...faulty, '--ci', 'gitlab'], { cwd })
    expect([code, stderr]).toEqual([0, ''])
    const entries = JSON.parse(readFileSync(join(cwd, 'gl-code-quality-report.json'), 'utf8')) as {
      check_name: string
      severity: string
    }[]
    expect(entries[0]).toMatchObject({
      check_name: expect.stringMatching(/^target-hit-nps-low\//) as string,
      severity: 'major',
    })
  })
})

describe('--ci auto', () => {
  it('is what the runner says it is, and nothing elsewhere', () => {
    expect(ciSystem('auto', { GITHUB_ACTIONS: 'true' })).toBe('github')
    expect(ciSystem('auto', { GITLAB_CI: 'true' })).toBe('gitlab')
    expect(ciSystem('auto', { CI: 'true' })).toBeNull()
    expect(ciSystem('none', { GITHUB_ACTIONS: 'true' })).toBeNull()
  })

  it('can be set for good, and nothing is written unless asked', async () => {
    const summary = file()
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
    expect((await inProcess(['analyze', ...faulty], { env })).stderr).toBe('')
    expect(existsSync(summary)).toBe(false)
    await inProcess(['analyze', ...faulty], { env: { ...env, SALESCHECK_CI: 'auto' } })
    expect(existsSync(summary)).toBe(true)
  })
})
