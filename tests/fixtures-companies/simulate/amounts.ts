// Products and amounts of the deals, and the targets that follow from what was booked.
import { quarterOf } from '../days.ts'
import { apportion, at, draws, random, type Random } from '../random.ts'
import type { Plan } from './plan.ts'
import type { Customer, Deal, Target } from './world.ts'

/** Amounts as multiples of the product's price. */
const sizes = [
  [0, 0.45],
  [0.1, 0.6],
  [0.3, 0.8],
  [0.5, 1],
  [0.7, 1.25],
  [0.9, 1.9],
  [1, 2.9],
] as const

/** Whole multiples of 12 units of money, so that a month of it is a whole amount too. */
const yearly = (cents: number): number => Math.max(1200, Math.round(cents / 1200) * 1200)

/** Won deals get exactly the planned mix in each quarter; the others the usual one. */
export function giveProducts(plan: Plan, deals: readonly Deal[]): void {
  const source = random(plan.seed, 'products')
  const groups = new Map<string, Deal[]>()
  for (const one of deals) {
    const key = one.status === 'won' ? quarterOf(one.closed ?? 0) : one.status
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  for (const [key, group] of groups) {
    const mix = key.includes('-Q') ? plan.deals.mix(key) : plan.deals.usualMix
    const counts = apportion(group.length, mix)
    const deck = plan.products.flatMap((product, index) =>
      Array.from({ length: at(counts, index) }, () => product),
    )
    // Spread over the reps: each rep gets the products in turn.
    const sorted = source
      .shuffle(group)
      .sort((a, b) => (a.rep.name < b.rep.name ? -1 : a.rep.name > b.rep.name ? 1 : 0))
    const step = stride(sorted.length)
    for (const [index, one] of sorted.entries()) one.product = at(deck, (index * step) % deck.length)
  }
}

/** A step near the golden section of the length that reaches every place once. */
function stride(length: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  for (let step = Math.max(1, Math.round(length * 0.382)); ; step += 1)
    if (divisor(step, length) === 1) return step
}

export function giveAmounts(plan: Plan, deals: readonly Deal[], customers: readonly Customer[]): void {
  const source = random(plan.seed, 'amounts')
  const factor = new Map(plan.deals.segments.map((segment) => [segment.item, segment.price]))
  const size = (price: number, segment: string, share: number): number =>
    yearly(price * share * (factor.get(segment) ?? 1))
  const shares = draws(source, deals.length, sizes)
  for (const [index, one] of deals.entries()) {
    const part = one.kind === 'expansion' ? 0.3 : 1
    if (one.kind !== 'credit') one.amount = size(one.product.price, one.segment, at(shares, index) * part)
  }
  for (const customer of customers)
    if (customer.deal === null) {
      const cents = size(customer.product.price, customer.segment, draws(source, 1, sizes)[0] ?? 1)
      customer.changes.push({ day: customer.since, cents })
    }
}

const booked = (deals: readonly Deal[], quarter: string, of: (deal: Deal) => boolean): number =>
  deals.reduce((sum, one) => (quarterOf(one.closed ?? 0) === quarter && of(one) ? sum + one.amount : sum), 0)

/**
 * Targets of every level and quarter. A rep's largest deal of the judged quarter is adjusted by the rounding of the target, so that
 * the planned attainment holds to the cent; targets of teams, products and the company follow from what is booked then.
 */
export function makeTargets(plan: Plan, won: readonly Deal[]): Target[] {
  const { targets } = plan
  const source = random(plan.seed, 'targets')
  plantWhale(plan, won)
  const round = (cents: number): number =>
    Math.max(targets.step, Math.round(cents / targets.step) * targets.step)
  const list: Target[] = []
  for (const [index, rep] of plan.reps.entries()) {
    const attainment = at(targets.owners, index)
    const mine = (one: Deal): boolean => one.rep === rep
    const cents = round(booked(won, targets.quarter, mine) / attainment)
    settle(plan, won, index, Math.round(cents * attainment))
    list.push({ level: 'owner', entity: rep.name, period: targets.quarter, cents, currency: rep.currency })
    const name = { level: 'owner', entity: rep.name, currency: rep.currency } as const
    list.push(...otherQuarters(plan, source, won, name, mine, round))
  }
  for (const [team, attainment] of targets.teams) {
    const currency = plan.reps.find((rep) => rep.team === team)?.currency ?? ''
    list.push(
      ...level(
        plan,
        source,
        won,
        { level: 'team', entity: team, currency },
        attainment,
        (one) => one.rep.team === team,
      ),
    )
  }
  for (const [index, attainment] of targets.products.entries()) {
    const product = at(plan.products, index)
    const { currency } = targets.company
    list.push(
      ...level(
        plan,
        source,
        won,
        { level: 'product', entity: product.name, currency },
        attainment,
        (one) => one.product === product,
      ),
    )
  }
  const { name, currency, attainment } = targets.company
  list.push(
    ...level(
      plan,
      source,
      won,
      { level: 'company', entity: name, currency },
      attainment,
      (one) => one.rep.currency === currency,
    ),
  )
  return list.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
}

type Name = Pick<Target, 'level' | 'entity' | 'currency'>

function level(
  plan: Plan,
  source: Random,
  won: readonly Deal[],
  name: Name,
  attainment: number,
  of: (deal: Deal) => boolean,
): Target[] {
  const { quarter, step } = plan.targets
  const round = (cents: number): number => Math.round(cents / step) * step
  const judged = { ...name, period: quarter, cents: round(booked(won, quarter, of) / attainment) }
  return [judged, ...otherQuarters(plan, source, won, name, of, round)]
}

function otherQuarters(
  plan: Plan,
  source: Random,
  won: readonly Deal[],
  { level: of, entity, currency }: Name,
  mine: (deal: Deal) => boolean,
  round: (cents: number) => number,
): Target[] {
  const target = (period: string, cents: number): Target => ({ level: of, entity, period, cents, currency })
  const last = booked(won, plan.targets.quarter, mine)
  return [
    ...plan.targets.before.map((period) =>
      target(period, round(booked(won, period, mine) / source.pick(plan.targets.usual))),
    ),
    target(plan.targets.next, round(last * 1.05)),
  ]
}

function settle(plan: Plan, won: readonly Deal[], index: number, wanted: number): void {
  const rep = at(plan.reps, index)
  const mine = won.filter((one) => one.rep === rep && quarterOf(one.closed ?? 0) === plan.targets.quarter)
  const largest = mine.reduce((best, one) => (one.kind === 'new' && one.amount > best.amount ? one : best))
  largest.amount += wanted - mine.reduce((sum, one) => sum + one.amount, 0)
}

function plantWhale(plan: Plan, won: readonly Deal[]): void {
  const { whale, quarter } = plan.targets
  if (whale === null) return
  const rep = at(plan.reps, whale.owner)
  const one = won.find(
    (deal) => deal.rep === rep && deal.kind === 'new' && quarterOf(deal.closed ?? 0) === quarter,
  )
  if (one === undefined) throw new Error('no deal to make the whale of')
  one.amount = whale.cents
}
