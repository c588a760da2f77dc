// The exports that the other questions read: customers, invoices, activities, interviews, moves between stages and touchpoint surveys.
import { join } from 'node:path'
import { customer, day, days, money, writeRows } from './generate.ts'
import { seeded, type Random } from './random.ts'
import { lostReasons, openStages, owners, products, teamOf } from './words.ts'

const segments = ['Small', 'Mid-Market', 'Enterprise']
const touchpoints = ['Demo', 'Onboarding', 'Delivery', 'Support']
const kinds = ['Call', 'Email', 'Meeting', 'Task']

const dealId = (at: number): string => `006${String(at).padStart(12, '0')}`
/** A day, or nothing in this share of the cases. */
const maybe = (random: Random, share: number, at: number): string =>
  random.next() < share ? day(Math.min(at, days - 1)) : ''

function account(random: Random, at: number): string {
  const since = random.below(days)
  const left = random.next() < 0.1
  const start = random.below(900) + 100
  return [
    `Customer ${at + 1} Ltd`,
    random.pick(owners),
    random.pick(segments),
    random.pick(products),
    left ? 'Churned' : 'Active',
    day(since),
    maybe(random, 0.95, since + random.below(30)),
    `${start}.00`,
    left ? '0.00' : `${start + random.below(50)}.00`,
    left ? day(Math.min(since + random.below(400), days - 1)) : '',
    left ? random.pick(lostReasons) : '',
    random.next() < 0.97 ? `billing${at}@example.com` : '',
    random.next() < 0.97 ? `10-${String(at).padStart(7, '0')}` : '',
    random.next() < 0.97 ? 'ACH' : '',
    random.next() < 0.97 ? 'yes' : 'no',
  ].join(',')
}

function invoice(random: Random, at: number, customers: number, deals: number): string {
  const issued = random.below(days)
  const paid = random.next() < 0.6
  return [
    `INV-${at}`,
    customer(random, customers),
    random.pick(owners),
    dealId(random.below(deals)),
    random.pick(['New', 'Renewal', 'Expansion']),
    'Paid',
    day(issued),
    money(random),
    maybe(random, 0.9, issued + random.below(20)),
    paid ? day(Math.min(issued + 20 + random.below(30), days - 1)) : '',
    paid ? `${random.below(900) + 50}.00` : '',
  ].join(',')
}

const activity = (random: Random, at: number, customers: number, deals: number): string =>
  [
    `A-${at}`,
    day(random.below(days)),
    random.pick(kinds),
    'Call back',
    random.pick(owners),
    customer(random, customers),
    dealId(random.below(deals)),
  ].join(',')

function move(random: Random, deals: number): string {
  const to = random.below(openStages.length - 1) + 1
  return [
    dealId(random.below(deals)),
    'Stage',
    openStages[to - 1] ?? '',
    openStages[to] ?? '',
    day(random.below(days)),
  ].join(',')
}

const debrief = (random: Random, at: number, customers: number, deals: number): string =>
  [
    `D-${at}`,
    'Lost deal',
    dealId(random.below(deals)),
    customer(random, customers),
    day(random.below(days)),
    String(20 + random.below(40)),
    random.pick(owners),
    'no',
    random.pick(lostReasons).trim(),
  ].join(',')

function touchpoint(random: Random, at: number, customers: number): string {
  const owner = random.below(owners.length)
  const isJourney = random.next() < 0.3
  return [
    `T${at}`,
    day(random.below(days)),
    isJourney ? 'Relationship' : 'Touchpoint',
    isJourney ? '' : random.pick(touchpoints),
    String(Math.min(10, Math.floor(11 * random.next() ** 0.4))),
    customer(random, customers),
    owners[owner],
    teamOf(owner),
  ].join(',')
}

/** Beside the files of `generateExports` with as many deals. */
export function generateMore(folder: string, deals: number, seed: number): void {
  const random = seeded(seed + 1)
  const customers = Math.max(50, Math.floor(deals / 20))
  const write = (name: string, header: string, rows: number, row: (at: number) => string): void =>
    writeRows(join(folder, name), header, rows, row)
  write(
    'customers.csv',
    'Customer,Owner,Segment,Product,Status,Customer since,Activated on,Start MRR,End MRR,Churned on,Churn reason,Billing contact,Tax ID,Payment details,Signed order form',
    customers,
    (at) => account(random, at),
  )
  write(
    'invoices.csv',
    'Invoice No,Customer,Sales rep,Opportunity ID,Revenue type,Status,Invoice Date,Amount,Customer confirmed,Incentive paid on,Incentive amount',
    Math.floor(deals / 5),
    (at) => invoice(random, at, customers, deals),
  )
  write(
    'activities.csv',
    'Activity ID,Date,Type,Subject,Assigned To,Account Name,Opportunity ID',
    Math.floor(deals / 2),
    (at) => activity(random, at, customers, deals),
  )
  write(
    'stage-history.csv',
    'Opportunity ID,Field / Event,Old Value,New Value,Edit Date',
    Math.floor(deals / 2),
    () => move(random, deals),
  )
  write(
    'debriefs.csv',
    'Debrief ID,Interview type,Opportunity ID,Account,Held on,Minutes,Held by,Same call,Stated reason',
    Math.floor(deals / 50),
    (at) => debrief(random, at, customers, deals),
  )
  write(
    'touchpoints.csv',
    'Response ID,Answered at,Survey kind,Touchpoint,Score,Account,Rep,Team',
    Math.floor(deals / 20),
    (at) => touchpoint(random, at, customers),
  )
}
