// What happens after a sale: invoices, confirmations and incentives, onboarding papers, the first call.
import { monthAfter, workday, yearsAfter } from '../days.ts'
import { quantile, random, type Random } from '../random.ts'
import type { Moods, Plan } from './plan.ts'
import {
  isActive,
  numbered,
  revenueOn,
  type Activity,
  type Customer,
  type Deal,
  type Invoice,
  type Mood,
} from './world.ts'

const chance = (source: Random, moods: Moods, mood: Mood): boolean => source.chance(moods[mood])

export function makeInvoices(
  plan: Plan,
  customers: readonly Customer[],
  won: readonly Deal[],
): readonly Invoice[] {
  const source = random(plan.seed, 'invoices')
  const sales = new Map<string, Deal[]>()
  for (const one of won) sales.set(one.account, [...(sales.get(one.account) ?? []), one])
  const invoices = customers.flatMap((customer) => [
    ...saleInvoices(plan, source, customer, sales.get(customer.account) ?? []),
    ...renewals(plan, customer),
  ])
  const listed = invoices.filter(
    (one) => one.issued >= plan.afterSale.invoicesFrom && one.issued <= plan.asOf,
  )
  listed.sort((a, b) => a.issued - b.issued || (a.customer.account < b.customer.account ? -1 : 1))
  for (const one of listed) settle(plan, source, one)
  takeBack(plan, source, listed)
  return numbered(listed, (place) => String(20_410 + place))
}

function invoice(
  plan: Plan,
  customer: Customer,
  deal: Deal | null,
  kind: Invoice['kind'],
  issued: number,
  cents: number,
): Invoice {
  const rate = kind === 'renewal' ? plan.afterSale.renewalIncentiveRate : plan.afterSale.incentiveRate
  const incentive = Math.round((cents * rate) / 100) * 100
  const open = { status: 'paid' as const, confirmed: null, cancelled: null, incentivePaid: null }
  return { id: '', customer, deal, kind, issued, cents, incentive, ...open }
}

const saleInvoices = (plan: Plan, source: Random, customer: Customer, sales: readonly Deal[]): Invoice[] =>
  sales
    .filter((one) => one.kind !== 'credit')
    .map((one) => {
      const issued = workday((one.closed ?? 0) + source.int(3, 8))
      return invoice(plan, customer, one, one.kind === 'expansion' ? 'expansion' : 'new', issued, one.amount)
    })

function renewals(plan: Plan, customer: Customer): Invoice[] {
  const list: Invoice[] = []
  for (let years = 1; yearsAfter(customer.since, years) <= plan.asOf; years += 1) {
    const issued = yearsAfter(customer.since, years)
    if (isActive(customer, issued))
      list.push(invoice(plan, customer, null, 'renewal', issued, revenueOn(customer, issued)))
  }
  if (customer.regained !== null)
    list.push(
      invoice(plan, customer, null, 'renewal', customer.regained, revenueOn(customer, customer.regained)),
    )
  return list
}

/** Confirmation, payment and incentive of one invoice. */
function settle(plan: Plan, source: Random, one: Invoice): void {
  const { confirmed, confirmLag, paidBefore } = plan.afterSale
  const day = one.issued + Math.round(quantile(confirmLag, source.next()))
  const never = one.customer.undone || !source.chance(confirmed)
  const early = chance(source, paidBefore, one.customer.mood)
  if (!never && day <= plan.asOf) one.confirmed = workday(day)
  if (one.confirmed !== null && one.confirmed < one.issued) one.confirmed = one.issued
  if (one.issued + 30 + source.int(0, 20) > plan.asOf) one.status = 'issued'
  if (one.incentive === 0) return
  const soon = workday(one.issued + source.int(2, 7))
  if (early && soon <= plan.asOf && (one.confirmed === null || soon < one.confirmed)) one.incentivePaid = soon
  else if (one.confirmed !== null) {
    const run = workday(monthAfter(one.confirmed, 1) + 14)
    if (run <= plan.asOf) one.incentivePaid = run
  }
}

/** Sales that were undone: the invoice is credited or cancelled; and old invoices that nobody ever confirmed. */
function takeBack(plan: Plan, source: Random, invoices: readonly Invoice[]): void {
  let credited = true
  for (const one of invoices) {
    if (!one.customer.undone || one.kind !== 'new') continue
    one.status = credited ? 'credited' : 'cancelled'
    one.cancelled = one.customer.ended
    one.incentivePaid ??=
      plan.afterSale.neverConfirmedPaid > 0 ? workday(one.issued + source.int(2, 7)) : null
    credited = !credited
  }
  const old = invoices.filter(
    (one) =>
      one.confirmed === null && !one.customer.undone && one.incentive > 0 && one.issued < plan.asOf - 120,
  )
  for (const [index, one] of old.entries()) {
    one.status = 'issued'
    one.incentivePaid =
      index < plan.afterSale.neverConfirmedPaid ? workday(one.issued + source.int(2, 7)) : null
  }
}

/** Papers that are missing, and the day of the first confirmed use. */
export function onboard(plan: Plan, customers: readonly Customer[]): void {
  const source = random(plan.seed, 'onboarding')
  const { requiredFields, incomplete, activation } = plan.afterSale
  for (const customer of customers) {
    const lacks = chance(source, incomplete, customer.mood)
    if (lacks) customer.missing = source.shuffle(requiredFields).slice(0, source.chance(0.3) ? 2 : 1)
    const lag = quantile(lacks ? activation.incomplete : activation.complete, source.next())
    const day = workday(customer.since + Math.round(lag))
    if (day <= plan.asOf && !customer.undone) customer.activated = Math.max(day, customer.since)
  }
}

/** Contacts: before the sale, after it, check-ins, and the few calls to those who said no. */
export function makeActivities(
  plan: Plan,
  customers: readonly Customer[],
  won: readonly Deal[],
  lost: readonly Deal[],
): readonly Activity[] {
  const source = random(plan.seed, 'activities')
  const { afterSale } = plan
  const list: Activity[] = []
  const add = (
    deal: Deal | null,
    customer: Pick<Customer, 'account' | 'rep'>,
    value: number,
    subject: string,
  ): void => {
    const day = workday(value)
    if (day > plan.asOf) return
    const { account, rep } = customer
    list.push({ id: '', deal, account, rep, day, kind: source.pick(afterSale.contactKinds), subject })
  }
  const byAccount = new Map(customers.map((customer) => [customer.account, customer]))
  for (const deal of won) {
    const customer = byAccount.get(deal.account)
    if (customer === undefined || deal.closed === null) continue
    if (source.chance(afterSale.beforeSale))
      add(deal, customer, deal.closed - source.int(3, 9), 'Contract questions')
    if (chance(source, afterSale.followedUp, customer.mood)) {
      const lag = 3 + Math.round(quantile(afterSale.followUpLag, source.next()))
      add(deal, customer, deal.closed + lag, 'How is the start going')
    } else if (source.chance(afterSale.late))
      add(deal, customer, deal.closed + source.int(48, 130), 'Checking in')
  }
  const active = source.shuffle(
    customers.filter((one) => isActive(one, plan.asOf) && one.since < plan.asOf - 90),
  )
  for (const customer of active.slice(0, Math.round(active.length * afterSale.checkedIn)))
    add(null, customer, plan.asOf - source.int(4, 70), 'Quarterly check-in')
  for (const one of source.shuffle(lost).slice(0, Math.round(lost.length * afterSale.afterLoss)))
    add(one, one, (one.closed ?? 0) + source.int(20, 90), 'Any news on the project')
  for (const customer of customers)
    if (customer.winBackTried !== null) add(null, customer, customer.winBackTried, 'Asking them back')
  return lastContacts(list, customers)
}

function lastContacts(list: Activity[], customers: readonly Customer[]): readonly Activity[] {
  list.sort((a, b) => a.day - b.day || (a.account < b.account ? -1 : 1))
  const newest = new Map(list.map((one) => [one.account, one.day]))
  for (const customer of customers) customer.lastContact = newest.get(customer.account) ?? null
  return numbered(list, (place) => `A-${String(7001 + place)}`)
}
