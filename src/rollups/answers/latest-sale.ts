// WITH parts that find the sale behind an answer: its own, or the latest of its customer within the window.
// Sales are millions: who they belong to is numbered first, so that one integer maximum per customer and day finds the latest
// sale; only where two sales of the same day disagree are they ranked by id.
import { roster, salesRows } from '../sales.ts'
import { date, integer, join, raw, sql, type Sql } from '../../sql/index.ts'
import { windowDays, type CustomerKey, type Input, type Links } from './links.ts'

const people = sql`COALESCE(owner_key, '') AS owner_key, COALESCE(team_key, '') AS team_key,
  COALESCE(product_key, '') AS product_key`
// More than there can be owners times teams times products.
const base = raw('1000000000')

/** Sales that answers name, won or not, where the answers do not say everything themselves. */
export function nameable(links: Links, asked: Sql): Sql {
  const open = raw(links.tells.map((who) => `${who}_key IS NULL`).join(' OR '))
  const of = (table: Sql, id: Sql): Sql =>
    sql`SELECT ${id} AS sale_id, ${people}, "owner", team, product FROM ${table}
      WHERE ${id} IN (SELECT deal_id FROM (${asked}) AS asked WHERE ${open})`
  const rows =
    links.table === 'invoices'
      ? sql`${of(raw('invoices'), raw('deal_id'))} UNION ALL ${of(raw('invoices'), raw('invoice_id'))}`
      : of(raw('deals'), raw('deal_id'))
  return rows
}

const sold = (links: Links, input: Input): Sql => salesRows(links.table ?? 'deals', input.asOf)

export const combinationsTable = (input: Input): string => `answer_combinations_${windowDays(input)}`

/** Every owner, team and product that sold together, numbered from 1. */
export function combinations(links: Links, input: Input, asked: Sql): Sql {
  const columns = raw('owner_key, team_key, product_key, "owner", team, product')
  const from = [
    ...(links.customers.length > 0
      ? [sql`SELECT ${people}, "owner", team, product FROM (${sold(links, input)}) AS sold`]
      : []),
    ...(links.bySale ? [sql`SELECT ${columns} FROM (${nameable(links, asked)}) AS nameable`] : []),
  ]
  const { dialect } = input
  const order = ['owner_key', 'team_key', 'product_key'].map((name) => dialect.textOrder(raw(name)))
  const label = (name: string): Sql => sql`MIN(${dialect.textOrder(raw(`"${name}"`))}) AS ${raw(`"${name}"`)}`
  return sql`SELECT number, own_owner, own_team, own_product,
      NULLIF(own_owner, '') AS owner_key, "owner", COALESCE(NULLIF(own_team, ''), roster_team_key) AS team_key,
      COALESCE(team, roster_team) AS team, NULLIF(own_product, '') AS product_key, product
    FROM (SELECT owner_key AS own_owner, team_key AS own_team, product_key AS own_product, ${label('owner')},
        ${label('team')}, ${label('product')}, ROW_NUMBER() OVER (ORDER BY ${join(order, ', ')}) AS number
      FROM (${join(from, ' UNION ALL ')}) AS told GROUP BY owner_key, team_key, product_key) AS numbered
    LEFT JOIN (${roster}) AS roster ON roster_owner = own_owner`
}

const same = sql`own_owner = sales.owner_key AND own_team = sales.team_key AND own_product = sales.product_key`

/** Sale ids that answers name, with the number of their combination; where an id is repeated the lowest number decides. */
export const namedPart = (
  input: Input,
): Sql => sql`named AS (SELECT sale_id, MIN(number) AS number FROM nameable AS sales
    JOIN ${raw(combinationsTable(input))} AS combinations ON ${same} GROUP BY sale_id)`

export const salesTableOf = (key: CustomerKey, input: Input): string =>
  `answer_sales_${key}_${windowDays(input)}`

/** Sales by customer with the number of their combination. `day` counts from the year 1, so that it is never below zero. */
export function numberedSales(key: CustomerKey, links: Links, input: Input): Sql {
  const day = input.dialect.daysBetween(sql`${date('0001-01-01')}`, sql`closed_on`)
  return sql`SELECT sale_id, ${raw(key)} AS buyer, closed_on, number, ${day} * ${base} AS day
    FROM (SELECT sale_id, ${raw(key)}, closed_on, ${people} FROM (${sold(links, input)}) AS sold) AS sales
    JOIN ${raw(combinationsTable(input))} AS combinations ON ${same} WHERE ${raw(key)} IS NOT NULL`
}

/** `latest_<key>`: customer and day of answer, with the number of the latest sale until that day. */
export function latestParts(key: CustomerKey, links: Links, input: Input, asked: Sql): Sql[] {
  // Found by the surer key already: not looked for again.
  const before = links.customers[links.customers.indexOf(key) - 1]
  const joins = [
    ...(links.bySale
      ? [
          raw('LEFT JOIN named ON named.sale_id = asked.deal_id'),
          raw(`LEFT JOIN ${combinationsTable(input)} AS of_sale ON of_sale.number = named.number`),
        ]
      : []),
    ...(before === undefined
      ? []
      : [
          raw(
            `LEFT JOIN latest_${before} AS surer ON surer.customer = asked.${before} AND surer.day = asked.answered_on`,
          ),
        ]),
  ]
  const open = links.tells.map((who) =>
    raw(`(asked.${who}_key IS NULL${links.bySale ? ` AND of_sale.${who}_key IS NULL` : ''})`),
  )
  const found = before === undefined ? sql`` : sql`AND surer.number IS NULL`
  const age = input.dialect.daysBetween(sql`closed_on`, sql`wanted.day`)
  const name = (part: string): Sql => raw(`${part}_${key}`)
  const rows = raw(salesTableOf(key, input))
  return [
    sql`${name('best')} AS (SELECT wanted.customer AS customer, wanted.day AS day, MAX(sales.day + number) AS high,
        MAX(sales.day + ${base} - number) AS low
      FROM (SELECT asked.${raw(key)} AS customer, asked.answered_on AS day FROM (${asked}) AS asked ${join(joins, ' ')}
        WHERE (${join(open, ' OR ')}) ${found}) AS wanted
      JOIN ${rows} AS sales ON sales.buyer = wanted.customer
      WHERE ${age} BETWEEN 0 AND ${integer(windowDays(input))}
      GROUP BY wanted.customer, wanted.day)`,
    sql`${name('tied')} AS (SELECT customer, day, number FROM (
        SELECT best.customer, best.day, number, ROW_NUMBER() OVER (PARTITION BY best.customer, best.day
          ORDER BY ${input.dialect.textOrder(sql`sale_id`)} DESC NULLS LAST, number) AS place
        FROM ${name('best')} AS best
        JOIN ${rows} AS sales ON sales.buyer = best.customer AND sales.day = high - high % ${base}
        WHERE high % ${base} <> ${base} - low % ${base}) AS ranked
      WHERE place = 1)`,
    sql`${name('latest')} AS (SELECT best.customer, best.day, COALESCE(tied.number, high % ${base}) AS number
      FROM ${name('best')} AS best
      LEFT JOIN ${name('tied')} AS tied ON tied.customer = best.customer AND tied.day = best.day)`,
  ]
}
