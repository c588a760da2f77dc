// The same aggregates with csv-parse and Maps, streaming: what a careful programmer writes without an engine.
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import type { Figures, OwnerQuarter } from '../figures.ts'

const day = (text: string): number | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return null
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const at = Date.UTC(year, month - 1, date)
  return new Date(at).getUTCMonth() === month - 1 && date > 0 ? at / 86_400_000 : null
}
const quarterOf = (text: string): string => `${text.slice(0, 4)}-Q${Math.ceil(Number(text.slice(5, 7)) / 3)}`
const cents = (text: string): number | null =>
  /^-?\d+\.\d{2}$/.test(text) ? Math.round(Number(text) * 100) : null
const wording = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()

async function* records(file: string): AsyncGenerator<string[]> {
  const parser = createReadStream(file).pipe(parse({ from_line: 2 }))
  for await (const record of parser) yield record as string[]
}

interface Sale {
  readonly day: number
  readonly id: string
  readonly owner: string
}

function count<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

interface DealFigures {
  used: number
  readonly quarters: Map<string, { -readonly [K in keyof OwnerQuarter]: OwnerQuarter[K] }>
  readonly sales: Map<string, Sale[]>
  readonly reasons: Map<string, { reason: string; deals: number; cents: number }>
  readonly owners: Map<string, { owner: string; losses: number; reasoned: number }>
  readonly cells: Map<string, number>
}

async function readDeals(folder: string): Promise<DealFigures> {
  const found: DealFigures = {
    used: 0,
    quarters: new Map(),
    sales: new Map(),
    reasons: new Map(),
    owners: new Map(),
    cells: new Map(),
  }
  const bump = (key: string): void => {
    found.cells.set(key, (found.cells.get(key) ?? 0) + 1)
  }
  for await (const cells of records(join(folder, 'deals.csv'))) {
    const [id = '', , customer = '', owner = '', team = '', product = '', source = '', stage = ''] = cells
    const [created = '', closed = '', amountText = '', currency = '', reasonText = ''] = cells.slice(8)
    const closedDay = day(closed)
    const amount = cents(amountText)
    if (day(created) === null || closedDay === null || amount === null) continue
    found.used += 1
    if (stage === 'Closed Won') {
      const period = quarterOf(closed)
      count(found.quarters, `${period} ${owner}`, () => ({
        period,
        owner,
        booked: 0,
        answers: 0,
        net: 0,
      })).booked += amount
      count(found.sales, customer, () => []).push({ day: closedDay, id, owner })
      bump(`won ${closed.slice(0, 7)} ${currency}`)
      bump(`won ${period} ${team} ${product}`)
    } else if (stage === 'Closed Lost') {
      const reason = wording(reasonText)
      const entry = count(found.reasons, reason, () => ({ reason, deals: 0, cents: 0 }))
      entry.deals += 1
      entry.cents += amount
      if (reason !== 'duplicate') {
        const own = count(found.owners, owner, () => ({ owner, losses: 0, reasoned: 0 }))
        own.losses += 1
        if (reason !== '') own.reasoned += 1
      }
      for (const segment of [owner, team, product, source, stage]) bump(`${reason} ${currency} ${segment}`)
    }
  }
  return found
}

interface Answer {
  readonly day: number
  readonly text: string
  readonly id: string
  readonly score: number
}

async function readSurveys(folder: string, deals: DealFigures): Promise<number> {
  const latest = new Map<string, Answer>()
  let used = 0
  for await (const [id = '', customer = '', answered = '', score = ''] of records(
    join(folder, 'surveys.csv'),
  )) {
    const at = day(answered)
    if (at === null || !/^\d+$/.test(score)) continue
    used += 1
    const key = `${quarterOf(answered)} ${customer}`
    const known = latest.get(key)
    if (known === undefined || known.day < at || (known.day === at && known.id < id))
      latest.set(key, { day: at, text: answered, id, score: Number(score) })
  }
  for (const sales of deals.sales.values()) sales.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
  for (const [key, { day: at, text, score }] of latest) {
    const sales = deals.sales.get(key.slice(8)) ?? []
    const sale = sales.findLast((one) => one.day <= at)
    if (sale === undefined || sale.day < at - 365) continue
    const period = quarterOf(text)
    const entry = count(deals.quarters, `${period} ${sale.owner}`, () => ({
      period,
      owner: sale.owner,
      booked: 0,
      answers: 0,
      net: 0,
    }))
    entry.answers += 1
    entry.net += score >= 9 ? 1 : score <= 6 ? -1 : 0
  }
  return used
}

export async function run(folder: string): Promise<Figures> {
  const deals = await readDeals(folder)
  const surveys = await readSurveys(folder, deals)
  const funnel = new Map<string, { month: string; leads: number; conversions: number }>()
  let leads = 0
  for await (const cells of records(join(folder, 'leads.csv'))) {
    const [source = '', , created = '', converted = ''] = cells.slice(3)
    const from = day(created)
    const to = converted === '' ? null : day(converted)
    if (from === null || (converted !== '' && to === null)) continue
    leads += 1
    const month = created.slice(0, 7)
    const entry = count(funnel, month, () => ({ month, leads: 0, conversions: 0 }))
    if (to === null || to >= from) entry.leads += 1
    if (to !== null && to >= from && to - from <= 90) entry.conversions += 1
    const lag = `${month} ${source} ${to === null ? '' : to - from}`
    deals.cells.set(lag, (deals.cells.get(lag) ?? 0) + 1)
  }
  return {
    used: { deals: deals.used, leads, surveys },
    ownerQuarters: [...deals.quarters.values()].map((entry) =>
      Object.assign(entry, { booked: entry.booked / 100 }),
    ),
    funnel: [...funnel.values()],
    reasons: [...deals.reasons.values()].map(({ reason, deals: n, cents: sum }) => ({
      reason,
      deals: n,
      value: sum / 100,
    })),
    reasonedByOwner: [...deals.owners.values()],
    cells: deals.cells.size,
  }
}
