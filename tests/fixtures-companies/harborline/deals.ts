// Harborline's Salesforce reports: opportunities, the history of their stages, activities.
import { american, twelveHour } from '../days.ts'
import { csv, plain, type CsvStyle } from '../csv-writer.ts'
import { at } from '../random.ts'
import type { Deal, World } from '../simulate/world.ts'

const style: CsvStyle = { delimiter: ',', quote: 'all', lineEnd: '\n' }
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Ids as Salesforce counts them: 15 characters, base 62, so two ids may differ in the case of one letter only. */
export function salesforceIds(prefix: string, from: number): () => string {
  let count = from
  return () => {
    count += 1 + ((count * 7) % 23)
    let rest = count
    let text = ''
    for (let place = 0; place < 5; place += 1) {
      text = digits.charAt(rest % 62) + text
      rest = Math.floor(rest / 62)
    }
    return prefix + text
  }
}

/** The lines Salesforce puts under a report. */
const footer = (records: number): string =>
  `\n"Grand Totals (${records} records)"\n\n` +
  '"Confidential Information - Do Not Distribute"\n' +
  '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n'

const kinds = { new: 'New Business', 'win-back': 'New Business', expansion: 'Expansion', credit: 'Expansion' }
const stages = { won: 'Closed Won', lost: 'Closed Lost' }

const dealHeaders = [
  'Opportunity ID',
  'Opportunity Name',
  'Account Name',
  'Opportunity Owner',
  'Owner Role',
  'Stage',
  'Amount',
  'Amount Currency',
  'Close Date',
  'Created Date',
  'Type',
  'Lead Source',
  'Segment',
  'Product',
  'Closed Lost Reason',
  'Lead ID',
  'Reopened From',
]

const dealCells = (one: Deal): string[] => [
  one.id,
  one.kind === 'expansion' ? `${one.account} add-on` : one.account,
  one.account,
  one.rep.name,
  one.rep.team,
  one.status === 'open' ? one.stage : stages[one.status],
  plain(one.amount),
  'USD',
  american(one.expected),
  american(one.created),
  kinds[one.kind],
  one.source,
  one.segment,
  one.product.name,
  one.reasonText,
  one.lead?.id ?? '',
  one.reopened?.id ?? '',
]

/** Cells nobody can read, on deals that carry no planted number: what was typed instead. */
export const unreadableDeals = [
  { column: 'Amount', text: 'TBC' },
  { column: 'Close Date', text: 'next spring' },
] as const

/** The opportunity report: two cells spoiled, three old lost deals listed twice. */
export function opportunities(world: World): string {
  const rows = world.deals.map(dealCells)
  const open = world.deals.flatMap((one, index) => (one.status === 'open' ? [index] : []))
  const young = open.slice(-20)
  for (const [index, { column, text }] of unreadableDeals.entries()) {
    const row = at(rows, at(young, index * 7))
    row[dealHeaders.indexOf(column)] = text
  }
  const text = [
    dealHeaders,
    ...rows.flatMap((row, index) => (isListedTwice(world, index) ? [row, row] : [row])),
  ]
  return csv(text, style) + footer(text.length - 1)
}

export const repeatedDeals = 3

function isListedTwice(world: World, index: number): boolean {
  const old = world.deals.flatMap((one, place) => (one.status === 'lost' && one.stage !== '' ? [place] : []))
  return [40, 90, 140].some((place) => old[place] === index)
}

export function stageHistory(world: World): string {
  const rows = world.moves.map((move) => [
    move.deal.id,
    'Stage',
    move.from,
    move.to,
    `${american(move.day)} ${twelveHour(540 + ((move.day * 37 + move.deal.account.length * 53) % 480))}`,
  ])
  return (
    csv([['Opportunity ID', 'Field / Event', 'Old Value', 'New Value', 'Edit Date'], ...rows], style) +
    footer(rows.length)
  )
}

export function activities(world: World): string {
  const rows = world.activities.map((one) => [
    one.id,
    american(one.day),
    one.kind,
    one.subject,
    one.rep.name,
    one.account,
    one.deal?.id ?? '',
  ])
  const headers = ['Activity ID', 'Date', 'Type', 'Subject', 'Assigned To', 'Account Name', 'Opportunity ID']
  return csv([headers, ...rows], style) + footer(rows.length)
}
