// Why deals were lost: the reason meant, and what was typed.
import { quarterOf } from '../days.ts'
import { at, deal as dealOut, random, spread, type Random } from '../random.ts'
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
  even(source, lost)
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

const marks = (one: Deal): string[] => [one.rep.name, one.rep.team, one.product.name, one.source]
const cell = (mark: string, reason: string | null): string => `${mark}|${reason ?? ''}`

/**
 * Swaps the reasons of two deals of one quarter and segment wherever that brings reps, products and sources nearer to what chance-free
 * mixing would give: no rep, product or source is to have a favourite reason by accident.
 */
function even(source: Random, lost: readonly Deal[]): void {
  const deals = lost.filter((one) => one.reason !== null)
  const counts = new Map<string, number>()
  const add = (key: string, step: number): number => {
    const value = (counts.get(key) ?? 0) + step
    counts.set(key, value)
    return value
  }
  for (const one of deals) {
    add(cell('', one.reason), 1)
    for (const mark of marks(one)) {
      add(cell(mark, one.reason), 1)
      add(mark, 1)
    }
  }
  const share = (reason: string | null): number => (counts.get(cell('', reason)) ?? 0) / deals.length
  const excess = (mark: string, reason: string | null): number =>
    (counts.get(cell(mark, reason)) ?? 0) - (counts.get(mark) ?? 0) * share(reason)
  const groups = new Map<string, Deal[]>()
  for (const one of deals) {
    const key = `${quarterOf(one.closed ?? 0)}|${one.segment}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  for (let turn = 0; turn < 60 * deals.length; turn += 1) {
    const first = source.pick(deals)
    const second = source.pick(groups.get(`${quarterOf(first.closed ?? 0)}|${first.segment}`) ?? deals)
    if (first.reason === second.reason) continue
    // The change of the squared excess when both give up their reason and take the other's.
    let change = 0
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const)
      for (const mark of marks(one)) {
        if (marks(other).includes(mark)) continue
        change +=
          (2 - 2 * excess(mark, one.reason) + 2 * excess(mark, other.reason)) / (counts.get(mark) ?? 1)
      }
    if (change >= 0) continue
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const)
      for (const mark of marks(one)) {
        add(cell(mark, one.reason), -1)
        add(cell(mark, other.reason), 1)
      }
    const held = first.reason
    first.reason = second.reason
    second.reason = held
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
