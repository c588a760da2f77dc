// Writes seeded exports in the shape Salesforce reports have: deals, leads, surveys and targets. One row in a thousand holds a cell
// that cannot be read, some names and reasons hold quoted line breaks. The result is the same bytes for the same seed and size.
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fromDayNumber, dayNumber } from '../../src/schema/index.ts'
import { seeded, type Random } from './random.ts'
import {
  because,
  detail,
  leadSources,
  lostReasons,
  openStages,
  owners,
  products,
  teamOf,
  whatHappened,
} from './words.ts'

export interface Exports {
  readonly folder: string
  readonly deals: string
  readonly leads: string
  readonly surveys: string
  readonly targets: string
  readonly rows: {
    readonly deals: number
    readonly leads: number
    readonly surveys: number
    readonly targets: number
  }
}

const firstDay = dayNumber('2023-01-01')
export const days = dayNumber('2025-12-31') - firstDay + 1
const isoDays = Array.from({ length: days + 400 }, (_, at) => fromDayNumber(firstDay + at))
export const day = (at: number): string => isoDays[at] ?? ''

/** One bad row in this many. */
const badEvery = 1000

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export function writeRows(file: string, header: string, rows: number, row: (at: number) => string): void {
  const handle = openSync(file, 'w')
  let buffer = [header]
  for (let at = 0; at < rows; at++) {
    buffer.push(row(at))
    if (buffer.length === 20_000) {
      writeSync(handle, `${buffer.join('\n')}\n`)
      buffer = []
    }
  }
  if (buffer.length > 0) writeSync(handle, `${buffer.join('\n')}\n`)
  closeSync(handle)
}

export const customer = (random: Random, customers: number): string =>
  `Customer ${random.below(customers) + 1} Ltd`
export const money = (random: Random): string =>
  `${random.below(90_000) + 500}.${String(random.below(100)).padStart(2, '0')}`

function lostReason(random: Random): string {
  const kind = random.next()
  if (kind < 0.1) return ''
  if (kind < 0.95) return random.pick(lostReasons)
  const breakAt = random.next() < 0.4 ? '\n' : ' '
  return `${random.pick(because)} ${random.pick(whatHappened)}${breakAt}(${random.pick(detail)}, ${random.pick(products)})`
}

function deal(random: Random, at: number, customers: number): string {
  const owner = random.below(owners.length)
  const created = random.below(days)
  const kind = random.next()
  const closed = kind < 0.8
  const stage = !closed ? random.pick(openStages) : kind < 0.3 ? 'Closed Won' : 'Closed Lost'
  const close = Math.min(created + random.below(120), days - 1 + (closed ? 0 : 200))
  const bad = random.below(badEvery) === 0
  const lineBreak = random.below(50) === 0 ? '\n' : ' - '
  const account = customer(random, customers)
  return [
    `006${String(at).padStart(12, '0')}`,
    quoted(`${account}${lineBreak}${random.pick(products)} deal`),
    account,
    owners[owner],
    teamOf(owner),
    random.pick(products),
    random.pick(leadSources),
    stage,
    day(created),
    bad && at % 2 === 0 ? '2024-02-30' : day(close),
    bad && at % 2 === 1 ? 'to be agreed' : money(random),
    'EUR',
    stage === 'Closed Lost' ? quoted(lostReason(random)) : '',
    quoted(`Next step: call back, ask for ${random.pick(products)}`),
  ].join(',')
}

function lead(random: Random, at: number, customers: number): string {
  const created = random.below(days)
  const converted = random.next() < 0.18
  const bad = random.below(badEvery) === 0
  return [
    `00Q${String(at).padStart(12, '0')}`,
    customer(random, customers),
    random.pick(owners),
    random.pick(leadSources),
    converted ? 'Converted' : 'Open',
    bad ? 'n.d.' : day(created),
    converted ? day(Math.min(created + random.below(90), days - 1)) : '',
    `lead${at}@example.com`,
  ].join(',')
}

function survey(random: Random, at: number, customers: number): string {
  const bad = random.below(badEvery) === 0
  const answered = random.below(days)
  const score = bad ? 'eleven' : String(Math.min(10, Math.floor(11 * random.next() ** 0.6)))
  const comment = random.below(10) === 0 ? quoted(`Fine, "mostly"\nbut slow`) : 'ok'
  return [`R${at}`, customer(random, customers), day(answered), score, comment].join(',')
}

/** Files with `rows` deals and leads, a fifth as many surveys, and a target per owner and quarter. */
export function generateExports(folder: string, rows: number, seed: number): Exports {
  const random = seeded(seed)
  const customers = Math.max(50, Math.floor(rows / 20))
  const file = (name: string): string => join(folder, name)
  const surveys = Math.floor(rows / 5)
  const quarters = ['2023', '2024', '2025'].flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
  )
  writeRows(
    file('deals.csv'),
    'Opportunity ID,Opportunity Name,Account Name,Opportunity Owner,Owner Role,Product,Lead Source,Stage,Created Date,Close Date,Amount,Currency,Loss Reason,Next Step',
    rows,
    (at) => deal(random, at, customers),
  )
  writeRows(
    file('leads.csv'),
    'Lead ID,Company,Lead Owner,Lead Source,Lead Status,Create Date,Converted Date,Email',
    rows,
    (at) => lead(random, at, customers),
  )
  writeRows(file('surveys.csv'), 'Response ID,Account Name,Response Date,NPS Score,Comment', surveys, (at) =>
    survey(random, at, customers),
  )
  // A fair quota is what an owner sells in a quarter on average, a little more or less.
  const fair = (rows * 0.3 * 45_500) / owners.length / quarters.length
  writeRows(file('targets.csv'), 'Owner,Period,Quota,Currency', owners.length * quarters.length, (at) => {
    const owner = owners[at % owners.length] ?? ''
    const quarter = quarters[Math.floor(at / owners.length)] ?? ''
    return [owner, quarter, String(Math.round(fair * (0.85 + random.next() * 0.3))), 'EUR'].join(',')
  })
  return {
    folder,
    deals: file('deals.csv'),
    leads: file('leads.csv'),
    surveys: file('surveys.csv'),
    targets: file('targets.csv'),
    rows: { deals: rows, leads: rows, surveys, targets: owners.length * quarters.length },
  }
}
