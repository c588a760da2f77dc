// Plain counts over the rows of a company's files, to hold against expected.json. Dates are ISO texts, money is cents.
import { daysBetween, quarter } from './read.ts'

export interface Deal {
  readonly id: string
  readonly account: string
  readonly owner: string
  readonly team: string
  readonly product: string
  readonly segment: string
  readonly status: 'won' | 'lost' | 'open'
  readonly cents: number
  readonly currency: string
  readonly created: string
  readonly closed: string
  readonly reason: string
  readonly lead: string
  readonly reopened: string
}
export interface Lead {
  readonly id: string
  readonly created: string
  readonly converted: string
}
export interface Answer {
  readonly account: string
  readonly owner: string
  readonly team: string
  readonly product: string
  readonly score: number
  readonly day: string
}
interface Target {
  readonly level: string
  readonly entity: string
  readonly period: string
  readonly cents: number
  readonly currency: string
}
export interface Invoice {
  readonly account: string
  readonly status: string
  readonly kind: string
  readonly currency: string
  readonly issued: string
  readonly confirmed: string
  readonly incentivePaid: string
  readonly incentive: number
}
export interface Customer {
  readonly account: string
  readonly owner: string
  readonly currency: string
  readonly since: string
  readonly ended: string
  readonly start: number
  readonly end: number
  readonly lacks: boolean
}
interface Debrief {
  readonly deal: string
  readonly account: string
  readonly day: string
  readonly minutes: number
  readonly heldBy: string
}
export interface Company {
  readonly deals: readonly Deal[]
  readonly leads: readonly Lead[]
  readonly journey: readonly Answer[]
  readonly touchpoints: readonly Answer[]
  readonly targets: readonly Target[]
  readonly invoices: readonly Invoice[]
  readonly customers: readonly Customer[]
  readonly debriefs: readonly Debrief[]
  readonly contacts: readonly { readonly account: string; readonly deal: string; readonly day: string }[]
  readonly moves: readonly { readonly deal: string; readonly to: string; readonly day: string }[]
}

const period = '2026-Q3'
const round = (value: number): number => Math.round(value * 1e6) / 1e6
const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

/** Attainment and NPS counts of every target of the judged quarter. */
export function attainments(company: Company): unknown[] {
  const sorted = [...company.targets].sort((a, b) =>
    `${a.level}|${a.entity}` < `${b.level}|${b.entity}` ? -1 : 1,
  )
  return sorted
    .filter((target) => target.period === period)
    .map(({ level, entity, cents, currency }) => {
      const of = (row: Deal | Answer): boolean =>
        level === 'company' ||
        (level === 'owner' ? row.owner : level === 'team' ? row.team : row.product) === entity
      const won = company.deals.filter((one) => one.status === 'won' && quarter(one.closed) === period)
      const booked = sum(
        won.filter((one) => one.currency === currency && of(one)),
        (one) => one.cents,
      )
      const answers = company.journey.filter((one) => quarter(one.day) === period && of(one))
      const n = answers.length
      const promoters = answers.filter((one) => one.score >= 9).length
      const detractors = answers.filter((one) => one.score <= 6).length
      const attainment = round(booked / cents)
      const hit = booked >= cents
      return {
        level,
        entity,
        currency,
        target: cents / 100,
        booked: booked / 100,
        attainment,
        hit,
        n,
        promoters,
        detractors,
      }
    })
}

/** Leads of each whole month and how many of them converted within 90 days. */
export function months(leads: readonly Lead[], asOf: string): unknown[] {
  const counts = new Map<string, { leads: number; within: number; last: string }>()
  for (const lead of leads) {
    const month = lead.created.slice(0, 7)
    if (month === asOf.slice(0, 7)) continue
    const entry = counts.get(month) ?? { leads: 0, within: 0, last: '' }
    entry.leads += 1
    if (lead.converted !== '' && daysBetween(lead.created, lead.converted) <= 90) entry.within += 1
    counts.set(month, entry)
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, entry]) => {
      const [year = 0, number = 0] = month.split('-').map(Number)
      const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
      return {
        month,
        leads: entry.leads,
        convertedWithin90Days: entry.within,
        matured: daysBetween(last, asOf) >= 90,
      }
    })
}

/** Deals per reason, the most frequent first. `name` gives the reason meant by a text, null for none. */
export function reasonCounts(
  deals: readonly Deal[],
  name: (text: string) => string | null,
): Record<string, number> {
  const counts = new Map<string, number>()
  for (const one of deals) {
    const reason = name(one.reason)
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}

export function wonBack(deals: readonly Deal[]): unknown {
  const lost = deals.filter((one) => one.status === 'lost')
  const sorted = [...lost].sort((a, b) =>
    a.closed < b.closed ? -1 : a.closed > b.closed ? 1 : a.id < b.id ? -1 : 1,
  )
  const back = new Set(deals.filter((one) => one.status === 'won').map((one) => one.reopened))
  const part = (group: readonly Deal[]) => ({
    losses: group.length,
    wonBack: group.filter((one) => back.has(one.id)).length,
  })
  const half = Math.floor(sorted.length / 2)
  return { older: part(sorted.slice(0, half)), newer: part(sorted.slice(half)) }
}

export function debriefs(company: Company): unknown {
  const deals = new Map(company.deals.map((one) => [one.id, one]))
  const customers = new Map(company.customers.map((one) => [one.account, one]))
  const day = (one: Debrief): string | undefined =>
    deals.get(one.deal)?.closed ?? customers.get(one.account)?.ended
  const owner = (one: Debrief): string | undefined =>
    (deals.get(one.deal) ?? customers.get(one.account))?.owner
  const all = company.debriefs
  return {
    lostDeals: company.deals.filter((one) => one.status === 'lost').length,
    debriefedDeals: new Set(all.flatMap((one) => (one.deal === '' ? [] : [one.deal]))).size,
    lostCustomers: company.customers.filter((one) => one.ended !== '').length,
    debriefedCustomers: all.filter((one) => one.deal === '').length,
    debriefs: all.length,
    sameDay: all.filter((one) => one.day === day(one)).length,
    longerThan30Minutes: all.filter((one) => one.minutes > 30).length,
    heldByOwner: all.filter((one) => one.heldBy === owner(one)).length,
  }
}

function perCurrency(invoices: readonly Invoice[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const one of invoices) sums.set(one.currency, (sums.get(one.currency) ?? 0) + one.incentive)
  return Object.fromEntries([...sums].map(([currency, amount]) => [currency, amount / 100]))
}

export function incentives(invoices: readonly Invoice[]): unknown {
  const paid = invoices.filter((one) => one.incentivePaid !== '')
  const back = paid.filter((one) => one.status === 'taken back')
  const never = paid.filter((one) => one.confirmed === '' && one.status !== 'taken back')
  return {
    invoices: invoices.length,
    incentivesPaid: paid.length,
    paidBeforeConfirmation: paid.filter((one) => one.confirmed === '' || one.incentivePaid < one.confirmed)
      .length,
    onInvoicesTakenBack: { invoices: back.length, amount: perCurrency(back) },
    onInvoicesNotConfirmed: { invoices: never.length, amount: perCurrency(never) },
    onRenewals: perCurrency(paid.filter((one) => one.kind === 'renewal')),
    onNewAndExpansion: perCurrency(paid.filter((one) => one.kind !== 'renewal')),
  }
}

export function retention(customers: readonly Customer[], currencies: readonly string[]): unknown[] {
  return currencies.map((currency) => {
    const all = customers.filter((one) => one.currency === currency)
    const base = all.filter((one) => one.start > 0)
    const start = sum(base, (one) => one.start)
    return {
      currency,
      customersAtStart: base.length,
      leftWithinTheYear: base.filter((one) => one.end === 0).length,
      startMrr: start / 100,
      grr: round(sum(base, (one) => Math.min(one.start, one.end)) / start),
      nrr: round(sum(base, (one) => one.end) / start),
      newMrr: sum(all, (one) => (one.start === 0 ? one.end : 0)) / 100,
    }
  })
}

/** Of 100. */
const mean = (answers: readonly Answer[]): number =>
  round((10 * sum(answers, (one) => one.score)) / answers.length)

export function journey(company: Company): unknown {
  const rated = new Set(company.journey.map((one) => one.account))
  return {
    journeyAnswers: company.journey.length,
    journeyMean: mean(company.journey),
    touchpointAnswers: company.touchpoints.length,
    touchpointMean: mean(company.touchpoints),
    customersWithBoth: new Set(company.touchpoints.map((one) => one.account).filter((one) => rated.has(one)))
      .size,
  }
}

function soldByProduct(deals: readonly Deal[], of: string): Record<string, number> {
  const counts = new Map<string, number>()
  for (const one of deals)
    if (one.status === 'won' && one.cents >= 0 && quarter(one.closed) === of)
      counts.set(one.product, (counts.get(one.product) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** Products sold in the two newest whole quarters. */
export function mix(deals: readonly Deal[]): unknown {
  const [before, latest] = ['2026-Q2', '2026-Q3'].map((label) => ({
    quarter: label,
    won: soldByProduct(deals, label),
  }))
  return { before, latest }
}

export function proposals(company: Company, discovery: string, proposal: string): unknown {
  const won = new Set(company.deals.filter((one) => one.status === 'won').map((one) => one.id))
  const first = new Map<string, string>()
  for (const move of company.moves) if (move.to === discovery) first.set(move.deal, move.day)
  const offered = company.moves.filter((move) => move.to === proposal)
  const part = (group: typeof offered) => ({
    deals: group.length,
    won: group.filter((move) => won.has(move.deal)).length,
  })
  const hasty = (move: (typeof offered)[number]): boolean => (first.get(move.deal) ?? '9999') > move.day
  return {
    beforeDiscovery: part(offered.filter(hasty)),
    afterDiscovery: part(offered.filter((move) => !hasty(move))),
  }
}

export function followUps(company: Company): unknown {
  const won = company.deals.filter((one) => one.status === 'won')
  const days = new Map<string, string[]>()
  for (const one of company.contacts) days.set(one.account, [...(days.get(one.account) ?? []), one.day])
  const after = (one: Deal): string[] => (days.get(one.account) ?? []).filter((day) => day >= one.closed)
  return {
    wonDeals: won.length,
    contactedWithin30Days: won.filter((one) => after(one).some((day) => daysBetween(one.closed, day) <= 30))
      .length,
    neverContacted: won.filter((one) => after(one).length === 0).length,
  }
}
