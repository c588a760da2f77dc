// The same aggregates as hand-written SQL in DuckDB: declared types, one read_csv into a table per file, nothing sniffed, no checks of
// ours. Variants of the load are tried; the bench takes the fastest.
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { Book, type Seller } from '../book.ts'
import { compared, type Figures } from '../figures.ts'

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
  {
    name: 'targets',
    columns: [
      ['owner', 'VARCHAR'],
      ['period', 'VARCHAR'],
      ['quota', 'DECIMAL(18,4)'],
      ['currency', null],
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

/** Of every customer and period the latest answer, and who made the latest sale of the year before it. */
const answersBy = (grain: 'quarter' | 'year'): string =>
  `WITH sold AS (SELECT customer, closed_on, deal_id, owner, team, product FROM deals WHERE stage = 'Closed Won'),
    answers AS (SELECT customer, date_trunc('${grain}', answered_on)::DATE AS start_on, MAX((answered_on, survey_id, score)) AS last
      FROM surveys GROUP BY ALL),
    attributed AS (SELECT answers.customer, start_on, any_value(last[3]) AS score,
        MAX({closed_on: closed_on, deal_id: deal_id, owner: owner, team: team, product: product}) AS sale
      FROM answers LEFT JOIN sold ON sold.customer = answers.customer AND closed_on BETWEEN last[1] - 365 AND last[1]
      GROUP BY ALL)
    SELECT ${grain === 'year' ? 'year(start_on)::VARCHAR' : quarter('start_on')}, sale.owner, sale.team, sale.product, COUNT(*),
      COUNT(CASE WHEN score >= 9 THEN 1 END) - COUNT(CASE WHEN score <= 6 THEN 1 END)
    FROM attributed GROUP BY ALL`

const inside = ([first, last]: readonly [string, string]): string =>
  `COUNT(CASE WHEN closed_on BETWEEN DATE '${first}' AND DATE '${last}' THEN 1 END)`

const queries = {
  used: `SELECT (SELECT COUNT(*) FROM deals), (SELECT COUNT(*) FROM leads), (SELECT COUNT(*) FROM surveys)`,
  matched: `SELECT SUM(n)::BIGINT FROM (SELECT customer, COUNT(*) AS n FROM surveys GROUP BY ALL) SEMI JOIN deals USING (customer)`,
  booked: `SELECT ${quarter('closed_on')} AS period, owner, team, product, SUM(amount) FROM deals
    WHERE stage = 'Closed Won' GROUP BY ALL`,
  targets: `SELECT period, owner, SUM(quota) FROM targets GROUP BY ALL`,
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
  stages: `SELECT ${folded}, stage, SUM(n)::BIGINT, SUM(before)::BIGINT, SUM(after)::BIGINT
    FROM (SELECT lost_reason, stage, COUNT(*) AS n, ${inside(compared.before)} AS before, ${inside(compared.after)} AS after
      FROM deals WHERE stage = 'Closed Lost' GROUP BY ALL) GROUP BY ALL`,
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
  const [matched = []] = await ask(connection, queries.matched)
  const book = new Book()
  for (const [period, owner, team, product, amount] of await ask(connection, queries.booked))
    book.sale(String(period), sellerOf(owner, team, product), Number(amount))
  const addAnswers = async (grain: 'quarter' | 'year'): Promise<void> => {
    for (const [period, owner = null, team, product, n, net] of await ask(connection, answersBy(grain)))
      book.answers(
        String(period),
        owner === null ? null : sellerOf(owner, team, product),
        Number(n),
        Number(net),
      )
  }
  await addAnswers('quarter')
  if (book.needsYears()) await addAnswers('year')
  for (const [period, owner, amount] of await ask(connection, queries.targets))
    book.target(String(period), String(owner), Number(amount))
  const funnel = await ask(connection, queries.funnel)
  const lags = await ask(connection, queries.lags)
  const won = await ask(connection, queries.won)
  const reasons = await ask(connection, queries.reasons)
  const stages = await ask(connection, queries.stages)
  connection.closeSync()
  instance.closeSync()
  return {
    used: { deals: Number(used[0]), leads: Number(used[1]), surveys: Number(used[2]) },
    matched: Number(matched[0]),
    standings: book.standings(),
    funnel: funnel.map(([month, source, leads, conversions]) => ({
      month: String(month),
      source: String(source),
      leads: Number(leads),
      conversions: Number(conversions),
    })),
    ...lost(reasons),
    changes: stages.map(([reason, , , before, after]) => ({
      reason: String(reason ?? ''),
      before: Number(before),
      after: Number(after),
    })),
    cells: lags.length + won.length + stages.length + reasons.length,
  }
}

const sellerOf = (owner: Cell = null, team: Cell = null, product: Cell = null): Seller => ({
  owner: String(owner),
  team: String(team),
  product: String(product),
})

function lost(found: Rows): Pick<Figures, 'reasons' | 'reasonedByOwner'> {
  const reasons = new Map<string, { reason: string; deals: number; value: number }>()
  const owners = new Map<string, { owner: string; losses: number; reasoned: number }>()
  for (const [wording, owner = null, team, product, source, deals, value] of found) {
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
  return { reasons: [...reasons.values()], reasonedByOwner: [...owners.values()] }
}
