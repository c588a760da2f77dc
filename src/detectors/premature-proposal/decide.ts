// From rows to the decision: is a proposal made before anybody understood what the customer needs? Informative: at most `watch`.
import { formatCount, formatList, formatNumber, type Scalar, type Table } from '../../report/index.ts'
import { wilsonInterval } from '../../stats/index.ts'
import { contrastTable, contrastText, shareContrast, type Contrast } from '../contrast.ts'
import type { DecideInput, Decision, Rollups } from '../detector.ts'
import { groupCause } from '../headline-cause.ts'
import { groupTables, judgeGroups, type JudgedGroup } from '../share-groups.ts'
import { limitFindings, ownersBeyond } from '../share-limit-findings.ts'
import { briefShare, shareText } from '../share-limit-words.ts'
import { judgeShares, strictness, type ShareCount } from '../share-limit.ts'
import { basisOf, fieldNames, type Basis } from './basis.ts'
import type { Message } from './messages.ts'
import type { Options } from './options.ts'
import type { ReasonRow, Rows, SideRow, StageRow } from './rows.ts'

type Input = DecideInput<Rows, Options, Rollups>

const noReasons: ReasonRow = { before: 0, tooSoon: 0, skipped: 0, unqualified: 0, unknown: 0, later: 0 }

const sideOf = (rows: readonly SideRow[], troubled: boolean): SideRow =>
  rows.find((row) => row.troubled === troubled) ?? { troubled, deals: 0, won: 0, lost: 0 }

const created = ({ won, deals }: SideRow): ShareCount => ({ x: won, n: deals })
const closed = ({ won, lost }: SideRow): ShareCount => ({ x: won, n: won + lost })

const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

/** Why proposals came too early, each with its count; a deal may count twice. */
const reasonTexts = (reasons: ReasonRow, basis: Basis, minDays: number): [string, number][] =>
  (
    [
      ['before discovery', reasons.before],
      [
        minDays === 1 ? 'on the day of discovery' : `less than ${formatNumber(minDays)} days after discovery`,
        reasons.tooSoon,
      ],
      ['without any discovery', reasons.skipped],
      [`with no ${orList(basis.fields.map((field) => fieldNames[field]))} on record`, reasons.unqualified],
    ] satisfies [string, number][]
  ).filter(([, count]) => count > 0)

function reasonTable(reasons: ReasonRow, total: number, basis: Basis, minDays: number): Table {
  const rows: [string, number][] = [...reasonTexts(reasons, basis, minDays), ['in time', reasons.later]]
  return {
    id: 'proposals',
    title: 'When the proposal came',
    note: 'Share: deals / deals with a proposal, with 95 % interval. A deal may be too early for several reasons.',
    columns: [
      { id: 'when', label: 'Proposal', type: 'text' },
      { id: 'deals', label: 'Deals', type: 'count' },
      { id: 'of', label: 'of', type: 'count' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
      { id: 'lower', label: 'from', type: 'share', priority: 1 },
      { id: 'upper', label: 'to', type: 'share', priority: 1 },
    ],
    rows: rows.map(([name, count]): Scalar[] => {
      const { share, lower, upper } = wilsonInterval(Math.min(count, total), total)
      return [name, count, total, share, lower, upper]
    }),
  }
}

const stageTable = (stages: readonly StageRow[]): Table => ({
  id: 'stages',
  title: 'What the stages were taken for',
  note: 'Decided by words: discoveryStages and proposalStages in salescheck.json.',
  columns: [
    { id: 'stage', label: 'Stage', type: 'text' },
    { id: 'role', label: 'Taken for', type: 'text' },
    { id: 'moves', label: 'Moves into it', type: 'count' },
  ],
  rows: stages.map(({ stage, role, moves }) => [stage, role, moves]),
})

/** Why nothing can be judged; null: it can. */
function unjudged(input: Input, total: number): string | null {
  const { rows, present, options } = input
  const basis = basisOf(present)
  const roles = new Set(rows.stages.map(({ role }) => role))
  const stages = rows.stages.slice(0, 6).map(({ stage }) => stage)
  if (basis.history && !basis.days && rows.stages.length > 0)
    for (const [role, option] of [
      ['proposal', 'proposalStages'],
      ['discovery', 'discoveryStages'],
    ] as const)
      if (!roles.has(role) && (role === 'proposal' || basis.fields.length === 0))
        return `no stage is known as ${role} (${formatList(stages)}): name it in ${option}`
  if (total >= options.minRows) return null
  return total === 0
    ? 'there are no deals with a proposal'
    : `${formatCount(total, 'deal has', 'deals have')} a proposal, ${options.minRows} are needed to judge`
}

function notesOf(
  { options }: Input,
  reasons: ReasonRow,
  groups: readonly JudgedGroup[],
  open: number,
): string[] {
  const owners = ownersBeyond(groups)
  return [
    ...(reasons.unknown > 0
      ? [
          `${formatCount(reasons.unknown, 'deal')} with a proposal are older than the history of stages: not judged.`,
        ]
      : []),
    ...(open > 0 ? [`${formatCount(open, 'deal')} still open: won so far, not won at last.`] : []),
    ...(options.minDays === 0 ? ['A proposal on the day of discovery counts as in time.'] : []),
    ...(owners === null || owners.beyond === 0
      ? []
      : [`Beyond the limit: ${formatNumber(owners.beyond)} of ${formatCount(owners.of, 'owner')}.`]),
  ]
}

export function decide(input: Input): Decision<Message> {
  const { options, rows, present } = input
  const basis = basisOf(present)
  const [early, others] = [sideOf(rows.sides, true), sideOf(rows.sides, false)]
  const total = early.deals + others.deals
  const reasons = rows.reasons[0] ?? noReasons
  const limit = { limit: options.maxPremature / 100, direction: 'above' } as const
  const strict = strictness(options)
  const premature = { x: early.deals, n: total }
  const [company] = judgeShares([{ ...limit, ...premature }], strict)
  const groups = judgeGroups(rows.groups, limit, {
    ...strict,
    falseDiscoveryRate: options.falseDiscoveryRate,
  })
  const winRate = shareContrast('Won of those created', 'deals', created(early), created(others))
  const contrasts = [winRate, shareContrast('Won of those closed', 'deals', closed(early), closed(others))]
  const reason = unjudged(input, total)
  const texts = reasonTexts(reasons, basis, options.minDays).map(
    ([name, count]) => `${formatNumber(count)} ${name}`,
  )
  const findings =
    reason !== null || company === undefined
      ? []
      : limitFindings(
          company,
          groups,
          {
            company: 'premature',
            group: 'premature-in-group',
            noun: 'deal with a proposal',
            plural: 'deals with a proposal',
            measure: {
              name: 'share of proposals made too early',
              numerator: 'deals whose proposal came before, with or without discovery',
              denominator: 'deals with a proposal',
            },
            atMost: 'watch',
          },
          {
            period: input.period,
            impact: rows.values.map(({ value, currency }) => ({ amount: value, currency })),
            more: {
              reasons: texts.join(', '),
              effect: winRate === null ? '' : ` ${contrastText(winRate)}.`,
            },
          },
        )
  const cause = groupCause(findings, groups)
  const answer = {
    headline:
      total === 0
        ? 'There are no deals with a proposal to look at.'
        : `${shareText(premature, 'deal with a proposal', 'deals with a proposal')} had it too early${cause}; won so far: ${briefShare(created(early))} of ${cause === '' ? 'these' : 'all early ones'}, ${briefShare(created(others))} of the others.`,
    summary: {
      deals: total,
      premature: early.deals,
      prematureWon: early.won,
      others: others.deals,
      othersWon: others.won,
      share: company?.share ?? null,
      beyondLimit: company?.verdict === 'problem',
      winRateDifference: winRate?.difference ?? null,
      winRateP: winRate?.p ?? null,
      groupsBeyond: groups
        .filter(({ verdict }) => verdict === 'problem')
        .map(({ column, label }) => `${column}:${label}`),
    },
    findings,
    tables: tablesOf(input, reasons, total, groups, contrasts),
    notes: notesOf(input, reasons, groups, total - early.won - early.lost - others.won - others.lost),
  }
  if (reason !== null) return { outcome: 'insufficient-data', reason, ...answer }
  return { outcome: findings.length > 0 ? 'watch' : 'ok', ...answer }
}

/** The question is informative: so is its table. */
const atMostWatch = (group: JudgedGroup): JudgedGroup =>
  group.verdict === 'problem' ? { ...group, verdict: 'watch' } : group

function tablesOf(
  { rows, present, options }: Input,
  reasons: ReasonRow,
  total: number,
  groups: readonly JudgedGroup[],
  contrasts: readonly (Contrast | null)[],
): Table[] {
  const contrast = contrastTable(
    contrasts,
    ['Too early', 'In time'],
    'createdWinRate: won so far / all with a proposal. closeRate: won / won and lost.',
  )
  return [
    ...(total > 0 ? [reasonTable(reasons, total, basisOf(present), options.minDays)] : []),
    ...(contrast === null ? [] : [contrast]),
    ...groupTables(groups.map(atMostWatch), {
      title: 'Proposals made too early',
      hits: 'Too early',
      total: 'Deals',
      note: 'Share: deals whose proposal came too early / deals with a proposal.',
    }),
    ...(rows.stages.length > 0 ? [stageTable(rows.stages)] : []),
  ]
}
