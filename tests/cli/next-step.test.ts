import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nextStep } from '../../src/cli/next-step.ts'
import { outcome, reportOf } from '../reporters/github/report.ts'
import { inProcess, root } from './salescheck.ts'

const answer = (name: 'problem' | 'watch' | 'ok' | 'skipped' | 'failed', detector: string) =>
  outcome({ outcome: name, detector, findings: [] })

describe('the next step', () => {
  it('is to have the worst answer explained', () => {
    const report = reportOf([answer('watch', 'a'), answer('problem', 'b'), answer('problem', 'c')])
    expect(nextStep(report, ['x'])).toMatch(/^salescheck explain b /)
    expect(nextStep(reportOf([answer('ok', 'a'), answer('watch', 'b')]), [])).toMatch(
      /^salescheck explain b /,
    )
  })

  it('is to look at the files where something is missing', () => {
    const report = reportOf([answer('ok', 'a'), answer('skipped', 'b')])
    expect(nextStep(report, ["it's here", 'b.csv'])).toMatch(
      /^salescheck inspect 'it'\\''s here' b\.csv {2}\(/,
    )
    expect(nextStep(report, ['1', '2', '3', '4'])).toMatch(/^salescheck inspect 1 2 3 \.\.\. {2}\(/)
  })

  it('is to keep the run where all is well, unless that is done', () => {
    const report = reportOf([answer('ok', 'a')])
    expect(nextStep(report, [])).toMatch(/--baseline last\.json/)
    expect(nextStep({ ...report, baseline: { name: 'x', asOf: null, resolved: [] } }, [])).toBeNull()
    expect(nextStep(reportOf([answer('failed', 'a')]), [])).toBeNull()
  })
})

describe('the hint after a run', () => {
  const args = ['analyze', join(root, 'fixtures/scenarios/S35'), '-d', 'target-hit-nps-low', '--no-config']

  it('is the last line for a person at a terminal', async () => {
    const { stderr, stdout } = await inProcess(args, { terminal: 80 })
    expect(stderr).toMatch(/\nnext: salescheck explain target-hit-nps-low {2}\(.*\)\n$/)
    expect(stdout).not.toContain('next: ')
  })

  it('is not for pipes, CI or those who want quiet', async () => {
    expect((await inProcess(args)).stderr).not.toContain('next:')
    expect((await inProcess([...args, '--quiet'], { terminal: 80 })).stderr).toBe('')
    expect((await inProcess(args, { terminal: 80, env: { CI: 'true' } })).stderr).not.toContain('next:')
  })
})

describe('a first run', () => {
  it('shows help with three examples that work here', async () => {
    const { code, stdout, stderr } = await inProcess([])
    expect([code, stderr]).toEqual([0, ''])
    const examples = [...stdout.matchAll(/^ {4}\$ salescheck (.+)$/gm)].map(([, line]) => line ?? '')
    expect(examples).toHaveLength(3)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    for (const example of examples) {
      const run = await inProcess([...example.split(' '), '--no-config'])
      expect(run.code).toBe(0)
      expect(run.stdout.length).toBeGreaterThan(200)
    }
  })

  it('speaks of a folder of exports where the example company is not at hand', async () => {
    const { stdout } = await inProcess([], { cwd: join(root, 'src') })
    expect(stdout).toMatch(/\$ salescheck analyze exports\/\n/)
  })
})
