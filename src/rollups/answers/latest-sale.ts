// WITH parts that find the sale behind an answer: its own, or the latest of its customer within the window.
// Sales are millions: who they belong to is numbered first, customers too, so that one integer maximum per customer and day finds the
// latest sale; only where two sales of the same day disagree are they ranked by id.
import { salesRows } from '../sales.ts'
import { date, integer, join, raw, sql, type Sql } from '../../sql/index.ts'
import type { CustomerKey } from '../customer-keys.ts'
import { ownColumns, windowDays, type Input, type Links } from './links.ts'

const people = ['owner', 'team', 'product'] as const
const labels = raw('"owner", team, product')
// More than there can be owners times teams times products.
const base = raw('1000000000')

/** That the answer itself does not say it. */
const untold = (who: (typeof people)[number], input: Input): string =>
  ownColumns(input).includes(who) ? `asked.${who}_key IS NULL` : 'TRUE'

/** Sales that answers name, won or not, where the answers do not say everything themselves. */
function nameable(links: Links, input: Input): Sql {
  const open = raw(links.tells.map((who) => untold(who, input)).join(' OR '))
  const of = (table: Sql, id: Sql): Sql =>
    sql`SELECT ${id} AS sale_id, ${labels} FROM ${table} WHERE ${id} IN (SELECT deal_id FROM asked WHERE ${open})`
  return links.table === 'invoices'
    ? sql`${of(raw('invoices'), raw('deal_id'))} UNION ALL ${of(raw('invoices'), raw('invoice_id'))}`
    : of(raw('deals'), raw('deal_id'))
}

const sameLabels = raw(
  people.map((name) => `written."${name}" IS NOT DISTINCT FROM sales."${name}"`).join(' AND '),
)

/**
 * `combinations`: every owner, team and product that sold together, numbered from 1. `written`: the same as the exports write them, which
 * may be several ways.
 */
function combinationParts(links: Links, { dialect }: Input): Sql[] {
  const from = [
    ...(links.customers.length > 0 ? [sql`SELECT ${labels} FROM sold`] : []),
    ...(links.bySale ? [sql`SELECT ${labels} FROM nameable`] : []),
  ]
  const id = (name: string): Sql => dialect.identifier(name)
  const folded = people.map(
    (name) => sql`COALESCE(${dialect.foldText(id(name))}, '') AS ${id(`own_${name}`)}`,
  )
  const own = raw(people.map((name) => `own_${name}`).join(', '))
  const order = people.map((name) => dialect.textOrder(raw(`own_${name}`)))
  const label = (name: string): Sql =>
    sql`MIN(${dialect.textOrder(sql`CAST(${id(name)} AS ${dialect.typeName('text')})`)}) AS ${id(name)}`
  return [
    sql`folded AS (SELECT ${labels}, ${join(folded, ', ')}
      FROM (SELECT ${labels} FROM (${join(from, ' UNION ALL ')}) AS told GROUP BY ${labels}) AS told)`,
    sql`combinations AS (SELECT number, own_owner, own_team, own_product,
        NULLIF(own_owner, '') AS owner_key, "owner", COALESCE(NULLIF(own_team, ''), roster_team_key) AS team_key,
        COALESCE(team, roster_team) AS team, NULLIF(own_product, '') AS product_key, product
      FROM (SELECT ${own}, ${join(people.map(label), ', ')}, ROW_NUMBER() OVER (ORDER BY ${join(order, ', ')}) AS number
        FROM folded GROUP BY ${own}) AS numbered
      LEFT JOIN roster ON roster_owner = own_owner)`,
    sql`written AS (SELECT folded."owner", folded.team, folded.product, number FROM folded JOIN combinations
      ON ${raw(people.map((name) => `combinations.own_${name} = folded.own_${name}`).join(' AND '))})`,
  ]
}

/** `numbers_<key>`: the customers that answered. `sales_<key>`: their sales with the number of their combination. */
function customerParts(key: CustomerKey, { dialect }: Input): Sql[] {
  // Counted from the year 1, so that it is never below zero.
  const day = dialect.daysBetween(sql`${date('0001-01-01')}`, sql`closed_on`)
  return [
    sql`numbers_${raw(key)} AS (SELECT name, ROW_NUMBER() OVER () AS customer FROM
      (SELECT ${raw(key)} AS name FROM asked WHERE ${raw(key)} IS NOT NULL GROUP BY ${raw(key)}) AS named)`,
    sql`sales_${raw(key)} AS (SELECT sale_id, customer AS buyer, closed_on, number, ${day} * ${base} AS day
      FROM sold AS sales JOIN written ON ${sameLabels} JOIN numbers_${raw(key)} ON name = sales.${raw(key)})`,
  ]
}

/**
 * `numbered`: the rows of `asked`, the `kept` columns, with `customer_<key>`, the number of their customer, for every key that leads to sales, and `sale_number`,
 * the combination of the sale they name (0: none). `latest_<key>`: customer and day of answer, with the number of the latest sale until that day.
 */
export function saleParts(links: Links, kept: readonly Sql[], input: Input): Sql[] {
  const parts: Sql[] = []
  const isNumbered = links.bySale || links.customers.length > 0
  if (links.customers.length > 0) parts.push(sql`sold AS (${salesRows(links.table ?? 'deals', input.asOf)})`)
  if (links.bySale) parts.push(sql`nameable AS (${nameable(links, input)})`)
  if (isNumbered) parts.push(...combinationParts(links, input))
  // Where an id is repeated the lowest number decides.
  if (links.bySale)
    parts.push(
      sql`named AS (SELECT sale_id, MIN(number) AS number FROM nameable AS sales JOIN written ON ${sameLabels} GROUP BY sale_id)`,
    )
  for (const key of links.customers) parts.push(...customerParts(key, input))
  const joins = [
    ...(links.bySale ? ['LEFT JOIN named ON named.sale_id = asked.deal_id'] : []),
    ...links.customers.map((key) => `LEFT JOIN numbers_${key} ON numbers_${key}.name = asked.${key}`),
  ]
  const numbers = links.customers.map((key) => `, numbers_${key}.customer AS customer_${key}`)
  parts.push(
    sql`numbered AS (SELECT ${join(kept, ', ')}, ${raw(links.bySale ? 'COALESCE(named.number, 0)' : '0')} AS sale_number${raw(numbers.join(''))}
      FROM asked ${raw(joins.join(' '))})`,
  )
  for (const key of links.customers) parts.push(...latestParts(key, links, input))
  return parts
}

function latestParts(key: CustomerKey, links: Links, input: Input): Sql[] {
  // Found by the surer key already: not looked for again.
  const before = links.customers[links.customers.indexOf(key) - 1]
  const joins = [
    ...(links.bySale ? ['LEFT JOIN combinations AS of_sale ON of_sale.number = asked.sale_number'] : []),
    ...(before === undefined
      ? []
      : [
          `LEFT JOIN latest_${before} AS surer ON surer.customer = asked.customer_${before} AND surer.day = asked.answered_on`,
        ]),
  ]
  const open = links.tells.map((who) =>
    raw(`(${untold(who, input)}${links.bySale ? ` AND of_sale.${who}_key IS NULL` : ''})`),
  )
  const found = before === undefined ? sql`` : sql`AND surer.number IS NULL`
  const age = input.dialect.daysBetween(sql`closed_on`, sql`wanted.day`)
  const name = (part: string): Sql => raw(`${part}_${key}`)
  return [
    sql`${name('best')} AS (SELECT wanted.customer AS customer, wanted.day AS day, MAX(sales.day + number) AS high,
        MAX(sales.day + ${base} - number) AS low
      FROM (SELECT asked.${name('customer')} AS customer, asked.answered_on AS day FROM numbered AS asked ${raw(joins.join(' '))}
        WHERE (${join(open, ' OR ')}) ${found}) AS wanted
      JOIN ${name('sales')} AS sales ON sales.buyer = wanted.customer
      WHERE ${age} BETWEEN 0 AND ${integer(windowDays(input))}
      GROUP BY wanted.customer, wanted.day)`,
    sql`${name('tied')} AS (SELECT customer, day, number FROM (
        SELECT best.customer, best.day, number, ROW_NUMBER() OVER (PARTITION BY best.customer, best.day
          ORDER BY ${input.dialect.textOrder(sql`sale_id`)} DESC NULLS LAST, number) AS place
        FROM ${name('best')} AS best
        JOIN ${name('sales')} AS sales ON sales.buyer = best.customer AND sales.day = high - high % ${base}
        WHERE high % ${base} <> ${base} - low % ${base}) AS ranked
      WHERE place = 1)`,
    sql`${name('latest')} AS (SELECT best.customer, best.day, COALESCE(tied.number, high % ${base}) AS number
      FROM ${name('best')} AS best
      LEFT JOIN ${name('tied')} AS tied ON tied.customer = best.customer AND tied.day = best.day)`,
  ]
}
