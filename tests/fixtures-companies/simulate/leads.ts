// Leads by month, and which of them convert when.
import { monthAfter, weekday, workday } from '../days.ts'
import { apportion, at, draws, random, type Random } from '../random.ts'
import type { LeadPlan, Plan } from './plan.ts'
import type { Lead } from './world.ts'

const weekdayWeights = [10, 11, 11, 10, 8, 3, 2]
const lateLag = [
  [0, 94],
  [0.6, 115],
  [1, 150],
] as const

/** Leads sorted by the moment they came in, with ids that rise like a CRM's. */
export function makeLeads(plan: Plan): Lead[] {
  const source = random(plan.seed, 'leads')
  const leads = plan.leads.counts.flatMap((count, month) => {
    const first = monthAfter(plan.leads.from, month)
    const made = leadsOf(plan.leads, source, month, first, monthAfter(first, 1) - 1, count)
    convert(plan.leads, source, month, made, plan.asOf)
    return made
  })
  const last = plan.leads.counts.length
  leads.push(
    ...leadsOf(plan.leads, source, last, monthAfter(plan.leads.from, last), plan.asOf, plan.leads.partial),
  )
  leads.sort((a, b) => a.day - b.day || a.minute - b.minute)
  let id = 481_203_300
  for (const lead of leads) {
    id += source.int(3, 950)
    lead.id = String(id)
  }
  return leads
}

function leadsOf(
  plan: LeadPlan,
  source: Random,
  month: number,
  first: number,
  last: number,
  count: number,
): Lead[] {
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const perDay = apportion(
    count,
    days.map((value) => at(weekdayWeights, weekday(value)) * (0.7 + 0.6 * source.next())),
  )
  const shares = plan.sources(month)
  const perSource = apportion(
    count,
    shares.map((share) => share.weight),
  )
  const sources = source.shuffle(
    shares.flatMap((share, index) => Array.from({ length: at(perSource, index) }, () => share.item)),
  )
  return days.flatMap((value, index) =>
    Array.from({ length: at(perDay, index) }, () => ({
      id: '',
      day: value,
      minute: source.int(6 * 60, 21 * 60),
      source: sources.pop() ?? '',
      converted: null,
      hasDeal: false,
    })),
  )
}

function convert(plan: LeadPlan, source: Random, month: number, leads: Lead[], asOf: number): void {
  const noise = 1 + plan.noise * (2 * source.next() - 1)
  const early = Math.round(leads.length * at(plan.rates, month) * noise)
  const late = Math.round(early * plan.late)
  const lags = [...draws(source, early, plan.lag), ...draws(source, late, lateLag)]
  for (const [index, lead] of chosen(plan, source, month, leads, early + late).entries()) {
    const converted = Math.max(lead.day + 1, workday(lead.day + Math.round(at(lags, index))))
    if (converted <= asOf) lead.converted = converted
  }
}

/** The leads that convert, per source in proportion to its volume times its worth. */
function chosen(plan: LeadPlan, source: Random, month: number, leads: Lead[], total: number): Lead[] {
  const shares = plan.sources(month)
  const groups = shares.map((share) => leads.filter((lead) => lead.source === share.item))
  const counts = apportion(
    total,
    shares.map((share, index) => at(groups, index).length * share.converts),
  )
  return source.shuffle(groups.flatMap((group, index) => source.shuffle(group).slice(0, at(counts, index))))
}

/** A lead that came in at most a few days before and became no deal yet; marks it as taken. */
export function takeLead(byDay: Map<number, Lead[]>, created: number): Lead | null {
  for (let value = created; value >= created - 4; value -= 1) {
    const lead = byDay.get(value)?.pop()
    if (lead !== undefined) {
      lead.hasDeal = true
      return lead
    }
  }
  return null
}

/** Leads that did not convert, by day. */
export function unconvertedByDay(leads: readonly Lead[]): Map<number, Lead[]> {
  const byDay = new Map<number, Lead[]>()
  for (const lead of leads) {
    if (lead.converted !== null) continue
    const list = byDay.get(lead.day) ?? []
    list.push(lead)
    byDay.set(lead.day, list)
  }
  return byDay
}
