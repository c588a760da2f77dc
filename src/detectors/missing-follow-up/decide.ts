// From rows to the decision: is a new customer spoken to after the sale?
import { formatCount, formatNumber, formatShare, type Money, type Table } from '../../report/index.ts'
import { wilsonInterval } from '../../stats/index.ts'
import { contrastTable, contrastText, npsContrast, shareContrast, type Contrast } from '../contrast.ts'
import type { DecideInput, Decision, Rollups } from '../detector.ts'
import { groupCause } from '../headline-cause.ts'
import { npsCountsOf } from '../nps-sides.ts'
import { groupTables, judgeGroups, type JudgedGroup } from '../share-groups.ts'
import { limitFindings, ownersBeyond } from '../share-limit-findings.ts'
import { shareText } from '../share-limit-words.ts'
import { judgeShares, strictness, type JudgedShare, type ShareCount } from '../share-limit.ts'
import { waitingQuantile, waitingText } from '../waiting-days.ts'
import type { Message } from './messages.ts'
import type { Options } from './options.ts'
import type { KeptRow, Rows, TotalRow } from './rows.ts'
import { contactsEnd } from './sales.ts'

type Input = DecideInput<Rows, Options, Rollups>

const nothing: TotalRow = {
  won: 0,
  contacted: 0,
  never: 0,
  due: 0,
  inTime: 0,
  late: 0,
  contacts: 0,
  met: 0,
  undated: 0,
}

const keptOf = (rows: readonly KeptRow[], troubled: boolean): ShareCount => {
  const found = rows.find((row) => row.troubled === troubled)
  return { x: found?.kept ?? 0, n: found?.customers ?? 0 }
}

const contrastsOf = ({ rows }: Input): (Contrast | null)[] => [
  npsContrast('NPS', npsCountsOf(rows.nps, true), npsCountsOf(rows.nps, false)),
  shareContrast('Customers kept', 'customers', keptOf(rows.kept, true), keptOf(rows.kept, false)),
]

function whenTable({ due, inTime, late }: TotalRow, withinDays: number): Table {
  const row = (name: string, count: number): (string | number | null)[] => {
    const { share, lower, upper } = wilsonInterval(count, due)
    return [name, count, due, share, lower, upper]
  }
  return {
    id: 'contacts',
    title: 'The first contact after the sale',
    note: `Share: won deals / won deals sold at least ${formatNumber(withinDays)} days before contacts end, with 95 % interval. A contact on the day of the sale belongs to the sale.`,
    columns: [
      { id: 'when', label: 'First contact', type: 'text' },
      { id: 'deals', label: 'Won deals', type: 'count' },
      { id: 'due', label: 'of', type: 'count' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
      { id: 'lower', label: 'from', type: 'share', priority: 1 },
      { id: 'upper', label: 'to', type: 'share', priority: 1 },
    ],
    rows: [
      row(`within ${formatNumber(withinDays)} days`, inTime),
      row('later', late),
      row('none so far', due - inTime - late),
    ],
  }
}

function notesOf(input: Input, totals: TotalRow, groups: readonly JudgedGroup[]): string[] {
  const { options, rows, asOf } = input
  const end = contactsEnd(input)
  const half = waitingText(waitingQuantile(rows.waiting, 0.5))
  const owners = ownersBeyond(groups)
  const young = totals.won - totals.due
  return [
    ...(half === null ? [] : [`Half of the won deals have their first contact within ${half}.`]),
    ...(young > 0
      ? [
          `${formatCount(young, 'won deal')} sold less than ${formatNumber(options.withinDays)} days before contacts end: not due yet.`,
        ]
      : []),
    ...(end < asOf ? [`Contacts reach until ${end}: what was sold later is not judged.`] : []),
    ...(totals.undated > 0 ? [`${formatCount(totals.undated, 'won deal')} without a date: left out.`] : []),
    ...(owners === null || owners.beyond === 0
      ? []
      : [`Beyond the limit: ${formatNumber(owners.beyond)} of ${formatCount(owners.of, 'owner')}.`]),
  ]
}

/** Why nothing can be judged; null: it can. */
function unjudged({ won, due, contacts, met }: TotalRow, minRows: number): string | null {
  if (won === 0) return 'there are no won deals with a date'
  if (contacts > 0 && met === 0)
    return `none of ${formatCount(contacts, 'contact')} belongs to a won deal or its customer after the sale: check that the exports share ids or customer names`
  return due >= minRows
    ? null
    : `${formatCount(due, 'won deal is', 'won deals are')} old enough, ${minRows} are needed to judge`
}

export function decide(input: Input): Decision<Message> {
  const { options, rows } = input
  const totals = rows.totals[0] ?? nothing
  const limit = { limit: options.maxMissing / 100, direction: 'above' } as const
  const strict = strictness(options)
  const missing = { x: totals.due - totals.inTime, n: totals.due }
  const company: JudgedShare | undefined = judgeShares([{ ...limit, ...missing }], strict)[0]
  const groups = judgeGroups(rows.groups, limit, {
    ...strict,
    falseDiscoveryRate: options.falseDiscoveryRate,
  })
  const contrasts = contrastsOf(input)
  const [nps] = contrasts
  const reason = unjudged(totals, options.minRows)
  const impact: Money[] = rows.values
    .filter((row) => row.missing > 0)
    .map((row) => ({ amount: row.missing, currency: row.currency }))
  const findings =
    reason !== null || company === undefined
      ? []
      : limitFindings(
          company,
          groups,
          {
            company: 'few-contacts',
            group: 'few-in-group',
            noun: 'won deal',
            measure: {
              name: `share of won deals without a contact within ${options.withinDays} days`,
              numerator: 'won deals without a contact in time',
              denominator: 'won deals old enough to have had one',
            },
          },
          {
            period: input.period,
            impact,
            more: {
              days: formatNumber(options.withinDays),
              effect: nps === null || nps === undefined ? '' : ` ${contrastText(nps)}.`,
            },
          },
        ).map((draft) => ({ ...draft, data: { days: formatNumber(options.withinDays), ...draft.data } }))
  const half = waitingQuantile(rows.waiting, 0.5)
  const cause = groupCause(findings, groups)
  const answer = {
    headline:
      totals.due === 0
        ? `None of ${formatCount(totals.won, 'won deal')} is old enough to be judged.`
        : `${shareText(missing, 'won deal')} had no contact within ${formatNumber(options.withinDays)} days of the sale${cause}; ${cause === '' ? '' : 'in all, '}${formatNumber(totals.due - totals.inTime - totals.late)} (${formatShare((totals.due - totals.inTime - totals.late) / totals.due)}) had none so far.`,
    summary: {
      wonDeals: totals.won,
      contactedInTime: totals.contacted,
      neverContacted: totals.never,
      due: totals.due,
      dueWithoutContact: missing.x,
      share: company?.share ?? null,
      medianDays: half?.quantile ?? null,
      npsDifference: nps?.difference ?? null,
      keptDifference: contrasts[1]?.difference ?? null,
      groupsBeyond: groups
        .filter(({ verdict }) => verdict === 'problem')
        .map(({ column, label }) => `${column}:${label}`),
    },
    findings,
    tables: tablesOf(input, totals, groups, contrasts),
    notes: notesOf(input, totals, groups),
  }
  if (reason !== null) return { outcome: 'insufficient-data', reason, ...answer }
  if (findings.some(({ verdict }) => verdict === 'problem')) return { outcome: 'problem', ...answer }
  return { outcome: findings.length > 0 ? 'watch' : 'ok', ...answer }
}

function tablesOf(
  { options }: Input,
  totals: TotalRow,
  groups: readonly JudgedGroup[],
  contrasts: readonly (Contrast | null)[],
): Table[] {
  if (totals.won === 0) return []
  const contrast = contrastTable(
    contrasts,
    ['Not contacted', 'Contacted'],
    'Customers by their latest sale that was old enough: NPS of their latest answer since, and how many are still customers.',
  )
  return [
    whenTable(totals, options.withinDays),
    ...groupTables(groups, {
      title: 'Won deals without a contact in time',
      hits: 'Without',
      total: 'Won deals',
      note: `Share: won deals without a contact within ${formatNumber(options.withinDays)} days / won deals old enough.`,
    }),
    ...(contrast === null ? [] : [contrast]),
  ]
}
