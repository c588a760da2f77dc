// Booked money against target for one entity and span, per currency; money of different currencies is never added.
import { attainmentOf } from '../stats/index.ts'
import type { Entity, Target } from './target-ledger.ts'
import { covers, grains, lastMonth, monthsOf, sameSpan, type Span } from './month-span.ts'

interface CurrencyLine {
  readonly currency: string | null
  readonly booked: number
  /** null: no target in this currency. */
  readonly target: number | null
  readonly attainment: number | null
  readonly hit: boolean | null
}

/**
 * `ok`: judged; hit only when the target of every currency is hit, and `attainment` is the lowest of them. `missing`: no target amount is
 * given. `no-target`: none above zero.
 */
export interface EntityAttainment {
  readonly status: 'ok' | 'missing' | 'no-target'
  readonly hit: boolean | null
  readonly attainment: number | null
  readonly lines: readonly CurrencyLine[]
  /** The line that decides: the one with the lowest attainment. */
  readonly deciding: CurrencyLine | null
}

// Money has four decimal places; sums of doubles would show more.
const add = (sums: Map<string | null, number>, currency: string | null, amount: number): void => {
  sums.set(currency, Number(((sums.get(currency) ?? 0) + amount).toFixed(4)))
}

/** Money booked in the span by currency, all of it. */
export function bookedIn(entity: Entity, span: Span): Map<string | null, number> {
  const found = new Map<string | null, number>()
  for (const { month, currency, amount } of entity.bookings) {
    if (month < span.first || month > lastMonth(span)) continue
    add(found, currency, amount)
  }
  return found
}

/**
 * The targets that make up a span: those set for the span itself, else the coarsest finer ones inside it. Never both: a sheet with months
 * and their quarter would count twice.
 */
export function targetsIn(targets: readonly Target[], span: Span): readonly Target[] {
  const exact = targets.filter((target) => sameSpan(target.span, span))
  if (exact.length > 0) return exact
  for (const grain of grains.toReversed()) {
    if (monthsOf[grain] >= span.months) continue
    const finer = targets.filter((target) => target.span.grain === grain && covers(span, target.span))
    if (finer.length > 0) return finer
  }
  return []
}

interface Wanted {
  readonly currency: string | null
  readonly span: Span
  /** null: no amount is given. */
  amount: number | null
}

/** Target rows of the same span and currency are parts of one target. */
function wantedIn(set: readonly Target[]): Wanted[] {
  const found = new Map<string, Wanted>()
  for (const { span, currency, amount } of set) {
    const key = JSON.stringify([span.first, span.months, currency])
    const wanted: Wanted = found.get(key) ?? { currency, span, amount: null }
    found.set(key, wanted)
    if (amount !== null) wanted.amount = (wanted.amount ?? 0) + amount
  }
  return [...found.values()]
}

/**
 * Bookings of months without a target of the entity are left out: someone with targets for two months is measured on two. Zero or less is
 * no target, and the months count per currency: a target in euros says nothing of what was to be sold in dollars.
 */
export function attainmentIn(entity: Entity, span: Span): EntityAttainment {
  const set = wantedIn(targetsIn(entity.targets, span))
  const real = set.filter(({ amount }) => amount !== null && amount > 0)
  const wanted = new Map<string | null, number | null>()
  for (const { currency } of set) wanted.set(currency, null)
  for (const { currency, amount } of real.length > 0 ? real : set)
    if (amount !== null) wanted.set(currency, (wanted.get(currency) ?? 0) + amount)
  const monthsFor = (currency: string | null): ReadonlySet<number> => {
    const own = real.filter((one) => one.currency === currency)
    return monthsIn(own.length > 0 ? own : real.length > 0 ? real : set)
  }
  const months = new Map([...wanted.keys()].map((currency) => [currency, monthsFor(currency)]))
  const anyone = monthsIn(real.length > 0 ? real : set)
  const booked = new Map<string | null, number>()
  for (const { month, currency, amount } of entity.bookings) {
    const counts =
      set.length === 0
        ? month >= span.first && month <= lastMonth(span)
        : (months.get(currency) ?? anyone).has(month)
    if (counts) add(booked, currency, amount)
  }
  return compare(booked, wanted)
}

function monthsIn(targets: readonly { readonly span: Span }[]): ReadonlySet<number> {
  const months = new Set<number>()
  for (const { span } of targets)
    for (let month = span.first; month <= lastMonth(span); month++) months.add(month)
  return months
}

/** Booked against wanted money, currency by currency; a currency with bookings only is shown and decides nothing. */
export function compare(
  booked: ReadonlyMap<string | null, number>,
  wanted: ReadonlyMap<string | null, number | null>,
): EntityAttainment {
  const currencies = [...new Set([...wanted.keys(), ...booked.keys()])].toSorted((a, b) =>
    (a ?? '') < (b ?? '') ? -1 : 1,
  )
  const lines = currencies.map((currency): CurrencyLine => {
    const target = wanted.get(currency) ?? null
    const { attainment, hit } = attainmentOf(booked.get(currency) ?? 0, target)
    return { currency, booked: booked.get(currency) ?? 0, target, attainment, hit }
  })
  const judged = lines.filter(({ hit }) => hit !== null)
  if (judged.length === 0) {
    const status = lines.some(({ target }) => target !== null) ? 'no-target' : 'missing'
    const deciding = lines.find(({ target }) => target !== null) ?? lines[0] ?? null
    return { status, hit: null, attainment: null, lines, deciding }
  }
  const deciding = judged.reduce((lowest, line) =>
    (line.attainment ?? 0) < (lowest.attainment ?? 0) ? line : lowest,
  )
  const hit = judged.every((line) => line.hit === true)
  return { status: 'ok', hit, attainment: deciding.attainment, lines, deciding }
}
