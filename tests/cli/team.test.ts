// --team, teams and severities of salescheck.json on whole runs. The counts were taken from the CSV files by another program.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/report/index.ts'
import { inProcess, root } from './salescheck.ts'

const folder = mkdtempSync(join(tmpdir(), 'salescheck-team-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const harborline = join(root, 'fixtures/companies/harborline')

describe('--team', () => {
  it('analyses one team of a whole company and accounts for every row', async () => {
    const args = ['analyze', harborline, '--team', 'pacific', '-d', 'lost-reasons', '--format', 'json', '-q']
    const { code, stdout } = await inProcess([...args, '--no-config'])
    expect(code).toBe(0)
    const report = JSON.parse(stdout) as Report
    const used = (table: string): number =>
      report.sources.reduce((sum, one) => sum + (one.table === table ? one.rows.used : 0), 0)
    expect(['deals', 'surveys', 'customers', 'activities', 'stage_history', 'owners'].map(used)).toEqual([
      496, 300, 222, 197, 496, 4,
    ])
    for (const { name, rows } of report.sources) {
      const aside = rows.setAside.reduce((sum, one) => sum + one.rows, 0)
      expect([name, rows.read]).toEqual([name, rows.used + rows.rejected + aside])
    }
    expect(report.outcomes[0]?.headline).toMatch(/^Team Pacific: /)
    const saved = put('pacific.json', stdout)
    const other = await inProcess(['analyze', harborline, '--baseline', saved, '-d', 'lost-reasons', '-q'])
    expect([other.code, other.stdout]).toEqual([2, ''])
    expect(other.stderr).toMatch(/pacific\.json is a report of team pacific, not of the whole company/)
  })

  it('is refused when no row names the team', async () => {
    const { code, stderr } = await inProcess([
      'analyze',
      harborline,
      '--team',
      'Pacifik',
      '--no-config',
      '-q',
    ])
    expect(code).toBe(2)
    expect(stderr).toBe('error: --team: no row names a team "Pacifik"\n  Did you mean "Pacific"?\n')
  })
})

describe('the severity of a question', () => {
  const faulty = ['analyze', join(root, 'fixtures/scenarios/S35'), '-d', 'target-hit-nps-low', '-q']

  it('keeps a problem from failing the run, and the report says so', async () => {
    const config = put(
      'salescheck.json',
      JSON.stringify({ failOn: 'problem', detectors: { 'target-hit-nps-low': { severity: 'watch' } } }),
    )
    const { code, stdout, stderr } = await inProcess([...faulty, '--config', config, '--format', 'markdown'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/\*\*Problem\*\*/)
    expect(stdout).toMatch(/findings count as watch at most with --fail-on and in CI/)
    const flag = ['--target-hit-nps-low.severity', 'problem']
    expect((await inProcess([...faulty, '--config', config, ...flag])).code).toBe(1)
    expect((await inProcess([...faulty, '--config', config, '--fail-on', 'watch'])).code).toBe(1)
  })

  it('is named by salescheck config with where it comes from', async () => {
    const config = put(
      'teams.json',
      JSON.stringify({
        models: { project: { 'target-hit-nps-low': { minResponses: 15 } } },
        teams: { Pacific: { detectors: { 'lost-reasons': { severity: 'none' } } } },
      }),
    )
    const { stdout } = await inProcess([
      'config',
      '--config',
      config,
      '--model',
      'project',
      '--team',
      'pacific',
    ])
    expect(stdout).toMatch(/^target-hit-nps-low\.minResponses +15 {2}\(.*teams\.json, model project\)$/m)
    expect(stdout).toMatch(/^lost-reasons\.severity +none {2}\(.*teams\.json, team Pacific\)$/m)
    expect(stdout).toMatch(/^team +pacific {2}\(flag --team\)$/m)
  })
})
