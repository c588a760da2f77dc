// The same aggregates with csv-parse and Maps, streaming: what a careful programmer writes without an engine.
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { Book, yearOf, type Seller } from '../book.ts'
import { compared, type Figures } from '../figures.ts'

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

const isIn = ([first, last]: readonly [string, string], text: string): boolean =>
  text >= first && text <= last

async function* records(file: string): AsyncGenerator<string[]> {
  const parser = createReadStream(file).pipe(parse({ from_line: 2 }))
  for await (const record of parser) yield record as string[]
}

interface Sale {
  readonly day: number
  readonly id: string
  readonly seller: Seller
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
  readonly booked: Map<string, { readonly period: string; readonly seller: Seller; cents: number }>
  readonly customers: Set<string>
  readonly sales: Map<string, Sale[]>
  readonly reasons: Map<
    string,
    { reason: string; deals: number; cents: number; before: number; after: number }
  >
  readonly owners: Map<string, { owner: string; losses: number; reasoned: number }>
  readonly cells: Map<string, number>
}

async function readDeals(folder: string): Promise<DealFigures> {
  const found: DealFigures = {
    used: 0,
    booked: new Map(),
    customers: new Set(),
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
    found.customers.add(customer)
    if (stage === 'Closed Won') {
      const period = quarterOf(closed)
      const entry = count(found.booked, `${period} ${owner} ${team} ${product}`, () => ({
        period,
        seller: { owner, team, product },
        cents: 0,
      }))
      entry.cents += amount
      count(found.sales, customer, () => []).push({ day: closedDay, id, seller: entry.seller })
      bump(`won ${closed.slice(0, 7)} ${currency}`)
    } else if (stage === 'Closed Lost') {
      const reason = wording(reasonText)
      const entry = count(found.reasons, reason, () => ({ reason, deals: 0, cents: 0, before: 0, after: 0 }))
      entry.deals += 1
      entry.cents += amount
      if (isIn(compared.before, closed)) entry.before += 1
      else if (isIn(compared.after, closed)) entry.after += 1
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
  readonly customer: string
  readonly period: string
  readonly day: number
  readonly id: string
  readonly score: number
}

interface SurveyFigures {
  used: number
  matched: number
  /** The latest answers of the customers, by quarter and by year. */
  readonly quarters: Map<string, Answer>
  readonly years: Map<string, Answer>
}

async function readSurveys(
  folder: string,
  customers: { has(customer: string): boolean },
): Promise<SurveyFigures> {
  const found: SurveyFigures = { used: 0, matched: 0, quarters: new Map(), years: new Map() }
  const keep = (latest: Map<string, Answer>, answer: Answer): void => {
    const key = `${answer.period} ${answer.customer}`
    const known = latest.get(key)
    if (known === undefined || known.day < answer.day || (known.day === answer.day && known.id < answer.id))
      latest.set(key, answer)
  }
  for await (const [id = '', customer = '', answered = '', score = ''] of records(
    join(folder, 'surveys.csv'),
  )) {
    const at = day(answered)
    if (at === null || !/^\d+$/.test(score)) continue
    found.used += 1
    if (customers.has(customer)) found.matched += 1
    const answer = { customer, period: quarterOf(answered), day: at, id, score: Number(score) }
    keep(found.quarters, answer)
    keep(found.years, { ...answer, period: yearOf(answered) })
  }
  return found
}

/** To the latest sale of the year before, if any. */
function attribute(answers: Iterable<Answer>, sales: ReadonlyMap<string, readonly Sale[]>, book: Book): void {
  for (const { customer, period, day: at, score } of answers) {
    const sale = sales.get(customer)?.findLast((one) => one.day <= at)
    const seller = sale === undefined || sale.day < at - 365 ? null : sale.seller
    book.answers(period, seller, 1, score >= 9 ? 1 : score <= 6 ? -1 : 0)
  }
}

export async function run(folder: string): Promise<Figures> {
  const deals = await readDeals(folder)
  const surveys = await readSurveys(folder, deals.customers)
  for (const sales of deals.sales.values()) sales.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
  const book = new Book()
  for (const { period, seller, cents: sum } of deals.booked.values()) book.sale(period, seller, sum / 100)
  attribute(surveys.quarters.values(), deals.sales, book)
  if (book.needsYears()) attribute(surveys.years.values(), deals.sales, book)
  for await (const [owner = '', period = '', quota = ''] of records(join(folder, 'targets.csv')))
    book.target(period, owner, Number(quota))
  const funnel = new Map<string, { month: string; source: string; leads: number; conversions: number }>()
  let leads = 0
  for await (const cells of records(join(folder, 'leads.csv'))) {
    const [source = '', , created = '', converted = ''] = cells.slice(3)
    const from = day(created)
    const to = converted === '' ? null : day(converted)
    if (from === null || (converted !== '' && to === null)) continue
    leads += 1
    const month = created.slice(0, 7)
    const entry = count(funnel, `${month} ${source}`, () => ({ month, source, leads: 0, conversions: 0 }))
    if (to === null || to >= from) entry.leads += 1
    if (to !== null && to >= from && to - from <= 90) entry.conversions += 1
    const lag = `${month} ${to === null ? '' : to - from}`
    deals.cells.set(lag, (deals.cells.get(lag) ?? 0) + 1)
  }
  const reasons = [...deals.reasons.values()]
  return {
    used: { deals: deals.used, leads, surveys: surveys.used },
    matched: surveys.matched,
    standings: book.standings(),
    funnel: [...funnel.values()],
    reasons: reasons.map(({ reason, deals: n, cents: sum }) => ({ reason, deals: n, value: sum / 100 })),
    changes: reasons.map(({ reason, before, after }) => ({ reason, before, after })),
    reasonedByOwner: [...deals.owners.values()],
    cells: deals.cells.size,
  }
}
