// Meadowlark's Pipedrive exports: deals, activities; and the stage changes kept beside it.
import { clock, iso } from '../days.ts'
import { csv, plain, type CsvStyle } from '../csv-writer.ts'
import { at } from '../random.ts'
import type { Deal, Lead, World } from '../simulate/world.ts'

const style: CsvStyle = { delimiter: ',', quote: 'needed', lineEnd: '\n' }
export const excel: CsvStyle = { delimiter: ';', quote: 'needed', lineEnd: '\r\n', bom: true }

/** The sheet numbers leads with eight digits. */
export const leadId = (lead: Lead): string => lead.id.slice(-8)

/** A moment of the day that depends on nothing but the row. */
const moment = (day: number, one: Deal): string =>
  `${iso(day)} ${clock(480 + ((day * 41 + one.account.length * 67) % 600))}:${String((day * 13) % 60).padStart(2, '0')}`

const headers = [
  'ID',
  'Title',
  'Owner',
  'Value',
  'Currency of Value',
  'Organization',
  'Stage',
  'Status',
  'Deal created',
  'Won time',
  'Lost time',
  'Deal closed on',
  'Lost reason',
  'Expected close date',
  'Product name',
  'Source channel',
  'Team',
  'Segment',
  'Deal type',
  'Lead ID',
  'Reopened from',
].map((header) => `Deal - ${header}`)

const kinds = { new: 'New', 'win-back': 'New', expansion: 'Expansion', credit: 'Credit' }
const statuses = { won: 'Won', lost: 'Lost', open: 'Open' }

function cells(one: Deal): string[] {
  const closed = one.closed === null ? '' : moment(one.closed, one)
  return [
    one.id,
    one.kind === 'credit' ? `Credit note ${one.account}` : `${one.account} ${one.product.name}`,
    one.rep.name,
    plain(one.amount),
    one.rep.currency,
    one.account,
    one.stage === 'Won' ? 'Negotiation' : one.stage,
    statuses[one.status],
    moment(one.created, one),
    one.status === 'won' ? closed : '',
    one.status === 'lost' ? closed : '',
    closed,
    one.reasonText,
    one.status === 'open' ? iso(one.expected) : '',
    one.product.name,
    one.source,
    one.rep.team,
    one.segment,
    kinds[one.kind],
    one.lead === null ? '' : leadId(one.lead),
    one.reopened?.id ?? '',
  ]
}

/** Open deals by place that were deleted in Pipedrive and are still in the export. */
export const deletedDeals = [9, 44]

export function deals(world: World): string {
  const rows = world.deals.map(cells)
  const open = world.deals.flatMap((one, index) => (one.status === 'open' ? [index] : []))
  for (const place of deletedDeals) at(rows, at(open, place))[headers.indexOf('Deal - Status')] = 'deleted'
  return csv([headers, ...rows], style)
}

export function activities(world: World): string {
  const rows = world.activities.map((one, index) => [
    String(30_500 + index),
    one.subject,
    one.kind,
    iso(one.day),
    'Done',
    one.rep.name,
    one.deal?.id ?? '',
    one.account,
  ])
  const titles = ['ID', 'Subject', 'Type', 'Due date', 'Done', 'Assigned to user', 'Deal ID', 'Organization']
  return csv([titles, ...rows], style)
}

export function stageChanges(world: World): string {
  const rows = world.moves.map((move) => [move.deal.id, move.from, move.to, iso(move.day)])
  return csv([['Deal ID', 'Old stage', 'New stage', 'Changed on'], ...rows], style)
}
