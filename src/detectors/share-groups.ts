// The share of every owner and segment: how it is counted in SQL, judged, and shown.
import { formatNumber, type Table } from '../report/index.ts'
import { join, raw, sql, type Dialect, type Sql } from '../sql/index.ts'
import { judgeShares, worstShareFirst, type JudgedShare, type LimitedShare } from './share-limit.ts'
import type { ShareStrictness } from './share-limit.ts'
import { limitText } from './share-limit-words.ts'

/** Groups counted per column, the largest first. */
const mostGroups = 500

export const groupColumns = ['owner', 'team', 'product', 'segment'] as const
export type GroupColumn = (typeof groupColumns)[number]

/** What two rows of the same group share; segments have no join key. Made from the label: few are folded where rows are grouped first. */
export function groupKey(column: GroupColumn, dialect: Dialect): Sql {
  const label = dialect.identifier(column)
  return column === 'segment' ? label : dialect.foldText(label)
}

/** Rows of `groupCounts`. */
export const groupRows = {
  grouping: 'text',
  key: 'text',
  label: 'text',
  hits: 'integer',
  total: 'integer',
} as const

export interface GroupRow {
  readonly grouping: string
  readonly key: string
  readonly label: string
  readonly hits: number
  readonly total: number
}

/**
 * Hits and rows per value of each column. `from` is a relation with these columns and a column `hit` that is 1 or 0; null
 * where there is no column to group by. `times`: for how many each of its rows stands.
 */
export function groupCounts(
  dialect: Dialect,
  from: Sql,
  columns: readonly GroupColumn[],
  times: Sql = raw('1'),
): Sql | null {
  const parts = columns.map((column) => {
    const label = dialect.identifier(column)
    return sql`SELECT * FROM (SELECT '${raw(column)}' AS grouping, group_key, MIN(${dialect.textOrder(label)}) AS label,
        CAST(SUM(hits) AS BIGINT) AS hits, CAST(SUM(total) AS BIGINT) AS total
      FROM (SELECT ${label}, ${groupKey(column, dialect)} AS group_key, hits, total FROM (
          SELECT ${label}, SUM(hit * ${times}) AS hits, SUM(${times}) AS total FROM ${from} WHERE ${label} IS NOT NULL GROUP BY ${label}) AS labelled
        ) AS keyed
      GROUP BY group_key ORDER BY SUM(total) DESC, ${dialect.textOrder(raw('group_key'))}
      LIMIT ${raw(String(mostGroups))}) AS by_${raw(column)}`
  })
  if (parts.length === 0) return null
  return sql`SELECT grouping, group_key, label, hits, total FROM (${join(parts, ' UNION ALL ')}) AS grouped
    ORDER BY ${dialect.textOrder(raw('grouping'))}, total DESC, ${dialect.textOrder(raw('group_key'))}`
}

export type JudgedGroup = JudgedShare & {
  readonly column: GroupColumn
  readonly key: string
  readonly label: string
}

const isGroupColumn = (name: string): name is GroupColumn => groupColumns.some((one) => one === name)

/** All groups of all columns are judged together: adjusted for each other. Worst first. */
export function judgeGroups(
  rows: readonly GroupRow[],
  limit: Pick<LimitedShare, 'limit' | 'direction'>,
  options: ShareStrictness & { readonly falseDiscoveryRate: number },
): JudgedGroup[] {
  const groups = rows.flatMap(({ grouping, key, label, hits, total }) =>
    isGroupColumn(grouping) ? [{ ...limit, column: grouping, key, label, x: hits, n: total }] : [],
  )
  return judgeShares(groups, options, options.falseDiscoveryRate).toSorted(worstShareFirst)
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

export interface GroupTableWords {
  /** `Debriefs of losses`: the title goes on with ` by owner`. */
  readonly title: string
  /** Over the two counts: `Debriefed`, `Losses due`. */
  readonly hits: string
  readonly total: string
  /** What the share divides by what. */
  readonly note: string
}

/** One table per column that has groups. */
export function groupTables(groups: readonly JudgedGroup[], words: GroupTableWords): Table[] {
  return groupColumns.flatMap((column) => {
    const own = groups.filter((group) => group.column === column)
    const [first] = own
    if (first === undefined) return []
    const beyond = own.filter(({ verdict }) => verdict === 'problem').length
    return [
      {
        id: `by-${column}`,
        title: `${words.title} by ${column}`,
        note: `${words.note} Limit: ${limitText(first)}. 95 % interval; p one-sided, adjusted for the number of owners and segments.`,
        columns: [
          { id: column, label: capital(column), type: 'text' as const },
          { id: 'hits', label: words.hits, type: 'count' as const },
          { id: 'total', label: words.total, type: 'count' as const },
          { id: 'share', label: 'Share', type: 'share' as const, bar: true },
          { id: 'lower', label: 'from', type: 'share' as const, priority: 2 },
          { id: 'upper', label: 'to', type: 'share' as const, priority: 2 },
          { id: 'adjustedP', label: 'Adjusted p', type: 'p' as const, priority: 4 },
          { id: 'verdict', label: 'Verdict', type: 'verdict' as const, priority: 1 },
        ],
        rows: own.map(({ label, x, n, share, lower, upper, adjustedP, p, verdict }) => [
          label,
          x,
          n,
          share,
          lower,
          upper,
          adjustedP ?? (verdict === 'insufficient' ? null : p),
          verdict === 'insufficient' ? 'insufficient-data' : verdict,
        ]),
        chart: {
          kind: 'interval' as const,
          title: `${words.title} by ${column}`,
          description: `Share with its 95 % interval for ${formatNumber(own.length)} groups; ${formatNumber(beyond)} beyond the limit.`,
          x: column,
          y: ['share'],
          lower: 'lower',
          upper: 'upper',
          reference: first.limit,
          highlight: 'verdict',
        },
      },
    ]
  })
}
