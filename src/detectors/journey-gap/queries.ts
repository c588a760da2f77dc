// Respondents with the same answers are counted together: a few thousand rows however many surveys there are.
import { join, raw, sql, type Sql } from '../../sql/index.ts'
import { answersTable, leftOut, recognisedBy, type Input } from './answers.ts'
import type { rows } from './rows.ts'

const answers = raw(answersTable)

/** Points and answers of one kind, as columns of a grouped query. */
const side = (kind: 'touchpoint' | 'journey', name: string): Sql =>
  raw(`SUM(CASE WHEN kind = '${kind}' THEN points ELSE 0 END) AS ${name}_sum,
    COUNT(CASE WHEN kind = '${kind}' THEN 1 END) AS ${name}_count`)

/** A respondent's journey answers stand beside those of all touchpoints, and beside those of each one. */
function pairsBy(key: string, none: Sql): Sql {
  const by = raw(key)
  return sql`SELECT '${by}' AS "by", ${none} AS place, touch_sum, touch_count, journey_sum, journey_count
      FROM (SELECT ${by}, ${side('touchpoint', 'touch')}, ${side('journey', 'journey')}
        FROM ${answers} WHERE ${by} IS NOT NULL GROUP BY ${by}) AS whole
      WHERE touch_count > 0 AND journey_count > 0
    UNION ALL SELECT '${by}', place, touch_sum, touch_count, journey_sum, journey_count
      FROM (SELECT ${by} AS who, place, SUM(points) AS touch_sum, COUNT(*) AS touch_count
        FROM ${answers} WHERE kind = 'touchpoint' AND place IS NOT NULL AND ${by} IS NOT NULL GROUP BY ${by}, place) AS touched
      JOIN (SELECT ${by} AS traveller, SUM(points) AS journey_sum, COUNT(*) AS journey_count
        FROM ${answers} WHERE kind = 'journey' AND ${by} IS NOT NULL GROUP BY ${by}) AS travelled ON who = traveller`
}

/** The way most answers write a touchpoint. */
const labels = (input: Input): Sql => sql`labels AS (SELECT place AS spelt, touchpoint AS label FROM (
    SELECT place, touchpoint, ROW_NUMBER() OVER (PARTITION BY place
      ORDER BY COUNT(*) DESC, ${input.dialect.textOrder(sql`touchpoint`)}) AS nth
    FROM ${answers} WHERE place IS NOT NULL GROUP BY place, touchpoint) AS ranked WHERE nth = 1)`

function pairsQuery(input: Input): Sql | undefined {
  const keys = recognisedBy(input)
  if (keys.length === 0) return undefined
  const { dialect } = input
  const all = join(
    keys.map((key) => sql`SELECT * FROM (${pairsBy(key, dialect.nullOf('text'))}) AS ${raw(`by_${key}`)}`),
    ' UNION ALL ',
  )
  const order = sql`"by", ${dialect.textOrder(sql`touchpoint`)} NULLS FIRST, touch_sum, touch_count, journey_sum, journey_count`
  return sql`WITH ${labels(input)}
    SELECT "by", label AS touchpoint, touch_sum, touch_count, journey_sum, journey_count, COUNT(*) AS respondents
    FROM (${all}) AS paired LEFT JOIN labels ON place = spelt
    GROUP BY "by", label, touch_sum, touch_count, journey_sum, journey_count ORDER BY ${order}`
}

/** One respondent: the customer, else the person; a row that names neither is one of its own. */
function respondent(input: Input): Sql {
  const keys = recognisedBy(input)
  // Different kinds of names could be the same text: a prefix keeps them apart; one kind, as most exports have, needs none.
  const parts = keys.map((key) => raw(keys.length === 1 ? key : `'${key} ' || ${key}`))
  return parts.length === 0
    ? input.dialect.nullOf('text')
    : sql`COALESCE(${join([...parts, input.dialect.nullOf('text')], ', ')})`
}

function sidesQuery(input: Input): Sql {
  const { dialect } = input
  const none = dialect.nullOf('text')
  const of = (
    place: Sql,
    segment: Sql,
    where: Sql,
  ): Sql => sql`SELECT kind, place, segment, sum, count, COUNT(*) AS respondents
      FROM (SELECT kind, ${place} AS place, MIN(${segment}) AS segment, SUM(points) AS sum, COUNT(*) AS count
        FROM named WHERE who IS NOT NULL AND ${where} GROUP BY who, kind${place === none ? raw('') : raw(', place')}) AS persons
      GROUP BY kind, place, segment, sum, count
    UNION ALL SELECT kind, ${place}, ${segment}, points, 1, COUNT(*) FROM named WHERE who IS NULL AND ${where}
      GROUP BY kind, ${place === none ? raw('') : raw('place, ')}${segment === none ? raw('') : raw('segment, ')}points`
  const order = ['kind', 'touchpoint', 'segment'].map(
    (name) => sql`${dialect.textOrder(raw(name))} NULLS FIRST`,
  )
  return sql`WITH ${labels(input)}, named AS (SELECT ${respondent(input)} AS who, kind, place, segment, points FROM ${answers})
    SELECT kind, label AS touchpoint, segment, CAST(sum AS ${dialect.typeName('number')}) AS sum, count,
      CAST(SUM(respondents) AS BIGINT) AS respondents
    FROM (${of(none, sql`segment`, sql`TRUE`)} UNION ALL
      ${of(raw('place'), none, sql`kind = 'touchpoint' AND place IS NOT NULL`)}) AS counted
    LEFT JOIN labels ON place = spelt GROUP BY kind, label, segment, sum, count ORDER BY ${join(order, ', ')}, sum, count`
}

const totalsQuery = sql`SELECT kind, COUNT(*) AS answers, CAST(SUM(scored) AS BIGINT) AS scored, SUM(points) AS sum
  FROM ${answers} GROUP BY kind ORDER BY kind`

export function queries(input: Input): { readonly [K in keyof typeof rows]?: Sql } {
  const pairs = pairsQuery(input)
  return {
    ...(pairs === undefined ? {} : { pairs }),
    sides: sidesQuery(input),
    totals: totalsQuery,
    leftOut: leftOut(input),
  }
}
