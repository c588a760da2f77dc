// Tables of customers and of lost deals, made once per run: when each was won back, whether the rate counts it, and whether anybody
// touched it since.
import { latestContactsUntil } from '../../rollups/customer-contacts.ts'
import { isOnlyRow, rowFromAbove, rowFromBelow, rowWithin } from '../../rollups/row-of-day.ts'
import { date, raw, sql, type Sql } from '../../sql/index.ts'
import type { SharedTable } from '../detector.ts'
import { customerLink } from '../customer-link.ts'
import { reachOf, type Input } from './reach.ts'

const customersName = 'lost_not_revisited_customers'
/** What the deals of every customer tell; `losses`: on the days looked at. */
export const customers = raw(customersName)
const lossesName = 'lost_not_revisited_losses'
/** Losses that the rate counts, or that nothing touched since: nobody asks for others one by one. */
export const losses = raw(lossesName)
const contactedName = 'lost_not_revisited_contacted'
/** That nothing touched a loss since. */
export const nothingSince = sql`touched = 0 AND number NOT IN (SELECT number FROM ${raw(contactedName)})`

/**
 * Losses that only a contact about the deal itself touched: looked for among those that nothing else touched, which are few. Planned ones
 * are no contact.
 */
function contactedDeals(input: Input): Sql {
  const { present } = input
  const has =
    present.has('deals', 'deal_id') &&
    ['deal_id', 'happened_on'].every((name) => present.has('activities', name))
  return has
    ? sql`SELECT DISTINCT loss.number AS number FROM ${losses} AS loss JOIN activities ON activities.deal_id = loss.deal_id
        WHERE loss.touched = 0 AND COALESCE(done, TRUE) AND happened_on > loss.lost_on
          AND happened_on <= ${date(reachOf(input).last)}`
    : sql`SELECT number FROM ${losses} AS loss WHERE 1 = 0`
}

/**
 * Where any deal names the lost deal it reopens, those links decide and every loss is counted. Else the customer does: the first loss of
 * a customer that had bought nothing before it, won back by the first deal created after it and won. So each customer counts once.
 * Everything a customer tells is brought together first: one join for millions of losses. Of a customer that had bought before, who
 * is not counted, it only matters whether another deal was won since.
 */
export function sharedTables(input: Input): readonly SharedTable[] {
  const { present, dialect } = input
  const { first, last } = reachOf(input)
  const end = date(last)
  const key = raw(customerLink(present, 'deals') ?? 'CAST(NULL AS VARCHAR)')
  const won = sql`status = 'won' AND closed_on <= ${end}`
  const started = sql`CASE WHEN ${won} THEN COALESCE(created_on, closed_on) END`
  const closed = sql`CASE WHEN ${won} THEN closed_on END`
  const lost = sql`status = 'lost' AND closed_on <= ${end}`
  const [day, number] = [raw('closed_on'), raw('row_number')]
  const made = sql`SELECT ${key} AS link, MIN(CASE WHEN ${lost} THEN closed_on END) AS lost_on,
      MIN(CASE WHEN ${lost} THEN ${rowFromBelow(day, number, dialect)} END) AS below,
      MIN(CASE WHEN ${lost} THEN ${rowFromAbove(day, number, dialect)} END) AS above,
      COUNT(CASE WHEN ${lost} AND closed_on >= ${date(first)} THEN 1 END) AS losses,
      MAX(created_on) AS latest, COUNT(*) AS deals,
      MIN(${started}) AS first_started, MAX(${started}) AS last_started, MIN(${closed}) AS first_won, MAX(${closed}) AS last_won
    FROM deals GROUP BY ${key} HAVING ${key} IS NOT NULL`
  const query = sql`WITH linked AS (SELECT COUNT(reopened_from) AS links FROM deals),
    reopened AS (
      SELECT reopened_from AS link, MIN(CASE WHEN status = 'won' AND closed_on <= ${end} THEN closed_on END) AS won_on
      FROM deals WHERE reopened_from IS NOT NULL GROUP BY reopened_from),
    tied AS (
      SELECT tie.link, number, ROW_NUMBER() OVER (PARTITION BY tie.link
        ORDER BY ${dialect.textOrder(raw('deal_id'))} NULLS LAST, number) AS place
      FROM (SELECT link, lost_on FROM ${customers} WHERE NOT ${isOnlyRow(raw('below'), raw('above'))}) AS tie
        JOIN (SELECT ${key} AS gone_link, row_number AS number, deal_id, closed_on FROM deals WHERE status = 'lost') AS gone
          ON gone_link = tie.link AND closed_on = tie.lost_on),
    customer_contact AS (${latestContactsUntil(last, customerLink(present, 'deals', 'activities'), input)}),
    told AS (
      SELECT customer.link, COALESCE(tied.number, ${rowWithin(raw('customer.below'))}) AS first_number,
        CASE WHEN first_started <= customer.lost_on THEN 1 ELSE 0 END AS earlier,
        CASE WHEN first_started > customer.lost_on THEN first_won WHEN last_started > customer.lost_on THEN last_won END AS won_on,
        GREATEST(COALESCE(customer.latest, customer_contact.latest),
          COALESCE(customer_contact.latest, customer.latest)) AS latest
      FROM ${customers} AS customer LEFT JOIN tied ON tied.link = customer.link AND tied.place = 1
        LEFT JOIN customer_contact ON customer_contact.customer = customer.link)
    SELECT * FROM (SELECT lost.row_number AS number, lost.deal_id, lost.owner, lost.lost_reason, lost.amount,
      lost.currency, lost.closed_on AS lost_on,
      CASE WHEN links > 0 THEN CASE WHEN reopened.won_on >= lost.closed_on THEN reopened.won_on END ELSE told.won_on END AS back_on,
      CASE WHEN links > 0 THEN 1 WHEN lost.row_number = told.first_number AND told.earlier = 0 THEN 1 ELSE 0 END AS counted,
      CASE WHEN reopened.link IS NOT NULL OR told.latest > lost.closed_on OR lost.last_activity_on > lost.closed_on THEN 1 ELSE 0 END AS touched
    FROM (SELECT *, ${key} AS link FROM deals WHERE status = 'lost' AND closed_on <= ${end} AND closed_on >= ${date(first)}) AS lost
      CROSS JOIN linked
      LEFT JOIN reopened ON reopened.link = lost.deal_id
      LEFT JOIN told ON told.link = lost.link) AS told_losses WHERE counted = 1 OR touched = 0`
  return [
    { name: customersName, sql: made },
    { name: lossesName, sql: query },
    { name: contactedName, sql: contactedDeals(input) },
  ]
}
