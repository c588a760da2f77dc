// The same aggregates as hand-written SQL in DuckDB: declared types, one read_csv into a table per file, nothing sniffed, no checks of
// ours. Variants of the load are tried; the bench takes the fastest.
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import type { Figures } from '../figures.ts'

export const variants = ['ignore', 'store', 'unordered', 'buffered'] as const
export type Variant = (typeof variants)[number]

interface File {
  readonly name: string
  /** Every column of the file in order; a type makes it a column of the table, null leaves it out. */
  readonly columns: readonly (readonly [name: string, type: string | null])[]
}

const files: readonly File[] = [
  {
    name: 'deals',
    columns: [
      ['deal_id', 'VARCHAR'],
      ['deal_name', null],
      ['customer', 'VARCHAR'],
      ['owner', 'VARCHAR'],
      ['team', 'VARCHAR'],
      ['product', 'VARCHAR'],
      ['source', 'VARCHAR'],
      ['stage', 'VARCHAR'],
      ['created_on', 'DATE'],
      ['closed_on', 'DATE'],
      ['amount', 'DECIMAL(18,4)'],
      ['currency', 'VARCHAR'],
      ['lost_reason', 'VARCHAR'],
      ['next_step', null],
    ],
  },
  {
    name: 'leads',
    columns: [
      ['lead_id', null],
      ['customer', null],
      ['owner', null],
      ['source', 'VARCHAR'],
      ['status', null],
      ['created_on', 'DATE'],
      ['converted_on', 'DATE'],
      ['email', null],
    ],
  },
  {
    name: 'surveys',
    columns: [
      ['survey_id', 'VARCHAR'],
      ['customer', 'VARCHAR'],
      ['answered_on', 'DATE'],
      ['score', 'BIGINT'],
      ['comment', null],
    ],
  },
]

const load: Readonly<Record<Variant, string>> = {
  ignore: 'ignore_errors = true',
  store: 'store_rejects = true',
  unordered: 'ignore_errors = true',
  buffered: 'ignore_errors = true, buffer_size = 64000000',
}

function statement({ name, columns }: File, folder: string, variant: Variant): string {
  const declared = columns.map(([column, type]) => `'${column}': '${type ?? 'VARCHAR'}'`).join(', ')
  const kept = columns.flatMap(([column, type]) => (type === null ? [] : [column])).join(', ')
  const path = join(folder, `${name}.csv`).replaceAll("'", "''")
  return `CREATE TABLE ${name} AS SELECT ${kept} FROM read_csv('${path}', columns = {${declared}}, header = false, skip = 1,
    auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', ${load[variant]})`
}

const quarter = (day: string): string => `year(${day}) || '-Q' || quarter(${day})`
const folded = `lower(trim(regexp_replace(lost_reason, '\\s+', ' ', 'g')))`

const queries = {
  used: `SELECT (SELECT COUNT(*) FROM deals), (SELECT COUNT(*) FROM leads), (SELECT COUNT(*) FROM surveys)`,
  booked: `SELECT ${quarter('closed_on')} AS period, owner, team, product, SUM(amount) FROM deals
    WHERE stage = 'Closed Won' GROUP BY ALL`,
  answers: `WITH wanted AS (SELECT DISTINCT customer, answered_on FROM surveys WHERE answered_on IS NOT NULL),
    sold AS (SELECT customer, closed_on, deal_id, owner FROM deals WHERE stage = 'Closed Won'),
    latest AS (SELECT wanted.customer, answered_on, arg_max(owner, (closed_on, deal_id)) AS owner
      FROM wanted JOIN sold ON wanted.customer = sold.customer AND closed_on <= answered_on AND closed_on >= answered_on - 365
      GROUP BY ALL),
    answers AS (SELECT customer, date_trunc('quarter', answered_on)::DATE AS q, MAX((answered_on, survey_id, score)) AS last
      FROM surveys GROUP BY ALL)
    SELECT ${quarter('q')}, owner, COUNT(*), COUNT(CASE WHEN last[3] >= 9 THEN 1 END) - COUNT(CASE WHEN last[3] <= 6 THEN 1 END)
    FROM answers JOIN latest ON latest.customer = answers.customer AND latest.answered_on = last[1] GROUP BY ALL`,
  funnel: `SELECT strftime(created_on, '%Y-%m'), source, COUNT(*),
      COUNT(CASE WHEN converted_on - created_on BETWEEN 0 AND 90 THEN 1 END)
    FROM leads WHERE converted_on IS NULL OR converted_on >= created_on GROUP BY ALL`,
  lags: `SELECT date_trunc('month', created_on)::DATE, converted_on - created_on, COUNT(*) FROM leads GROUP BY ALL`,
  won: `SELECT date_trunc('month', closed_on)::DATE, currency, COUNT(*), SUM(amount) FROM deals WHERE stage = 'Closed Won' GROUP BY ALL`,
  reasons: `WITH cells AS (SELECT lost_reason, currency, owner, team, product, source,
        grouping(owner) AS no_owner, grouping(team) + grouping(product) + grouping(source) AS rest,
        COUNT(*) AS deals, SUM(amount) AS value, grouping(lost_reason) AS no_reason
      FROM deals WHERE stage = 'Closed Lost'
      GROUP BY GROUPING SETS ((lost_reason, currency), (lost_reason, currency, owner), (lost_reason, currency, team),
        (lost_reason, currency, product), (lost_reason, currency, source)))
    SELECT ${folded} AS reason, owner, team, product, source, SUM(deals)::BIGINT, SUM(value) FROM cells GROUP BY ALL`,
  stages: `SELECT ${folded}, stage, SUM(n)::BIGINT FROM (SELECT lost_reason, stage, COUNT(*) AS n FROM deals
    WHERE stage = 'Closed Lost' GROUP BY ALL) GROUP BY ALL`,
}

type Cell = string | number | null
type Rows = Cell[][]

async function ask(connection: DuckDBConnection, query: string): Promise<Rows> {
  const result = await connection.runAndReadAll(query)
  const isNumber = result.columnTypes().map((type) => /^(?:DECIMAL|BIGINT|HUGEINT)/.test(String(type)))
  return result
    .getRowsJson()
    .map((row) =>
      row.map((cell, at) => (typeof cell !== 'string' ? null : isNumber[at] === true ? Number(cell) : cell)),
    )
}

export async function run(
  folder: string,
  variant: Variant,
  memoryLimit: string,
  tempDir: string,
): Promise<Figures> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`SET memory_limit = '${memoryLimit}'`)
  await connection.run(`SET temp_directory = '${tempDir.replaceAll("'", "''")}'`)
  if (variant === 'unordered' || variant === 'buffered')
    await connection.run('SET preserve_insertion_order = false')
  for (const file of files) await connection.run(statement(file, folder, variant))
  const [used = []] = await ask(connection, queries.used)
  const booked = await ask(connection, queries.booked)
  const answers = await ask(connection, queries.answers)
  const funnel = await ask(connection, queries.funnel)
  const lags = await ask(connection, queries.lags)
  const won = await ask(connection, queries.won)
  const reasons = await ask(connection, queries.reasons)
  const stages = await ask(connection, queries.stages)
  connection.closeSync()
  instance.closeSync()
  return figures({ used, booked, answers, funnel, reasons }, lags.length + won.length + stages.length)
}

function figures(
  found: { used: Cell[]; booked: Rows; answers: Rows; funnel: Rows; reasons: Rows },
  cells: number,
): Figures {
  const ownerQuarters = new Map<
    string,
    { period: string; owner: string; booked: number; answers: number; net: number }
  >()
  const at = (period: Cell, owner: Cell) => {
    const key = `${period} ${owner}`
    const entry = ownerQuarters.get(key) ?? {
      period: String(period),
      owner: String(owner),
      booked: 0,
      answers: 0,
      net: 0,
    }
    ownerQuarters.set(key, entry)
    return entry
  }
  for (const [period = null, owner = null, , , amount] of found.booked)
    at(period, owner).booked += Number(amount)
  for (const [period = null, owner = null, n, net] of found.answers) {
    const entry = at(period, owner)
    entry.answers += Number(n)
    entry.net += Number(net)
  }
  const months = new Map<string, { month: string; leads: number; conversions: number }>()
  for (const [month, , leads, conversions] of found.funnel) {
    const entry = months.get(String(month)) ?? { month: String(month), leads: 0, conversions: 0 }
    months.set(entry.month, entry)
    entry.leads += Number(leads)
    entry.conversions += Number(conversions)
  }
  const reasons = new Map<string, { reason: string; deals: number; value: number }>()
  const owners = new Map<string, { owner: string; losses: number; reasoned: number }>()
  for (const [wording, owner = null, team, product, source, deals, value] of found.reasons) {
    const reason = String(wording ?? '')
    if (owner === null && team === null && product === null && source === null) {
      const entry = reasons.get(reason) ?? { reason, deals: 0, value: 0 }
      reasons.set(reason, entry)
      entry.deals += Number(deals)
      entry.value += Number(value)
    } else if (owner !== null && reason !== 'duplicate') {
      const entry = owners.get(String(owner)) ?? { owner: String(owner), losses: 0, reasoned: 0 }
      owners.set(entry.owner, entry)
      entry.losses += Number(deals)
      if (reason !== '') entry.reasoned += Number(deals)
    }
  }
  const [deals, leads, surveys] = found.used.map(Number)
  return {
    used: { deals: deals ?? 0, leads: leads ?? 0, surveys: surveys ?? 0 },
    ownerQuarters: [...ownerQuarters.values()],
    funnel: [...months.values()],
    reasons: [...reasons.values()],
    reasonedByOwner: [...owners.values()],
    cells: cells + found.reasons.length,
  }
}
