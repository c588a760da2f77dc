// Deals: won from leads, lost, won back, still open. Products, reps and amounts are dealt out afterwards.
import { quarterDays, quarterOf, workday } from '../days.ts'
import { at, deal as dealOut, draws, random, type Random } from '../random.ts'
import { takeLead, unconvertedByDay } from './leads.ts'
import type { Plan } from './plan.ts'
import type { Deal, DealKind, Lead, Rep } from './world.ts'

export type NewDeal = Partial<Deal> &
  Pick<Deal, 'account' | 'segment' | 'source' | 'created' | 'status' | 'rep'>

export class DealMaker {
  readonly plan: Plan
  readonly source: Random
  readonly #names = new Map<string, number>()

  constructor(plan: Plan, stream: string) {
    this.plan = plan
    this.source = random(plan.seed, stream)
  }

  /** A customer name that was not used yet. */
  account(segment: string): string {
    const index = this.#names.get(segment) ?? 0
    this.#names.set(segment, index + 1)
    return this.plan.account(segment, index)
  }

  segments(count: number): string[] {
    return dealOut(this.source, count, this.plan.deals.segments)
  }

  reps(count: number, weigh: (rep: Rep) => number): Rep[] {
    return dealOut(
      this.source,
      count,
      this.plan.reps.map((rep) => ({ item: rep, weight: weigh(rep) })),
    )
  }

  make(kind: DealKind, parts: NewDeal): Deal {
    const [soonest, latest] = this.plan.deals.expected
    return {
      id: '',
      kind,
      closed: null,
      expected: parts.closed ?? workday(parts.created + this.source.int(soonest, latest)),
      lead: null,
      reopened: null,
      product: at(this.plan.products, 0),
      amount: 0,
      stage: '',
      reason: null,
      reasonText: '',
      administrative: false,
      premature: false,
      ...parts,
    }
  }
}

/** Days of closing, spread over a quarter, none after the newest day of the data. */
export function closingDays(source: Random, quarter: string, count: number, asOf: number): number[] {
  const { first, last } = quarterDays(quarter)
  const until = Math.min(last, asOf)
  return draws(source, count, [
    [0, first],
    [1, until + 0.999],
  ]).map((value) => Math.max(first, workday(Math.floor(value))))
}

/** One won deal for each converted lead, closed on the day of the conversion. */
export function wonFromLeads(maker: DealMaker, leads: readonly Lead[]): Deal[] {
  const won = leads.filter((lead) => lead.converted !== null)
  won.sort((a, b) => (a.converted ?? 0) - (b.converted ?? 0) || a.day - b.day || a.minute - b.minute)
  const quarters = new Map<string, Lead[]>()
  for (const lead of won) {
    lead.hasDeal = true
    const quarter = quarterOf(lead.converted ?? 0)
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), lead])
  }
  return [...quarters.values()].flatMap((group) => {
    const reps = maker.reps(group.length, (rep) => rep.weight)
    const segments = maker.segments(group.length)
    return group.map((lead, index) => {
      const closed = lead.converted ?? 0
      const segment = at(segments, index)
      const created = Math.max(lead.day, Math.min(lead.day + maker.source.int(0, 3), closed - 2))
      const account = maker.account(segment)
      const { source } = lead
      return maker.make('new', {
        account,
        segment,
        source,
        created,
        closed,
        status: 'won',
        rep: at(reps, index),
        lead,
      })
    })
  })
}

/** Lost deals by quarter of the loss, each linked to a lead of its first days where one is left. */
export function lostDeals(maker: DealMaker, leads: readonly Lead[]): Deal[] {
  const { plan, source } = maker
  const free = unconvertedByDay(leads)
  return [...plan.deals.lostPerQuarter].flatMap(([quarter, count]) => {
    const closings = closingDays(source, quarter, count, plan.asOf).sort((a, b) => a - b)
    const cycles = draws(source, count, plan.deals.lostCycle)
    const reps = maker.reps(count, () => 1)
    const segments = maker.segments(count)
    return closings.map((closed, index) => {
      const created = Math.max(plan.deals.from, closed - Math.round(at(cycles, index)))
      const segment = at(segments, index)
      return maker.make('new', {
        account: maker.account(segment),
        segment,
        ...origin(maker, free, created),
        created: Math.min(created, closed - 1),
        closed,
        status: 'lost',
        rep: at(reps, index),
      })
    })
  })
}

function origin(
  maker: DealMaker,
  free: Map<number, Lead[]>,
  created: number,
): { lead: Lead | null; source: string } {
  const lead = takeLead(free, created)
  const shares = maker.plan.leads.sources(0)
  return { lead, source: lead?.source ?? maker.source.pick(shares).item }
}

/** Open deals: young ones and ones that stopped moving. */
export function openDeals(maker: DealMaker, leads: readonly Lead[]): Deal[] {
  const { plan, source } = maker
  const free = unconvertedByDay(leads.filter((lead) => !lead.hasDeal))
  const ages = [
    ...draws(source, plan.deals.openCount, plan.deals.openAges),
    ...draws(source, plan.deals.stalledCount, plan.deals.stalledAges),
  ].map(Math.round)
  const reps = [plan.deals.openCount, plan.deals.stalledCount].flatMap((count) => maker.reps(count, () => 1))
  const segments = maker.segments(ages.length)
  return ages.map((age, index) => {
    const created = workday(plan.asOf - age)
    const segment = at(segments, index)
    const rep = at(reps, index)
    return maker.make('new', {
      account: maker.account(segment),
      segment,
      ...origin(maker, free, created),
      created,
      status: 'open',
      rep,
    })
  })
}

/** Won deals that come back from losses: so many of the older half of the losses, so many of the newer. */
export function wonBack(maker: DealMaker, lost: readonly Deal[]): Deal[] {
  const { plan, source } = maker
  const { older, newer, lag } = plan.deals.wonBack
  const real = lost.filter((deal) => !deal.administrative).sort((a, b) => (a.closed ?? 0) - (b.closed ?? 0))
  const half = Math.floor(real.length / 2)
  const parts = [
    { group: real.slice(0, half), share: older },
    { group: real.slice(half), share: newer },
  ]
  return parts.flatMap(({ group, share }) => {
    const count = Math.round((group.length * share) / 100)
    const step = group.length / count
    const lags = draws(source, count, lag)
    return lags.flatMap((days, index) => {
      const loss = at(group, Math.floor((index + source.next()) * step))
      const closed = workday((loss.closed ?? 0) + Math.round(days))
      if (closed > plan.asOf) return []
      const created = Math.max((loss.closed ?? 0) + 3, closed - source.int(9, 38))
      const { account, segment, rep } = loss
      const origins = { source: plan.deals.sources.winBack, reopened: loss }
      return [maker.make('win-back', { account, segment, ...origins, created, closed, status: 'won', rep })]
    })
  })
}

/** Gives every deal its id, in the order of creation; `next` names the one after the last. */
export function numberDeals(deals: Deal[], next: () => string): void {
  deals.sort(
    (a, b) => a.created - b.created || (a.closed ?? 0) - (b.closed ?? 0) || (a.account < b.account ? -1 : 1),
  )
  for (const one of deals) one.id = next()
}
