// A whole company from its plan.
import { quarterDays } from '../days.ts'
import { at, random } from '../random.ts'
import { makeActivities, makeInvoices, onboard } from './after-sale.ts'
import { giveAmounts, giveProducts, makeTargets } from './amounts.ts'
import {
  bill,
  callBack,
  expansions,
  giveChurnReasons,
  letLeave,
  makeCustomers,
  undoSales,
} from './customers.ts'
import { DealMaker, lostDeals, numberDeals, openDeals, wonBack, wonFromLeads } from './deals.ts'
import { makeInterviews, makeMoves } from './events.ts'
import { makeLeads } from './leads.ts'
import type { Plan } from './plan.ts'
import { giveReasons, markAdministrative } from './reasons.ts'
import { makeAnswers } from './surveys.ts'
import type { Customer, Deal, World } from './world.ts'

export function makeWorld(plan: Plan, nextId: () => string): World {
  const maker = new DealMaker(plan, 'deals')
  const leads = makeLeads(plan)
  const fresh = wonFromLeads(maker, leads)
  const lost = lostDeals(maker, leads)
  markAdministrative(plan, lost)
  const open = openDeals(maker, leads)
  const back = wonBack(maker, lost)
  const customers = makeCustomers(maker, [...fresh, ...back])
  letLeave(plan, customers)
  const expanded = expansions(maker, customers)
  const won = [...fresh, ...back, ...expanded]
  giveProducts(plan, [...won, ...lost, ...open])
  giveReasons(plan, lost)
  undoSales(plan, customers, expanded)
  giveAmounts(plan, [...won, ...lost, ...open], customers)
  won.push(...creditNotes(plan, maker, customers))
  const targets = makeTargets(plan, won)
  bill(plan, customers, won)
  giveChurnReasons(plan, customers)
  callBack(plan, customers)
  const answers = makeAnswers(plan, customers)
  const deals = [...won, ...lost, ...open]
  numberDeals(deals, nextId)
  const moves = makeMoves(plan, deals)
  const invoices = makeInvoices(plan, customers, won)
  onboard(plan, customers)
  const activities = makeActivities(plan, customers, won, lost)
  const interviews = makeInterviews(plan, lost, customers)
  return { leads, deals, customers, targets, answers, invoices, interviews, activities, moves }
}

/** A refund booked as a negative won deal of a customer that stays. */
function creditNotes(plan: Plan, maker: DealMaker, customers: readonly Customer[]): Deal[] {
  const { creditNote, quarter } = plan.targets
  if (creditNote === null) return []
  const rep = at(plan.reps, creditNote.owner)
  const { first, last } = quarterDays(quarter)
  const old = customers.find(
    (one) => one.rep === rep && one.deal !== null && one.ended === null && one.since < first - 120,
  )?.deal
  if (old === undefined || old === null) throw new Error('no deal to credit')
  const closed = random(plan.seed, 'credit').int(first + 30, last - 10)
  const { account, segment, source, product } = old
  const parts = {
    account,
    segment,
    source,
    product,
    rep,
    closed,
    created: closed - 1,
    amount: creditNote.cents,
  }
  return [maker.make('credit', { ...parts, status: 'won' })]
}
