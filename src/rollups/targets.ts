// Targets added up per level, entity, period and currency: a file may hold one row per product line, rep and month.
import { sql } from '../sql/index.ts'
import { defineRollup } from './rollup.ts'

/**
 * `given` counts rows with an amount, `target` is their sum and NULL when there is none. A row without a level is the company's when it
 * names nobody; `level` is NULL when it does.
 */
export const targets = defineRollup({
  id: 'targets',
  reads: { targets: ['level', 'entity', 'grain', 'start_on', 'end_on', 'target_amount', 'currency'] },
  rows: {
    level: 'text?',
    entityKey: 'text?',
    entity: 'text?',
    grain: 'text?',
    startOn: 'date?',
    endOn: 'date?',
    currency: 'text?',
    rows: 'integer',
    given: 'integer',
    target: 'decimal?',
  },
  query({ dialect }) {
    const level = sql`CASE WHEN level IS NOT NULL THEN level WHEN entity_key IS NULL THEN 'company' END`
    return sql`SELECT ${level} AS level, entity_key, MIN(${dialect.textOrder(sql`entity`)}) AS entity, grain, start_on,
        end_on, currency, COUNT(*) AS "rows", COUNT(target_amount) AS given, SUM(target_amount) AS target
      FROM targets GROUP BY ${level}, entity_key, grain, start_on, end_on, currency
      ORDER BY ${dialect.textOrder(level)} NULLS FIRST, ${dialect.textOrder(sql`entity_key`)} NULLS FIRST,
        start_on NULLS FIRST, end_on NULLS FIRST, ${dialect.textOrder(sql`grain`)} NULLS FIRST,
        ${dialect.textOrder(sql`currency`)} NULLS FIRST`
  },
})
