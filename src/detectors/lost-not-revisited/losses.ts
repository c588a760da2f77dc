// One table of lost deals, made once per run: when each was won back, whether the rate counts it, and whether anybody touched it since.
import { date, raw, sql, type Sql } from '../../sql/index.ts'
import type { SharedTable } from '../detector.ts'
import { customerLink } from '../customer-link.ts'
import { reachOf, type Input } from './reach.ts'

export const lossesName = 'lost_not_revisited_losses'
export const losses = raw(lossesName)

/** Latest contact per deal or customer from the activities; empty without them. Planned ones are no contact. */
function contacts(input: Input, column: string | null): Sql {
  const { present, dialect } = input
  if (column === null || !present.has('activities', 'happened_on'))
    return sql`SELECT ${dialect.nullOf('text')} AS link, ${dialect.nullOf('date')} AS latest WHERE 1 = 0`
  return sql`SELECT ${raw(column)} AS link, MAX(happened_on) AS latest FROM activities
    WHERE ${raw(column)} IS NOT NULL AND COALESCE(done, TRUE) AND happened_on <= ${date(reachOf(input).last)} GROUP BY ${raw(column)}`
}

/**
 * Where any deal names the lost deal it reopens, those links decide and every loss is counted. Else the customer does: the first loss of
 * a customer that had bought nothing before it, won back by the first deal created after it and won. So each customer counts once.
 * Only losses of a customer's first day are ranked: ranking all of them takes as long as everything else together.
 */
export function sharedTables(input: Input): readonly SharedTable[] {
  const { present, dialect } = input
  const { first, last } = reachOf(input)
  const end = date(last)
  const key = raw(customerLink(present, 'deals') ?? 'CAST(NULL AS VARCHAR)')
  const byDeal = present.has('activities', 'deal_id') ? 'deal_id' : null
  const byCustomer = present.has('activities') ? customerLink(present, 'deals', 'activities') : null
  const started = raw('COALESCE(won.created_on, won.closed_on)')
  const query = sql`WITH linked AS (SELECT COUNT(reopened_from) AS links FROM deals),
    reopened AS (
      SELECT reopened_from AS link, MIN(CASE WHEN status = 'won' AND closed_on <= ${end} THEN closed_on END) AS won_on
      FROM deals WHERE reopened_from IS NOT NULL GROUP BY reopened_from),
    customer AS (
      SELECT ${key} AS link, MIN(CASE WHEN status = 'lost' AND closed_on <= ${end} THEN closed_on END) AS lost_on,
        MAX(created_on) AS latest, COUNT(*) AS deals
      FROM deals GROUP BY ${key} HAVING ${key} IS NOT NULL),
    first_loss AS (SELECT link, lost_on FROM customer WHERE lost_on IS NOT NULL),
    bought AS (
      SELECT first_loss.link, COUNT(CASE WHEN ${started} <= first_loss.lost_on THEN 1 END) AS earlier,
        MIN(CASE WHEN ${started} > first_loss.lost_on THEN won.closed_on END) AS won_on
      FROM first_loss JOIN (SELECT ${key} AS link, created_on, closed_on FROM deals
        WHERE status = 'won' AND closed_on <= ${end}) AS won ON won.link = first_loss.link
      GROUP BY first_loss.link),
    deal_contact AS (${contacts(input, byDeal)}),
    customer_contact AS (${contacts(input, byCustomer)}),
    lost AS (
      SELECT deal_id, COALESCE(customer, deal_name) AS name, ${key} AS link, owner_key, owner, lost_reason, amount, currency,
        closed_on AS lost_on, last_activity_on
      FROM deals WHERE status = 'lost' AND closed_on <= ${end}),
    dated AS (SELECT lost.*, first_loss.lost_on AS first_on FROM lost LEFT JOIN first_loss ON first_loss.link = lost.link),
    placed AS (
      SELECT *, ROW_NUMBER() OVER (PARTITION BY link ORDER BY ${dialect.textOrder(raw('deal_id'))}) AS place
      FROM dated WHERE lost_on = first_on
      UNION ALL SELECT *, 2 AS place FROM dated WHERE first_on IS NULL OR lost_on > first_on)
    SELECT lost.deal_id, lost.name, lost.owner_key, lost.owner, lost.lost_reason, lost.amount, lost.currency, lost.lost_on,
      customer.deals AS customer_deals,
      CASE WHEN links > 0 THEN CASE WHEN reopened.won_on >= lost.lost_on THEN reopened.won_on END ELSE bought.won_on END AS back_on,
      CASE WHEN links > 0 THEN 1 WHEN lost.link IS NULL OR place > 1 OR COALESCE(bought.earlier, 0) > 0 THEN 0 ELSE 1 END AS counted,
      CASE WHEN reopened.link IS NOT NULL OR customer.latest > lost.lost_on OR lost.last_activity_on > lost.lost_on
        OR deal_contact.latest > lost.lost_on OR customer_contact.latest > lost.lost_on THEN 1 ELSE 0 END AS touched
    FROM placed AS lost CROSS JOIN linked
      LEFT JOIN reopened ON reopened.link = lost.deal_id
      LEFT JOIN bought ON bought.link = lost.link
      LEFT JOIN customer ON customer.link = lost.link
      LEFT JOIN deal_contact ON deal_contact.link = lost.deal_id
      LEFT JOIN customer_contact ON customer_contact.link = lost.link
    WHERE lost.lost_on >= ${date(first)}`
  return [{ name: lossesName, sql: query }]
}
