// Customers: those from before, and one per won deal; what they pay over time, and who leaves.
import { quarterOf, workday, yearsAfter } from '../days.ts'
import { at, deal as dealOut, random, type Random } from '../random.ts'
import { closingDays, type DealMaker } from './deals.ts'
import { even } from './even.ts'
import type { Plan } from './plan.ts'
import { isActive, numbered, type Customer, type Deal } from './world.ts'

export function makeCustomers(maker: DealMaker, won: readonly Deal[]): readonly Customer[] {
  const { plan } = maker
  const source = random(plan.seed, 'customers')
  const customers = [...legacyCustomers(maker, source), ...won.map((one) => fromDeal(one))]
  customers.sort((a, b) => a.since - b.since || (a.account < b.account ? -1 : 1))
  return numbered(customers, (place) => `C-${String(1001 + place)}`)
}

type Start = Pick<Customer, 'account' | 'segment' | 'rep' | 'product' | 'since' | 'deal'>

const begin = (start: Start): Customer => ({
  id: '',
  ended: null,
  undone: false,
  churnReason: '',
  mood: 'passive',
  activated: null,
  lastContact: null,
  winBackTried: null,
  regained: null,
  changes: [],
  missing: [],
  ...start,
})

const fromDeal = (deal: Deal): Customer => {
  const { account, segment, rep, product, closed } = deal
  return begin({ account, segment, rep, product, since: closed ?? 0, deal })
}

function legacyCustomers(maker: DealMaker, source: Random): Customer[] {
  const { legacy, legacyFrom, legacyUntil } = maker.plan.customers
  const reps = maker.reps(legacy, (rep) => rep.weight)
  const segments = maker.segments(legacy)
  const shares = maker.plan.products.map((item, index) => ({
    item,
    weight: at(maker.plan.deals.usualMix, index),
  }))
  const products = dealOut(source, legacy, shares)
  return reps.map((rep, index) => {
    const segment = at(segments, index)
    const account = maker.account(segment)
    const since = workday(source.int(legacyFrom, legacyUntil))
    return begin({ account, segment, rep, product: at(products, index), since, deal: null })
  })
}

/** The anniversary of the customer that lies in the year that starts on the day. */
function anniversary(customer: Customer, start: number): number {
  let years = 1
  while (yearsAfter(customer.since, years) < start) years += 1
  return yearsAfter(customer.since, years)
}

/** Who leaves at the end of a contract year, and whose sale is undone. Amounts need not be known yet. */
export function letLeave(plan: Plan, customers: readonly Customer[]): void {
  const source = random(plan.seed, 'churn')
  const [start, end] = plan.customers.year
  const legacy = customers.filter((customer) => customer.deal === null)
  for (const customer of source.shuffle(legacy).slice(0, plan.customers.churnedBefore)) {
    customer.ended = anniversary(customer, start - 365)
    if (customer.ended > start) customer.ended = null
  }
  const base = source.shuffle(customers.filter((customer) => isActive(customer, start)))
  // Every k-th of the list sorted by rep: no rep loses more than the others.
  const sorted = base.sort((a, b) => (a.rep.name < b.rep.name ? -1 : a.rep.name > b.rep.name ? 1 : 0))
  const count = Math.round(sorted.length * plan.customers.churned)
  for (let index = 0; index < count; index += 1) {
    const customer = at(sorted, Math.floor(((index + 0.5) * sorted.length) / count))
    customer.ended = Math.min(anniversary(customer, start + 1), end)
  }
}

/** Why customers left; no rep, product, segment or quarter has a favourite reason. Products must be known. */
export function giveChurnReasons(plan: Plan, customers: readonly Customer[]): void {
  const source = random(plan.seed, 'churn reasons')
  const gone = customers.filter((one) => one.ended !== null && !one.undone)
  const texts = dealOut(source, gone.length, plan.customers.churnReasons)
  for (const [index, one] of gone.entries()) one.churnReason = at(texts, index)
  even(source, gone, {
    marks: (one) => [one.rep.name, one.rep.team, one.product.name, one.segment, quarterOf(one.ended ?? 0)],
    group: () => '',
    read: (one) => one.churnReason,
    write: (one, reason) => {
      one.churnReason = reason
    },
  })
}

/** New customers whose sale was taken back within weeks; customers that bought more are left alone. */
export function undoSales(plan: Plan, customers: readonly Customer[], expanded: readonly Deal[]): void {
  const source = random(plan.seed, 'undone')
  const grown = new Set(expanded.map((one) => one.account))
  const fresh = source
    .shuffle(customers)
    .filter((one) => one.deal?.kind === 'new' && one.ended === null && !grown.has(one.account))
    .filter((one) => one.since > plan.customers.year[0] - 60 && one.since < plan.asOf - 110)
  const first = at(plan.products, plan.customers.undoneProduct)
  fresh.sort((a, b) => Number(b.deal?.product === first) - Number(a.deal?.product === first))
  for (const customer of fresh.slice(0, plan.customers.undone)) {
    customer.undone = true
    customer.ended = workday(customer.since + source.int(55, 100))
    customer.churnReason = 'Never went live'
  }
}

/** Expansion deals of active customers, by quarter. */
export function expansions(maker: DealMaker, customers: readonly Customer[]): Deal[] {
  const { plan, source } = maker
  const used = new Set<Customer>()
  return [...plan.deals.expansionsPerQuarter].flatMap(([quarter, count]) => {
    const days = closingDays(source, quarter, count, plan.asOf)
    const able = source.shuffle(customers).filter((one) => !used.has(one) && one.ended === null)
    return days.map((closed) => {
      const customer = able.find((one) => !used.has(one) && isActive(one, closed - 75))
      if (customer === undefined) throw new Error(`no customer left to expand in ${quarter}`)
      used.add(customer)
      const { account, segment, rep } = customer
      const created = closed - source.int(10, 34)
      const { expansion } = plan.deals.sources
      return maker.make('expansion', {
        account,
        segment,
        source: expansion,
        created,
        closed,
        status: 'won',
        rep,
      })
    })
  })
}

/** What customers pay: their deals, reductions at the anniversary, and the end of those who left. */
export function bill(plan: Plan, customers: readonly Customer[], won: readonly Deal[]): void {
  const source = random(plan.seed, 'reductions')
  const byAccount = new Map(customers.map((customer) => [customer.account, customer]))
  for (const one of won) {
    const customer = byAccount.get(one.account)
    if (customer === undefined) throw new Error(`no customer ${one.account}`)
    customer.changes.push({ day: one.closed ?? 0, cents: one.amount })
    if (one.kind !== 'expansion' && one.kind !== 'credit') customer.product = one.product
  }
  const [start] = plan.customers.year
  const stay = customers.filter(
    (one) => one.ended === null && isActive(one, start) && one.changes.length === 1,
  )
  const count = Math.round(stay.length * plan.customers.reduced)
  for (const customer of source.shuffle(stay).slice(0, count)) {
    const paid = at(customer.changes, 0).cents
    const cents = -Math.round((paid * source.int(20, 40)) / 120_000) * 1200
    customer.changes.push({ day: anniversary(customer, start + 1), cents })
  }
  for (const customer of customers) customer.changes.sort((a, b) => a.day - b.day)
}

/** Who of those that left was called, and who came back. */
export function callBack(plan: Plan, customers: readonly Customer[]): void {
  const source = random(plan.seed, 'win-back')
  const gone = source.shuffle(customers.filter((one) => one.ended !== null && one.ended < plan.asOf - 30))
  const tried = gone.slice(0, Math.round(gone.length * plan.customers.winBackTried))
  for (const customer of tried) customer.winBackTried = workday((customer.ended ?? 0) + source.int(4, 25))
  for (const customer of tried.slice(0, Math.round(gone.length * plan.customers.regained)))
    customer.regained = Math.min(plan.asOf, workday((customer.winBackTried ?? 0) + source.int(8, 40)))
}
