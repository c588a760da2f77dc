// --team on small exports made by hand: which rows stay, which are set aside, and what is said.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyConfig } from '../../src/analyze/config.ts'
import { analyze } from '../../src/analyze/run.ts'
import { resolveSettings } from '../../src/analyze/settings.ts'
import { defineDetector, type Detector } from '../../src/detectors/detector.ts'
import { SalescheckError } from '../../src/errors.ts'
import type { Report } from '../../src/report/index.ts'
import { sql } from '../../src/sql/index.ts'

/** Lists the rows there are. */
const lister: Detector = defineDetector({
  id: 'lister',
  question: 'What is there?',
  explanation: 'One.\n\nTwo.\n\nThree.',
  advice: 'Look.',
  needs: {
    required: [{ deals: ['deal_id'] }],
    optional: {
      leads: ['lead_id'],
      surveys: ['survey_id'],
      targets: ['entity', 'level'],
      owners: ['owner'],
      activities: ['activity_id'],
    },
  },
  options: {},
  rows: { ids: { id: 'text' } },
  messages: {},
  queries: () => ({
    ids: sql`SELECT id FROM (SELECT deal_id AS id FROM deals UNION ALL SELECT lead_id FROM leads UNION ALL SELECT survey_id FROM surveys
      UNION ALL SELECT entity FROM targets WHERE entity IS NOT NULL UNION ALL SELECT "owner" FROM owners
      UNION ALL SELECT activity_id FROM activities) AS ids WHERE id IS NOT NULL ORDER BY id`,
  }),
  decide: ({ rows, present }) => ({
    outcome: 'ok',
    headline: `leads ${present.has('leads') ? 'given' : 'not given'}`,
    summary: { ids: rows.ids.map(({ id }) => id) },
    findings: [],
    tables: [],
  }),
})

const files: Readonly<Record<string, string>> = {
  'roster.csv': `User ID,Full Name,Email,Team,Manager
U1,Ann,ann@x.example,North,Max
U2,Bob,bob@x.example,South,Max
`,
  'deals.csv': `Deal ID,Deal Owner,Team,Status,Amount,Close Date,Create Date,Account Name,Lead ID
D1,Ann,,won,100,2026-01-10,2025-12-01,Acme,L1
D2,Bob,,won,100,2026-02-10,2025-12-01,Acme,L1
D3,Cid,North,lost,100,2026-01-12,2025-12-01,Bolt,
D4,Cid,,lost,100,2026-01-13,2025-12-01,Bolt,
D5,Dee,,lost,100,2026-01-14,2025-12-01,Core,
D6,Eve,North,lost,100,2026-01-15,2025-12-01,Dash,
D7,Eve,South,lost,100,2026-01-16,2025-12-01,Dash,
D8,Eve,,lost,100,2026-01-17,2025-12-01,Dash,
`,
  'surveys.csv': `Response ID,Score,Answered at,Account,Rep,Deal ID
S1,9,2026-01-20,Acme,,
S2,9,2026-02-20,Acme,,
S3,9,2026-02-20,Other,,D3
S4,9,2026-02-20,Unknown,,
S5,9,2026-02-20,Other,Bob,D3
S6,9,2026-01-05,Acme,,
S7,9,2026-02-20,Other,Ann,D2
`,
  'targets.csv': `Level,Name,Quarter,Quota
Rep,Ann,2026-Q1,1000
Rep,Bob,2026-Q1,1000
Rep,Cid,2026-Q1,1000
Team,NORTH,2026-Q1,3000
Team,South,2026-Q1,3000
Company,Everybody,2026-Q1,6000
`,
  'activities.csv': `Activity ID,Date,Type,Assigned To,Deal ID
A1,2026-01-02,Call,Bob,D1
A2,2026-01-03,Call,Ann,
A3,2026-01-04,Call,Bob,
`,
  'leads.csv': `Lead ID,Lead Owner,Created Date,Lead Source,Converted Date
L1,Ann,2025-11-01,Web,2026-01-10
L2,Bob,2025-11-02,Web,
`,
  'nameless-leads.csv': `Lead ID,Created Date,Lead Source,Converted Date
L1,2025-11-01,Web,2026-01-10
L2,2025-11-02,Web,
`,
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'salescheck-team-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const all = ['roster.csv', 'deals.csv', 'surveys.csv', 'targets.csv', 'activities.csv', 'leads.csv']

async function run(
  team: string | null,
  names: readonly string[] = all,
  more = {},
  config = emptyConfig,
): Promise<Report> {
  const flags = new Map<string, unknown>(Object.entries({ ...(team === null ? {} : { team }), ...more }))
  const settings = resolveSettings({ all: [lister], config, flags, env: {}, only: null })
  const paths = names.map((name) => join(folder, name))
  return (await analyze(paths, settings, {})).report
}

const idsOf = ({ outcomes }: Report): unknown => outcomes[0]?.summary['ids']
const message = (report: Report, code: string): string | undefined =>
  report.warnings.find((warning) => warning.code === code)?.message

const aside = (other: number, none: number): unknown => [
  ...(other > 0 ? [{ class: 'other-team', rows: other, lines: [] }] : []),
  ...(none > 0 ? [{ class: 'no-team', rows: none, lines: [] }] : []),
]

async function refusal(work: Promise<unknown>): Promise<SalescheckError> {
  try {
    await work
  } catch (error) {
    if (error instanceof SalescheckError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('--team', () => {
  it('keeps the rows that are known to be of the team, by the nearest word for it', async () => {
    const activities = ['A1', 'A2'] // The call about the team's deal, and Ann's own.
    const people = ['Ann', 'Ann', 'Cid'] // Ann herself and her target; Cid has a target and is no row of the roster.
    // By Ann, by its own team, by an owner whose other deals all name the team, by its own team again.
    const deals = ['D1', 'D3', 'D4', 'D6']
    // By the customer's latest sale before the answer, by the deal, by the rep named rather than the deal.
    const surveys = ['S1', 'S3', 'S7']
    expect(idsOf(await run('North'))).toEqual([...activities, ...people, ...deals, 'L1', 'NORTH', ...surveys])
    expect(idsOf(await run('south'))).toEqual(['A3', 'Bob', 'Bob', 'D2', 'D7', 'L2', 'S2', 'S5', 'South'])
  })

  it('accounts for every row', async () => {
    const { sources } = await run('North')
    const rows = new Map(sources.map(({ table, rows: counts }) => [table, counts]))
    expect(rows.get('deals')).toEqual({ read: 8, used: 4, rejected: 0, setAside: aside(2, 2) })
    expect(rows.get('surveys')).toEqual({ read: 7, used: 3, rejected: 0, setAside: aside(2, 2) })
    expect(rows.get('targets')).toEqual({ read: 6, used: 3, rejected: 0, setAside: aside(2, 1) })
    expect(rows.get('activities')).toEqual({ read: 3, used: 2, rejected: 0, setAside: aside(1, 0) })
    expect(rows.get('leads')).toEqual({ read: 2, used: 1, rejected: 0, setAside: aside(1, 0) })
    expect(rows.get('owners')).toEqual({ read: 2, used: 1, rejected: 0, setAside: aside(1, 0) })
  })

  it('says whose numbers these are, in every answer and about the data', async () => {
    const report = await run(' NORTH ')
    expect(report.outcomes[0]?.headline).toBe('Team North: leads given')
    expect(report.outcomes[0]?.notes[0]).toMatch(/^Only rows of team North count/)
    expect(report.settings).toContainEqual({ key: 'team', value: ' NORTH ', from: 'flag --team' })
    expect(message(report, 'team')).toMatch(
      /^only rows of team North count: owners 1, deals 4, surveys 3, targets 3/,
    )
  })

  it('leaves the days that the data reach to as they are', async () => {
    expect((await run('North')).asOf).toBe((await run(null)).asOf)
  })

  it('says which conversions of its leads other teams made', async () => {
    expect(message(await run('North'), 'team-strays')).toMatch(
      /^1 deal of other teams came from leads of team North/,
    )
    expect(message(await run('South'), 'team-strays')).toBeUndefined()
  })

  it('takes a table that names no team as not given, and never finds leads through their deals', async () => {
    const report = await run('North', ['roster.csv', 'deals.csv', 'nameless-leads.csv'])
    expect(report.outcomes[0]?.headline).toBe('Team North: leads not given')
    expect(idsOf(report)).toEqual(['Ann', 'D1', 'D3', 'D4', 'D6'])
    expect(message(report, 'team-unknown')).toBe(
      'no row of leads can be told to be of team North: taken as not given',
    )
  })

  it('goes with --anonymize: teams keep their names', async () => {
    const report = await run('North', all, { anonymize: true })
    expect(report.outcomes[0]?.headline).toBe('Team North: leads given')
    expect((idsOf(report) as string[]).filter((id) => id.startsWith('Person '))).toHaveLength(3)
    expect(JSON.stringify(report.outcomes)).not.toMatch(/Ann|Cid/)
  })

  it('refuses a team that no row names, and says which there are', async () => {
    const slip = await refusal(run('Nort'))
    expect([slip.code, slip.message, slip.hint]).toEqual([
      'usage',
      '--team: no row names a team "Nort"',
      'Did you mean "North"?',
    ])
    expect((await refusal(run('Enterprise'))).hint).toBe('Teams: North, South.')
    expect((await refusal(run('North', ['nameless-leads.csv']))).hint).toMatch(/No file names teams/)
  })

  it('tells of teams in salescheck.json that no row names', async () => {
    const teams = new Map([
      ['north', new Map()],
      ['Souht', new Map()],
    ])
    const report = await run('North', all, {}, { ...emptyConfig, teams })
    expect(report.warnings.filter(({ code }) => code === 'team-not-found')).toEqual([
      {
        code: 'team-not-found',
        message: 'salescheck.json has options for team Souht, which no row names',
        hint: 'Did you mean "South"?',
      },
    ])
  })

  it('changes nothing when it is not asked for', async () => {
    const report = await run(null)
    expect(report.outcomes[0]?.headline).toBe('leads given')
    expect(report.warnings.filter(({ code }) => code.startsWith('team'))).toEqual([])
    expect(idsOf(report)).toHaveLength(3 + 2 + 6 + 8 + 2 + 7)
  })
})
