// Who an answer is about: the survey row says it, else its deal, else the customer's latest won deal before the answer.
// Made once as a table of its own, one row per answer; queries and evidence read it.
import { roster } from '../sales.ts'
import { date, join, raw, sql, type Sql } from '../../sql/index.ts'
import type { SharedTable } from '../rollup.ts'
import { saleParts } from './latest-sale.ts'
import { linksOf, ownColumns, windowDays, type Input, type Links } from './links.ts'

/** Days an answer may be of; `null` leaves the end open and, when both are, keeps answers without a day. */
export interface Range {
  readonly from: string | null
  readonly to: string | null
}

/** The condition on `answered_on`. */
export function answeredWithin({ asOf }: Input, { from, to }: Range): Sql {
  const last = to === null || asOf < to ? asOf : to
  if (from !== null) return sql`answered_on >= ${date(from)} AND answered_on <= ${date(last)}`
  const until = sql`answered_on <= ${date(last)}`
  return to === null ? sql`(answered_on IS NULL OR ${until})` : until
}

const ownList = (input: Input): Sql[] =>
  ownColumns(input).flatMap((name) => [raw(`${name}_key`), raw(`"${name}"`)])

/** What may name the respondent, the surest first: column and, where it is another, its join key. */
const names = [
  ['customer_id', 'customer_id_key'],
  ['customer', 'customer_key'],
  ['email', 'email'],
  ['survey_id', 'survey_id'],
] as const
const namesOf = ({ present }: Input): (typeof names)[number][] =>
  names.filter(([column]) => present.has('surveys', column))

/** The names that tell respondents apart as texts: all but the first where its customers are numbered. */
function textNames(input: Input, links: Links): (typeof names)[number][] {
  const named = namesOf(input)
  return links.customers.some((key) => key === named[0]?.[1]) ? named.slice(1) : named
}

/**
 * One respondent: the customer, else the person; a row that names neither is a respondent of its own. The number of the customer, where
 * customers are numbered, and the text that stands for those without one.
 */
function respondent(input: Input, links: Links): { readonly number: Sql; readonly text: Sql } {
  const [first] = namesOf(input)
  const texts = textNames(input, links)
  // Different kinds of names could be the same text: a prefix keeps them apart; the customer, most often alone, needs none.
  const parts = texts.map(([column, key]) => raw(column === first?.[0] ? key : `'${column} ' || ${key}`))
  const text = sql`COALESCE(${join([...parts, sql`''`], ', ')})`
  if (first === undefined || texts.includes(first)) return { number: raw('0'), text }
  const number = raw(`customer_${first[1]}`)
  return { number: sql`COALESCE(${number}, 0)`, text: sql`CASE WHEN ${number} IS NULL THEN ${text} END` }
}

// Invalid scores go before the latest answer is looked for: a blank must not push out the answer before it. Rows are many and wait for
// all steps: columns that no source fills are left out.
function asked(input: Input, links: Links, range: Range): Sql {
  const named = [...namesOf(input).map(([, key]) => key), 'survey_id', ...(links.bySale ? ['deal_id'] : [])]
  const columns = [...ownList(input), ...[...new Set(named)].map((name) => raw(name))]
  return sql`SELECT ${join(columns, ', ')}, answered_on, score
    FROM surveys WHERE score BETWEEN 0 AND 10 AND ${answeredWithin(input, range)}`
}

/** Of `asked` what the steps after the numbering read. */
function kept(input: Input, links: Links): Sql[] {
  const texts = [...textNames(input, links).map(([, key]) => key), 'survey_id']
  return [...ownList(input), ...[...new Set(texts)].map((name) => raw(name)), sql`answered_on, score`]
}

/** One row per answer, by the window within which a sale may tell of it. */
export const answersTable = (input: Input): string => `answers_within_${windowDays(input)}_days`

/** The answers with owner, team and product. */
export function sharedTables(input: Input, range: Range): SharedTable[] {
  if (!input.present.has('surveys', 'score')) return []
  const { columns, source } = resolved(input, sql`SELECT * FROM answers`)
  return [
    {
      name: answersTable(input),
      sql: sql`WITH ${attribution(input, range)}
        SELECT survey_id, answered_on, next_on, score, ${columns} FROM ${source}`,
    },
  ]
}

/**
 * `answers`: survey_id, answered_on, score, next_on (the respondent's next answer, to tell the latest of a period), the survey row's own
 * owner, team and product, and the numbers of the combinations its sale and its customer's latest sale belong to (0: none). A repeated
 * survey id counts once.
 */
function attribution(input: Input, range: Range): Sql {
  const links = linksOf(input)
  const joins = links.customers.map(
    (key) =>
      `LEFT JOIN latest_${key} ON latest_${key}.customer = asked.customer_${key} AND latest_${key}.day = asked.answered_on`,
  )
  const latest = [...links.customers.map((key) => `latest_${key}.number`), '0'].join(', ')
  const own = ownList(input)
  const order = own.filter((_, index) => index % 2 === 0).map((column) => sql`${column} NULLS FIRST`)
  const { number, text } = respondent(input, links)
  const parts = [
    sql`roster AS (${roster})`,
    sql`asked AS (${asked(input, links, range)})`,
    ...saleParts(links, kept(input, links), input),
    sql`placed AS (SELECT ${join([...own.map((column) => sql`asked.${column}`), sql`asked.survey_id`], ', ')},
        asked.answered_on, asked.score, ${number} AS customer_number, ${text} AS account,
        sale_number, COALESCE(${raw(latest)}) AS latest_number
      FROM numbered AS asked ${raw(joins.join(' '))})`,
    sql`followed AS (SELECT placed.*, LEAD(answered_on) OVER respondent AS following_on,
        LEAD(survey_id) OVER respondent AS following_id
      FROM placed WINDOW respondent AS (PARTITION BY customer_number, account ORDER BY ${join(
        [
          sql`answered_on NULLS FIRST, survey_id NULLS FIRST, score`,
          ...order,
          sql`sale_number, latest_number`,
        ],
        ', ',
      )}))`,
    sql`answers AS (SELECT ${join([...own, sql`survey_id, answered_on, score`], ', ')}, sale_number, latest_number,
        CASE WHEN customer_number > 0 OR account <> '' THEN following_on END AS next_on
      FROM followed WHERE (customer_number = 0 AND account = '') OR following_id IS NULL OR survey_id IS NULL
        OR following_id <> survey_id)`,
  ]
  return join(parts, ',\n')
}

/**
 * The select list and joins that turn rows with `sale_number`, `latest_number` and the survey's own columns into owner, team and product:
 * `<who>_key`, `<who>` and `<who>_via` (0 the survey row, 1 its sale, 2 the customer's latest sale).
 */
function resolved(input: Input, from: Sql): { readonly columns: Sql; readonly source: Sql } {
  const links = linksOf(input)
  const numbered = links.bySale || links.customers.length > 0
  const own = ownColumns(input)
  const one = (name: 'owner' | 'team' | 'product'): Sql => {
    const sources = [
      ...(own.includes(name) ? [{ key: `counted.${name}_key`, label: `counted."${name}"`, via: 0 }] : []),
      ...(name === 'team' && own.includes('owner')
        ? [{ key: 'roster_team_key', label: 'roster_team', via: 0 }]
        : []),
      ...(numbered
        ? [
            { key: `of_sale.${name}_key`, label: `of_sale."${name}"`, via: 1 },
            { key: `of_customer.${name}_key`, label: `of_customer."${name}"`, via: 2 },
          ]
        : []),
    ]
    const none = input.dialect.nullOf('text')
    const list = (pick: (source: (typeof sources)[number]) => string): Sql =>
      sources.length === 0 ? none : sql`COALESCE(${raw(sources.map(pick).join(', '))}, ${none})`
    const via = sources.map(({ key, via: place }) => `WHEN ${key} IS NOT NULL THEN ${place}`)
    return sql`${list(({ key }) => key)} AS ${raw(`${name}_key`)}, ${list(({ label }) => label)} AS ${raw(`"${name}"`)},
      ${via.length === 0 ? sql`0` : raw(`CASE ${via.join(' ')} ELSE 0 END`)} AS ${raw(`${name}_via`)}`
  }
  const joins = [
    ...(own.includes('owner') ? ['LEFT JOIN roster ON roster_owner = counted.owner_key'] : []),
    ...(numbered
      ? [
          'LEFT JOIN combinations AS of_sale ON of_sale.number = counted.sale_number',
          'LEFT JOIN combinations AS of_customer ON of_customer.number = counted.latest_number',
        ]
      : []),
  ]
  return {
    columns: join((['owner', 'team', 'product'] as const).map(one), ', '),
    source: sql`(${from}) AS counted ${raw(joins.join(' '))}`,
  }
}
