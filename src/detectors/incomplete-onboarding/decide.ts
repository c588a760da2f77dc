// From rows to the decision: do customers start with everything on file?
import { formatCount, formatList, formatNumber, formatShare, type Table } from '../../report/index.ts'
import { contrastTable, contrastText, npsContrast, type Contrast } from '../contrast.ts'
import type { DecideInput, Decision, Rollups } from '../detector.ts'
import { groupCause } from '../headline-cause.ts'
import { npsCountsOf } from '../nps-sides.ts'
import { groupTables, judgeGroups, type JudgedGroup } from '../share-groups.ts'
import { limitFindings, ownersBeyond } from '../share-limit-findings.ts'
import { shareText } from '../share-limit-words.ts'
import { judgeShares, strictness } from '../share-limit.ts'
import { waitingQuantile, waitingText } from '../waiting-days.ts'
import { knowsStart } from './customers.ts'
import { fieldsOf, fieldText, type Fields } from './fields.ts'
import type { Message } from './messages.ts'
import type { Options } from './options.ts'
import type { Rows, TotalRow } from './rows.ts'
import { fieldTable, waitingTable, type Waits } from './tables.ts'

type Input = DecideInput<Rows, Options, Rollups>

const nothing: TotalRow = { customers: 0, incomplete: 0, due: 0, dueIncomplete: 0 }

const waitsOf = ({ rows }: Input): Waits => ({
  incomplete: waitingQuantile(
    rows.waiting.filter(({ troubled }) => troubled),
    0.5,
  ),
  complete: waitingQuantile(
    rows.waiting.filter(({ troubled }) => !troubled),
    0.5,
  ),
})

/** ` Half of them use it within 47 days …, of the others within 17 days …`, where both are known. */
function delayText({ incomplete, complete }: Waits): string {
  const [a, b] = [waitingText(incomplete), waitingText(complete)]
  return a === null || b === null
    ? ''
    : ` Half of them start to use it within ${a}, of the others within ${b}.`
}

const anyOf = (fields: Fields): string => {
  const names = fields.present.map(fieldText)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

function notesOf(input: Input, totals: TotalRow, fields: Fields, groups: readonly JudgedGroup[]): string[] {
  const owners = ownersBeyond(groups)
  const early = totals.customers - totals.due
  const own = fields.absent.filter((field) => !field.startsWith('required_'))
  return [
    ...(early > 0 ? [`${formatCount(early, 'customer')} neither invoiced nor active yet: not judged.`] : []),
    ...(knowsStart(input)
      ? []
      : [
          'Nothing says when a customer started (no invoices, no day of the first use): all of them are judged.',
        ]),
    ...(own.length > 0 ? [`Not in the export, so not looked at: ${formatList(own.map(fieldText))}.`] : []),
    ...(fields.unknown.length > 0
      ? [`requiredFields names what salescheck has no column for: ${formatList(fields.unknown)}.`]
      : []),
    ...(owners === null || owners.beyond === 0
      ? []
      : [`Beyond the limit: ${formatNumber(owners.beyond)} of ${formatCount(owners.of, 'owner')}.`]),
  ]
}

function unjudged({ customers, due }: TotalRow, fields: Fields, minRows: number): string | null {
  if (fields.present.length === 0)
    return 'none of the required fields is in the export: map them in salescheck.json, or name others in requiredFields'
  if (customers === 0) return 'there are no customers'
  return due >= minRows
    ? null
    : `${formatCount(due, 'customer is', 'customers are')} invoiced or active, ${minRows} are needed to judge`
}

export function decide(input: Input): Decision<Message> {
  const { options, rows, present } = input
  const totals = rows.totals[0] ?? nothing
  const fields = fieldsOf(options.requiredFields, present)
  const limit = { limit: options.maxIncomplete / 100, direction: 'above' } as const
  const strict = strictness(options)
  const incomplete = { x: totals.dueIncomplete, n: totals.due }
  const [company] = judgeShares([{ ...limit, ...incomplete }], strict)
  const groups = judgeGroups(rows.groups, limit, {
    ...strict,
    falseDiscoveryRate: options.falseDiscoveryRate,
  })
  const waits = waitsOf(input)
  const nps = npsContrast('NPS', npsCountsOf(rows.nps, true), npsCountsOf(rows.nps, false))
  const reason = unjudged(totals, fields, options.minRows)
  const findings =
    reason !== null || company === undefined
      ? []
      : limitFindings(
          company,
          groups,
          {
            company: 'incomplete',
            group: 'incomplete-in-group',
            noun: 'customer',
            measure: {
              name: 'share of customers lacking a required field',
              numerator: 'customers lacking a required field',
              denominator: 'customers invoiced or active',
            },
          },
          {
            period: input.period,
            impact: rows.values.map(({ value, currency }) => ({ amount: value, currency })),
            more: {
              fields: anyOf(fields),
              delay: delayText(waits),
              effect: nps === null ? '' : ` ${contrastText(nps)}.`,
            },
          },
        )
  const worst = rows.fields.find(({ missing }) => missing > 0)
  const answer = {
    headline:
      totals.due === 0
        ? `None of ${formatCount(totals.customers, 'customer')} is invoiced or active yet.`
        : `${shareText(incomplete, 'customer')} started without a required field${worst === undefined || fields.present.length < 2 ? '' : `, most often ${fieldText(worst.field)} (${formatNumber(worst.missing)}, ${formatShare(worst.missing / worst.due)})`}${groupCause(findings, groups)}.`,
    summary: {
      customers: totals.customers,
      withMissingFields: totals.incomplete,
      due: totals.due,
      dueIncomplete: totals.dueIncomplete,
      share: company?.share ?? null,
      fields: fields.present,
      medianDaysIncomplete: waits.incomplete?.quantile ?? null,
      medianDaysComplete: waits.complete?.quantile ?? null,
      npsDifference: nps?.difference ?? null,
      groupsBeyond: groups
        .filter(({ verdict }) => verdict === 'problem')
        .map(({ column, label }) => `${column}:${label}`),
    },
    findings,
    tables: tablesOf(input, totals, groups, waits, nps),
    notes: notesOf(input, totals, fields, groups),
  }
  if (reason !== null) return { outcome: 'insufficient-data', reason, ...answer }
  if (findings.some(({ verdict }) => verdict === 'problem')) return { outcome: 'problem', ...answer }
  return { outcome: findings.length > 0 ? 'watch' : 'ok', ...answer }
}

function tablesOf(
  { rows }: Input,
  totals: TotalRow,
  groups: readonly JudgedGroup[],
  waits: Waits,
  nps: Contrast | null,
): Table[] {
  if (totals.customers === 0) return []
  const single = [
    fieldTable(rows.fields, totals.dueIncomplete, totals.due),
    waitingTable(waits, rows.waiting),
    contrastTable(
      [nps],
      ['Incomplete', 'Complete'],
      'NPS of the latest answer of each customer since the first invoice or use.',
    ),
  ]
  const [first, ...rest] = single.filter((table) => table !== null)
  return [
    ...(first === undefined ? [] : [first]),
    ...groupTables(groups, {
      title: 'Customers lacking a field',
      hits: 'Incomplete',
      total: 'Customers',
      note: 'Share: customers lacking a required field / customers invoiced or active.',
    }),
    ...rest,
  ]
}
