// --team: rows of other teams are set aside after loading, before any question is asked; what that means is said in the report.
import { SalescheckError, suggestion } from '../errors.ts'
import type { Exports, LoadedSource } from '../ingest/index.ts'
import { formatCount, formatList, formatNumber, type DetectorOutcome } from '../report/index.ts'
import type { TableName } from '../schema/index.ts'
import { join, sql, text, type Sql } from '../sql/index.ts'
import { sameTeam } from './team-name.ts'
import { markTeams, teamOfRow } from './team-rows.ts'

type Loaded = Exports['loaded']
const shownTeams = 20

interface Team {
  readonly key: string
  /** As the data write it. */
  readonly name: string
  /** All teams there are. */
  readonly all: readonly string[]
}

/** Throws SalescheckError `usage` when no row names the team. */
async function findTeam(
  { engine, loaded }: Exports,
  team: string,
  signal: AbortSignal | undefined,
): Promise<Team> {
  const { dialect } = engine
  const names = loaded.sources.flatMap(({ table, physical, stored }): Sql[] => {
    const from = dialect.identifier(physical)
    if (table === 'targets' && stored.includes('level') && stored.includes('entity'))
      return [sql`SELECT entity AS team FROM ${from} WHERE level = 'team'`]
    return stored.includes('team') ? [sql`SELECT team FROM ${from}`] : []
  })
  const [wanted] = await engine.all(
    sql`SELECT ${dialect.foldText(sql`${text(team)}`)}`,
    { key: 'text?' },
    signal,
  )
  const spellings =
    names.length === 0
      ? []
      : await engine.all(
          sql`SELECT ${dialect.foldText(sql`team`)} AS key, team, COUNT(*) AS named FROM (${join(names, ' UNION ALL ')}) AS teams
            WHERE team IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, ${dialect.textOrder(sql`team`)}`,
          { key: 'text', name: 'text', rows: 'integer' },
          signal,
        )
  // Of several spellings the most frequent one is shown.
  const known = [...new Map(spellings.toReversed().map((one) => [one.key, one])).values()]
  const found = known.find(({ key }) => key === wanted?.key)
  const all = known.map(({ name }) => name).toSorted()
  if (found !== undefined) return { key: found.key, name: found.name, all }
  throw new SalescheckError('usage', `--team: no row names a team "${team}"`, {
    hint: hintFor(team, all),
  })
}

const meant = (team: string, known: readonly string[]): string | null => {
  const guess = suggestion(team, known)
  return guess === undefined ? null : `Did you mean "${guess}"?`
}

function hintFor(team: string, known: readonly string[]): string {
  if (known.length === 0)
    return 'No file names teams: add a roster with a column for the owner and one for the team.'
  const more = known.length - shownTeams
  return (
    meant(team, known) ??
    `Teams: ${known.slice(0, shownTeams).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
  )
}

/** Teams of salescheck.json that are not there are slips: their options never hold. */
const unknownTeams = (configured: readonly string[], all: readonly string[]): Loaded['warnings'] =>
  configured
    .filter((name) => !all.some((team) => sameTeam(team, name)))
    .map((name) => {
      const hint = meant(name, all)
      return {
        code: 'team-not-found',
        message: `salescheck.json has options for team ${name}, which no row names`,
        ...(hint === null ? {} : { hint }),
      }
    })

interface Kept {
  readonly source: LoadedSource
  /** Rows in the engine: of the team, and of no known team. */
  readonly kept: number
}

async function setAside(
  { engine }: Exports,
  source: LoadedSource,
  key: string,
  signal: AbortSignal | undefined,
): Promise<Kept> {
  const table = engine.dialect.identifier(source.physical)
  const [counted] = await engine.all(
    sql`SELECT COUNT(*), COUNT(CASE WHEN ${teamOfRow} = ${text(key)} THEN 1 END), COUNT(CASE WHEN ${teamOfRow} IS NULL THEN 1 END) FROM ${table}`,
    { held: 'integer', kept: 'integer', unknown: 'integer' },
    signal,
  )
  const { held = 0, kept = 0, unknown = 0 } = counted ?? {}
  await engine.run(
    sql`DELETE FROM ${table} WHERE CASE WHEN ${teamOfRow} = ${text(key)} THEN 0 ELSE 1 END = 1`,
    signal,
  )
  // A row of a wide target file holds a target per period: its rows are counted in the same proportion.
  const { rows } = source
  const inRows = (count: number): number => (held === 0 ? 0 : Math.round((count / held) * rows.used))
  const used = inRows(kept)
  const noTeam = Math.min(inRows(unknown), rows.used - used)
  const other = rows.used - used - noTeam
  const aside = [
    { class: 'other-team', rows: other, lines: [] },
    { class: 'no-team', rows: noTeam, lines: [] },
  ].filter((entry) => entry.rows > 0)
  return { source: { ...source, rows: { ...rows, used, setAside: [...rows.setAside, ...aside] } }, kept }
}

/** Leads of the team whose deal another team has: that deal is set aside, and with it the conversion. */
async function strayDeals(
  { engine, loaded }: Exports,
  key: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  if (!loaded.has('deals', 'lead_id') || !loaded.has('leads', 'lead_id')) return 0
  const rows = (table: TableName): Sql =>
    join(
      loaded.sources
        .filter((source) => source.table === table && source.stored.includes('lead_id'))
        .map(
          ({ physical }) =>
            sql`SELECT lead_id, ${teamOfRow} AS team FROM ${engine.dialect.identifier(physical)}`,
        ),
      ' UNION ALL ',
    )
  const [found] = await engine.all(
    sql`SELECT COUNT(*) FROM (${rows('deals')}) AS deal WHERE CASE WHEN team = ${text(key)} THEN 0 ELSE 1 END = 1
      AND lead_id IN (SELECT lead_id FROM (${rows('leads')}) AS lead WHERE team = ${text(key)})`,
    { deals: 'integer' },
    signal,
  )
  return found?.deals ?? 0
}

function warnings(team: string, kept: readonly Kept[], strays: number): Loaded['warnings'] {
  const tables = [...new Set(kept.map(({ source }) => source.table))]
  const rowsOf = (table: TableName): number =>
    kept.reduce((sum, one) => sum + (one.source.table === table ? one.kept : 0), 0)
  const counts = tables.map((table) => `${table.replaceAll('_', ' ')} ${formatNumber(rowsOf(table))}`)
  const empty = tables.filter((table) => rowsOf(table) === 0).map((table) => table.replaceAll('_', ' '))
  return [
    {
      code: 'team',
      message: `only rows of team ${team} count: ${counts.join(', ')}; where a sentence says company, it means this team`,
    },
    ...(empty.length === 0
      ? []
      : [
          {
            code: 'team-unknown',
            message: `no row of ${formatList(empty)} can be told to be of team ${team}: taken as not given`,
            hint: 'a column for the team, or for the owner with a roster of teams, would tell',
          },
        ]),
    ...(strays === 0
      ? []
      : [
          {
            code: 'team-strays',
            message: `${formatCount(strays, 'deal')} of other teams came from leads of team ${team}: they are set aside, so these leads seem not to have converted`,
          },
        ]),
  ]
}

export interface TeamExports {
  readonly exports: Exports
  /** The team as the data write it. */
  readonly team: string
}

/** The exports with the rows of one team alone. `configured`: the teams that salescheck.json has options for. Horizons stay those of the whole exports: a quiet team does not end the data. */
export async function keepTeam(
  exports: Exports,
  asked: string,
  configured: readonly string[],
  signal?: AbortSignal,
): Promise<TeamExports> {
  const { engine, loaded } = exports
  const { key, name: team, all } = await findTeam(exports, asked, signal)
  await markTeams(engine, loaded.sources, signal)
  const strays = await strayDeals(exports, key, signal)
  const kept: Kept[] = []
  for (const source of loaded.sources) kept.push(await setAside(exports, source, key, signal))
  const filled = kept.filter((one) => one.kept > 0).map(({ source }) => source)
  const own: Loaded = {
    ...loaded,
    sources: kept.map(({ source }) => source),
    warnings: [...warnings(team, kept, strays), ...unknownTeams(configured, all), ...loaded.warnings],
    has: (table, column) =>
      filled.some(
        (source) => source.table === table && (column === undefined || source.stored.includes(column)),
      ),
  }
  return { team, exports: { ...exports, loaded: own } }
}

/** Every format shows the headline: it says whose numbers these are. */
export const ofTeam = (outcome: DetectorOutcome, team: string): DetectorOutcome => ({
  ...outcome,
  headline: `Team ${team}: ${outcome.headline}`,
  notes: [
    `Only rows of team ${team} count: where a sentence says company, it means this team.`,
    ...outcome.notes,
  ],
})
