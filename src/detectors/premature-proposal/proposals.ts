// Every deal with a proposal and whether it came too early: made once, read by every query and by the rows behind findings.
import { date, integer, join, raw, sql, text, type Dialect, type Sql } from '../../sql/index.ts'
import type { DetectorInput, SharedTable } from '../detector.ts'
import { judgedDays, onDays } from '../judged-days.ts'
import { basisOf } from './basis.ts'
import type { Options } from './options.ts'

export type Input = DetectorInput<Options>

/** A deal this many days older than the first move on record may have had its discovery before anybody recorded moves. */
const historySlack = 7

/** ` proposal price quote `: words with one space before each, for looking up beginnings of words. */
function spaced(stage: Sql, dialect: Dialect): Sql {
  const marks = ['/', '-', '(', ')', '.', ',', '&', ':', '_']
  const plain = marks.reduce(
    (value, mark) => sql`replace(${value}, ${text(mark)}, ' ')`,
    dialect.foldText(stage),
  )
  return sql`(' ' || ${plain})`
}

const hasWord = (value: Sql, words: readonly string[]): Sql =>
  join(
    words
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '')
      .map((word) => sql`position(${text(` ${word}`)} IN ${value}) > 0`),
    ' OR ',
    raw('1 = 0'),
  )

/** Distinct stages and what they are: few, so that the moves themselves are compared once by equality. */
function stages({ dialect, options, asOf }: Input): Sql {
  const name = spaced(raw('stage'), dialect)
  return sql`SELECT stage, moves, CASE WHEN ${hasWord(name, options.discoveryStages)} THEN 'discovery'
      WHEN ${hasWord(name, options.proposalStages)} THEN 'proposal' ELSE 'other' END AS role
    FROM (SELECT stage, SUM(moved) AS moves FROM (
        SELECT stage, 1 AS moved FROM stage_history WHERE entered_on <= ${date(asOf)}
        UNION ALL SELECT from_stage AS stage, 0 AS moved FROM stage_history WHERE entered_on <= ${date(asOf)}) AS named
      WHERE stage IS NOT NULL GROUP BY stage) AS counted`
}

/** First day of discovery and proposal per deal that has a proposal, or whose export may tell of one; `left_discovery`: first move out of discovery, which must have come before. */
const moves = ({ asOf, present }: Input): Sql => sql`SELECT move.deal AS deal,
    MIN(CASE WHEN entered.role = 'discovery' THEN move.entered_on END) AS discovery,
    MIN(CASE WHEN entered.role = 'proposal' THEN move.entered_on END) AS proposal,
    MIN(CASE WHEN quitted.role = 'discovery' THEN move.entered_on END) AS left_discovery
  FROM deal_moves AS move LEFT JOIN premature_proposal_stages AS entered ON entered.stage = move.stage
    LEFT JOIN premature_proposal_stages AS quitted ON quitted.stage = move.from_stage
  WHERE move.entered_on <= ${date(asOf)} GROUP BY move.deal
  ${
    present.has('deals', 'proposal_on')
      ? sql``
      : sql`HAVING MIN(CASE WHEN entered.role = 'proposal' THEN move.entered_on END) IS NOT NULL`
  }`

/**
 * `hit`: too early, because of `before` (discovery came later), `too_soon`, `skipped` (no discovery) or `unqualified`. Where no stage is
 * known as discovery, nothing can come before it. `unknown`: the deal is older than the history and shows no discovery.
 */
function judged(input: Input): Sql {
  const { dialect, present, options, asOf } = input
  const { history, days, fields } = basisOf(present)
  const nothing = dialect.nullOf('date')
  const day = (column: string, moved: string): Sql =>
    sql`COALESCE(CASE WHEN ${raw(column)} <= ${date(asOf)} THEN ${raw(column)} END, ${history ? raw(`moved.${moved}`) : nothing})`
  const blank = join(
    fields.map((field) => raw(`${field} IS NULL`)),
    ' OR ',
    raw('1 = 0'),
  )
  const asked = judgedDays(input)
  const created = asked.bounded
    ? onDays(raw('created_on'), asked)
    : sql`(created_on IS NULL OR ${onDays(raw('created_on'), asked)})`
  // Without any day of a proposal, a deal that was decided must have had one.
  const reached = history || days ? sql`proposal IS NOT NULL` : sql`status IN ('won', 'lost')`
  // Where only moves tell of proposals, deals without any have none.
  const joined = present.has('deals', 'proposal_on') ? 'LEFT JOIN' : 'JOIN'
  const begun = history ? sql`(SELECT MIN(entered_on) FROM stage_history)` : nothing
  const known = history
    ? sql`(SELECT COUNT(*) FROM premature_proposal_stages WHERE role = 'discovery')`
    : sql`0`
  const gap = dialect.daysBetween(raw('discovery'), raw('proposal'))
  const isJudged = sql`CASE WHEN discovery IS NULL AND left_discovery IS NULL AND ${dialect.daysBetween(raw('created_on'), begun)} > ${raw(String(historySlack))}
    THEN 0 ELSE can_order END = 1`
  const seenLeaving = raw(
    'CASE WHEN left_discovery <= proposal AND (discovery IS NULL OR discovery > left_discovery) THEN 1 ELSE 0 END = 1',
  )
  const when = (condition: Sql): Sql =>
    sql`CASE WHEN ${isJudged} AND NOT ${seenLeaving} AND ${condition} THEN 1 ELSE 0 END`
  return sql`SELECT *, CASE WHEN before = 1 OR too_soon = 1 OR skipped = 1 OR unqualified = 1 THEN 1 ELSE 0 END AS hit
    FROM (SELECT deal_id, "owner", segment, status, amount, currency,
        ${when(sql`discovery > proposal`)} AS before,
        ${when(sql`${gap} BETWEEN 0 AND ${integer(options.minDays)} - 1`)} AS too_soon,
        ${when(sql`discovery IS NULL`)} AS skipped,
        CASE WHEN ${blank} THEN 1 ELSE 0 END AS unqualified,
        CASE WHEN ${isJudged} OR ${raw(fields.length > 0 ? 'TRUE' : 'FALSE')} THEN 1 ELSE 0 END AS judged
      FROM (SELECT deals.deal_id AS deal_id, "owner", segment, status, amount, currency, created_on, need, budget,
          decision_maker, ${day('discovery_on', 'discovery')} AS discovery, ${day('proposal_on', 'proposal')} AS proposal,
          ${history ? raw('moved.left_discovery') : nothing} AS left_discovery,
          CASE WHEN ${known} > 0 OR ${raw(days ? 'TRUE' : 'FALSE')} THEN 1 ELSE 0 END AS can_order
        FROM deals ${history ? raw(`${joined} premature_proposal_moves AS moved ON moved.deal = deals.row_number`) : sql``}
      ) AS dated WHERE ${created} AND ${reached}) AS reasons`
}

export function sharedOf(input: Input): readonly SharedTable[] {
  const { history } = basisOf(input.present)
  return [
    ...(history
      ? [
          { name: 'premature_proposal_stages', sql: stages(input) },
          { name: 'premature_proposal_moves', sql: moves(input) },
        ]
      : []),
    { name: 'premature_proposal_judged', sql: judged(input) },
  ]
}
