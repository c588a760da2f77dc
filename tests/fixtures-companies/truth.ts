// What is known to be in a company's files: plain counts of the simulated world, for expected.json and the README.
import { iso, monthAfter, quarterOf } from './days.ts'
import type { Plan } from './simulate/plan.ts'
import {
  revenueOn,
  type Answer,
  type Customer,
  type Deal,
  type Interview,
  type Invoice,
  type World,
} from './simulate/world.ts'

/** Rows that were spoiled when the files were written, by place in their list. */
export interface Dirt {
  /** Relationship answers without a score. */
  readonly unanswered: readonly number[]
  /** Leads without a readable date, or that converted before they came in. */
  readonly droppedLeads: readonly number[]
  /** Open deals that are marked as deleted. */
  readonly deletedDeals: readonly number[]
}

export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
const count = <T>(items: readonly T[], test: (item: T) => boolean): number => items.filter(test).length
const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((before, item) => before + of(item), 0)
const units = (cents: number): number => cents / 100

/** Incentives per currency, as written in the file. */
const incentives = (invoices: readonly Invoice[]): Record<string, number> => {
  const sums = new Map<string, number>()
  for (const one of invoices) {
    const { currency } = one.customer.rep
    sums.set(currency, (sums.get(currency) ?? 0) + one.incentive)
  }
  return Object.fromEntries([...sums].map(([currency, cents]) => [currency, units(cents)]))
}

export type Truth = ReturnType<typeof truthOf>

export function truthOf(plan: Plan, world: World, dirt: Dirt) {
  const won = world.deals.filter((one) => one.status === 'won')
  const lost = world.deals.filter((one) => one.status === 'lost')
  const journey = world.answers
    .filter((one) => one.touchpoint === null)
    .filter((_, place) => !dirt.unanswered.includes(place))
  return {
    targets: targetFacts(plan, world, won, journey),
    funnel: funnelFacts(plan, world, dirt),
    reasons: { ...reasonFacts(plan, lost), churned: churnFacts(world) },
    stalled: stalledFacts(plan, world, dirt),
    wonBack: wonBackFacts(world, lost),
    debriefs: debriefFacts(world, lost),
    incentives: incentiveFacts(world),
    retention: retentionFacts(plan, world),
    journey: journeyFacts(world, journey),
    mix: mixFacts(plan, won),
    proposals: proposalFacts(plan, world),
    onboarding: onboardingFacts(world),
    followUp: followUpFacts(world, won),
  }
}

const tally = (answers: readonly Answer[]) => ({
  n: answers.length,
  promoters: count(answers, (one) => one.score >= 9),
  detractors: count(answers, (one) => one.score <= 6),
})

interface Sold {
  readonly rep: Deal['rep']
  readonly product: Deal['product']
}

const matches = (level: string, entity: string, { rep, product }: Sold): boolean =>
  level === 'company' ||
  (level === 'owner' ? rep.name : level === 'team' ? rep.team : product.name) === entity

function targetFacts(plan: Plan, world: World, won: readonly Deal[], journey: readonly Answer[]) {
  const { quarter } = plan.targets
  const booked = won.filter((one) => quarterOf(one.closed ?? 0) === quarter)
  const answers = journey.filter((one) => quarterOf(one.day) === quarter)
  const sorted = [...world.targets].sort((a, b) =>
    `${a.level}|${a.entity}` < `${b.level}|${b.entity}` ? -1 : 1,
  )
  return sorted
    .filter((target) => target.period === quarter)
    .map(({ level, entity, cents, currency }) => {
      const mine = booked.filter((one) => one.rep.currency === currency && matches(level, entity, one))
      const amount = sum(mine, (one) => one.amount)
      const scores = tally(answers.filter((one) => matches(level, entity, one.customer)))
      return {
        level,
        entity,
        currency,
        target: units(cents),
        booked: units(amount),
        attainment: rounded(amount / cents),
        hit: amount >= cents,
        n: scores.n,
        promoters: scores.promoters,
        detractors: scores.detractors,
      }
    })
}

function funnelFacts(plan: Plan, world: World, dirt: Dirt) {
  const leads = world.leads.filter((_, place) => !dirt.droppedLeads.includes(place))
  return plan.leads.counts.map((_, index) => {
    const first = monthAfter(plan.leads.from, index)
    const group = leads.filter((lead) => lead.day >= first && lead.day < monthAfter(first, 1))
    const within = count(group, (lead) => lead.converted !== null && lead.converted - lead.day <= 90)
    const matured = monthAfter(first, 1) - 1 + 90 <= plan.asOf
    return { month: iso(first).slice(0, 7), leads: group.length, convertedWithin90Days: within, matured }
  })
}

const byReason = (deals: readonly Deal[]): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const one of deals) if (one.reason !== null) counts.set(one.reason, (counts.get(one.reason) ?? 0) + 1)
  const order = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return Object.fromEntries(order)
}

function reasonFacts(plan: Plan, lost: readonly Deal[]) {
  const real = lost.filter((one) => !one.administrative)
  const reasoned = real.filter((one) => one.reason !== null)
  const { quarter, before } = plan.targets
  const inQuarter = (name: string | undefined): Deal[] =>
    reasoned.filter((one) => quarterOf(one.closed ?? 0) === name)
  const segments = plan.deals.segments.map(({ item }) => {
    const mine = reasoned.filter((one) => one.segment === item)
    return { segment: item, reasoned: mine.length, reasons: byReason(mine) }
  })
  return {
    lostDeals: lost.length,
    administrative: lost.length - real.length,
    withReason: reasoned.length,
    coverage: rounded(reasoned.length / real.length),
    reasons: byReason(reasoned),
    before: {
      quarter: before.at(-1),
      reasoned: inQuarter(before.at(-1)).length,
      reasons: byReason(inQuarter(before.at(-1))),
    },
    latest: { quarter, reasoned: inQuarter(quarter).length, reasons: byReason(inQuarter(quarter)) },
    segments,
  }
}

function churnFacts(world: World) {
  const gone = world.customers.filter((one) => one.ended !== null)
  const undone = count(gone, (one) => one.undone)
  return { left: gone.length, withReason: count(gone, (one) => one.churnReason !== ''), undone }
}

function stalledFacts(plan: Plan, world: World, dirt: Dirt) {
  const open = world.deals
    .filter((one) => one.status === 'open')
    .filter((_, place) => !dirt.deletedDeals.includes(place))
  const oldest = Math.round(plan.deals.stalledAges[0]?.[1] ?? 0)
  return {
    open: open.length,
    olderThan: oldest - 1,
    stalled: count(open, (one) => plan.asOf - one.created >= oldest),
  }
}

function wonBackFacts(world: World, lost: readonly Deal[]) {
  const sorted = [...lost].sort((a, b) => (a.closed ?? 0) - (b.closed ?? 0) || (a.id < b.id ? -1 : 1))
  const back = new Set(world.deals.map((one) => one.reopened))
  const half = Math.floor(sorted.length / 2)
  const part = (group: readonly Deal[]) => ({
    losses: group.length,
    wonBack: count(group, (one) => back.has(one)),
  })
  return { older: part(sorted.slice(0, half)), newer: part(sorted.slice(half)) }
}

const lostOn = (one: Interview): number | null => one.deal?.closed ?? one.customer?.ended ?? null
const ownerOf = (one: Interview): string | undefined => (one.deal ?? one.customer)?.rep.name

function debriefFacts(world: World, lost: readonly Deal[]) {
  return {
    lostDeals: lost.length,
    debriefedDeals: count(world.interviews, (one) => one.deal !== null),
    lostCustomers: count(world.customers, (one) => one.ended !== null),
    debriefedCustomers: count(world.interviews, (one) => one.customer !== null),
    debriefs: world.interviews.length,
    sameDay: count(world.interviews, (one) => one.day === lostOn(one)),
    longerThan30Minutes: count(world.interviews, (one) => one.minutes > 30),
    heldByOwner: count(world.interviews, (one) => one.heldBy === ownerOf(one)),
  }
}

function incentiveFacts(world: World) {
  const paid = world.invoices.filter((one) => one.incentivePaid !== null)
  const before = paid.filter((one) => one.confirmed === null || (one.incentivePaid ?? 0) < one.confirmed)
  const back = paid.filter((one) => one.status === 'credited' || one.status === 'cancelled')
  const never = paid.filter((one) => one.confirmed === null && !back.includes(one))
  return {
    invoices: world.invoices.length,
    incentivesPaid: paid.length,
    paidBeforeConfirmation: before.length,
    onInvoicesTakenBack: { invoices: back.length, amount: incentives(back) },
    onInvoicesNotConfirmed: { invoices: never.length, amount: incentives(never) },
    onRenewals: incentives(paid.filter((one) => one.kind === 'renewal')),
    onNewAndExpansion: incentives(paid.filter((one) => one.kind !== 'renewal')),
  }
}

/** As in the file: monthly, in whole cents. */
const month = (customer: Customer, day: number): number => Math.round(revenueOn(customer, day) / 12)

function retentionFacts(plan: Plan, world: World) {
  const [start, end] = plan.customers.year
  return [...new Set(plan.reps.map((rep) => rep.currency))].map((currency) => {
    const all = world.customers.filter((one) => one.rep.currency === currency)
    const base = all.filter((one) => month(one, start) > 0)
    const from = sum(base, (one) => month(one, start))
    const kept = sum(base, (one) => Math.min(month(one, start), month(one, end)))
    return {
      currency,
      customersAtStart: base.length,
      leftWithinTheYear: count(base, (one) => month(one, end) === 0),
      startMrr: units(from),
      grr: rounded(kept / from),
      nrr: rounded(sum(base, (one) => month(one, end)) / from),
      newMrr: units(sum(all, (one) => (month(one, start) === 0 ? month(one, end) : 0))),
    }
  })
}

/** Of 100. */
const mean = (answers: readonly Answer[]): number =>
  rounded((10 * sum(answers, (one) => one.score)) / answers.length)

function journeyFacts(world: World, journey: readonly Answer[]) {
  const touchpoints = world.answers.filter((one) => one.touchpoint !== null)
  const rated = new Set(journey.map((one) => one.customer))
  const both = new Set(touchpoints.map((one) => one.customer).filter((one) => rated.has(one)))
  return {
    journeyAnswers: journey.length,
    journeyMean: mean(journey),
    touchpointAnswers: touchpoints.length,
    touchpointMean: mean(touchpoints),
    customersWithBoth: both.size,
  }
}

function mixFacts(plan: Plan, won: readonly Deal[]) {
  const counts = (quarter: string | undefined): Record<string, number> =>
    Object.fromEntries(
      plan.products.map((product) => [
        product.name,
        // A credit note is no sale of anything.
        count(
          won,
          (one) => one.kind !== 'credit' && one.product === product && quarterOf(one.closed ?? 0) === quarter,
        ),
      ]),
    )
  const before = plan.targets.before.at(-1)
  return {
    before: { quarter: before, won: counts(before) },
    latest: { quarter: plan.targets.quarter, won: counts(plan.targets.quarter) },
  }
}

function proposalFacts(plan: Plan, world: World) {
  const { proposal, discovery } = plan.stages.names
  const steps = new Map<Deal, Map<string, number>>()
  for (const move of world.moves)
    steps.set(move.deal, (steps.get(move.deal) ?? new Map()).set(move.to, move.day))
  const offered = [...steps].filter(([, days]) => days.has(proposal))
  const isHasty = (days: Map<string, number>): boolean =>
    (days.get(discovery) ?? Infinity) > (days.get(proposal) ?? 0)
  const part = (hasty: boolean) => {
    const group = offered.filter(([, days]) => isHasty(days) === hasty)
    return { deals: group.length, won: count(group, ([one]) => one.status === 'won') }
  }
  return { beforeDiscovery: part(true), afterDiscovery: part(false) }
}

function onboardingFacts(world: World) {
  const missing = count(world.customers, (one) => one.missing.length > 0)
  return { customers: world.customers.length, withMissingFields: missing }
}

function followUpFacts(world: World, won: readonly Deal[]) {
  const contacts = new Map<string, number[]>()
  for (const one of world.activities)
    contacts.set(one.account, [...(contacts.get(one.account) ?? []), one.day])
  const after = (one: Deal): number[] =>
    (contacts.get(one.account) ?? []).filter((day) => day >= (one.closed ?? 0))
  return {
    wonDeals: won.length,
    contactedWithin30Days: count(won, (one) => after(one).some((day) => day - (one.closed ?? 0) <= 30)),
    neverContacted: count(won, (one) => after(one).length === 0),
  }
}
