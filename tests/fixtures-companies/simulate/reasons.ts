// Why deals were lost: the reason meant, and what was typed.
import { quarterOf } from '../days.ts'
import { at, deal as dealOut, random, spread, type Random } from '../random.ts'
import { even } from './even.ts'
import type { Plan } from './plan.ts'
import type { Deal } from './world.ts'

/** Sets reason and text of the lost deals, quarter by quarter; reps, products and sources must be known. */
export function giveReasons(plan: Plan, lost: readonly Deal[]): void {
  const source = random(plan.seed, 'reasons')
  const quarters = new Map<string, Deal[]>()
  for (const one of lost) {
    if (one.administrative) continue
    const quarter = quarterOf(one.closed ?? 0)
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), one])
  }
  for (const [quarter, group] of quarters) {
    const blank = Math.round(group.length * plan.deals.unreasoned)
    const shuffled = balanced(source, group)
    const skip = shuffled.length / Math.max(1, blank)
    const without = new Set(
      Array.from({ length: blank }, (_, index) => at(shuffled, Math.floor((index + source.next()) * skip))),
    )
    const texts = dealOut(source, without.size, plan.deals.blanks)
    for (const one of without) one.reasonText = texts.pop() ?? ''
    giveShares(
      plan,
      source,
      quarter,
      shuffled.filter((one) => !without.has(one)),
    )
  }
  even(
    source,
    lost.filter((one) => one.reason !== null),
    {
      marks: (one) => [one.rep.name, one.rep.team, one.product.name, one.source],
      group: (one) => `${quarterOf(one.closed ?? 0)}|${one.segment}`,
      read: (one) => one.reason ?? '',
      write: (one, reason) => {
        one.reason = reason
      },
    },
  )
  typeReasons(plan, source, lost)
}

/** Marks the losses that are none, spread over the years. */
export function markAdministrative(plan: Plan, lost: readonly Deal[]): void {
  const source = random(plan.seed, 'administrative')
  const texts = plan.deals.administrative.flatMap((kind) =>
    Array.from({ length: kind.weight }, () => kind.item),
  )
  const step = lost.length / texts.length
  for (const [index, text] of source.shuffle(texts).entries()) {
    const one = at(lost, Math.floor((index + 0.2 + 0.6 * source.next()) * step))
    one.administrative = true
    one.reasonText = text
  }
}

const place = (one: Deal): string => `${one.segment}|${one.rep.name}`

/** Sorted so that a stretch of the list holds one segment, then one rep: reasons spread along it favour nobody. */
function balanced(source: Random, group: readonly Deal[]): Deal[] {
  return source.shuffle(group).sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
}

function giveShares(plan: Plan, source: Random, quarter: string, group: readonly Deal[]): void {
  const segments = new Map<string, Deal[]>()
  for (const one of group) segments.set(one.segment, [...(segments.get(one.segment) ?? []), one])
  for (const [segment, members] of segments) {
    const weights = plan.deals.reasonWeights(quarter, segment)
    const shares = plan.deals.reasons.map((reason, index) => ({
      item: reason.name,
      weight: at(weights, index),
    }))
    const names = spread(members.length, source.next(), shares)
    for (const [index, one] of members.entries()) one.reason = at(names, index)
  }
}

function typeReasons(plan: Plan, source: Random, lost: readonly Deal[]): void {
  for (const reason of plan.deals.reasons) {
    const same = lost.filter((one) => one.reason === reason.name)
    const texts = dealOut(source, same.length, reason.spellings)
    for (const [index, one] of same.entries()) one.reasonText = at(texts, index)
  }
  const typed = lost.filter((one) => one.reason !== null)
  for (const [index, text] of plan.deals.singles.entries()) {
    const one = at(typed, Math.floor(((index + source.next()) * typed.length) / plan.deals.singles.length))
    one.reason = text
    one.reasonText = text
  }
}
