// What every contestant must answer alike before anything is timed: the figures of the tables that the report shows.
import type { Standing } from './book.ts'

export interface Figures {
  /** Rows that could be used, by table. */
  readonly used: { readonly deals: number; readonly leads: number; readonly surveys: number }
  /** Surveys whose customer has a deal. */
  readonly matched: number
  readonly standings: readonly Standing[]
  /** Leads by month of creation and source, and those of them that converted within 90 days. */
  readonly funnel: readonly {
    readonly month: string
    readonly source: string
    readonly leads: number
    readonly conversions: number
  }[]
  /** Lost deals by reason, trimmed, white space collapsed, lower case; `''`: none given. */
  readonly reasons: readonly { readonly reason: string; readonly deals: number; readonly value: number }[]
  /** The same of the two quarters that are compared. */
  readonly changes: readonly { readonly reason: string; readonly before: number; readonly after: number }[]
  readonly reasonedByOwner: readonly {
    readonly owner: string
    readonly losses: number
    readonly reasoned: number
  }[]
  /** Sizes of aggregates that are made but not compared one by one: reasons by segment and stage, funnel by lag. */
  readonly cells: number
}

/** Reasons that are no losses: set aside by salescheck, so nobody's figures count them. */
export const notLosses: readonly string[] = ['duplicate']

/** The newest complete quarter and the one before it: first and last day. */
export const compared = {
  before: ['2025-07-01', '2025-09-30'],
  after: ['2025-10-01', '2025-12-31'],
} as const

/** Months whose leads are old enough, cut in two. */
export const halves = { older: ['2023-01', '2024-05'], newer: ['2024-06', '2025-11'] } as const

/** An NPS of fewer answers is not shown. */
const fewAnswers = 5

const round = (value: number): number => Number(value.toPrecision(12))

const total = (rows: readonly { readonly deals: number }[]): number =>
  rows.reduce((sum, { deals }) => sum + deals, 0)

/** Every figure as `name = value`, sorted: two contestants agree when these are equal. */
export function statements(figures: Figures): Map<string, number> {
  const found = new Map<string, number>()
  const say = (name: string, value: number): void => {
    found.set(name, round(value))
  }
  const count = (name: string, value: number): void => say(name, (found.get(name) ?? 0) + value)
  for (const [table, rows] of Object.entries(figures.used)) say(`used ${table}`, rows)
  say('matched surveys', figures.matched)
  for (const { level, entity, period, booked, answers, net, target } of figures.standings) {
    const where = `${level} ${entity} ${period}`
    say(`booked ${where}`, booked)
    say(`answers ${where}`, answers)
    if (answers >= fewAnswers) say(`nps ${where}`, net / answers)
    if (target === 0) continue
    say(`target ${where}`, target)
    say(`attainment ${where}`, booked / target)
    if (level === 'owner') count(`hits ${period}`, booked >= target ? 1 : 0)
  }
  for (const { month, source, leads, conversions } of figures.funnel) {
    count(`leads ${month}`, leads)
    count(`conversions ${month}`, conversions)
    for (const [half, [from, to]] of Object.entries(halves)) {
      if (month < from || month > to) continue
      count(`leads ${half} ${source}`, leads)
      count(`leads ${half}`, leads)
      count(`conversions ${half}`, conversions)
    }
  }
  const losses = figures.reasons.filter(({ reason }) => !notLosses.includes(reason))
  say('lost deals', total(losses))
  say('lost deals with a reason', total(losses.filter(({ reason }) => reason !== '')))
  for (const { reason, deals, value } of losses) {
    say(`reason ${reason}`, deals)
    say(`value ${reason}`, value)
  }
  for (const { reason, before, after } of figures.changes) {
    say(`before ${reason}`, before)
    say(`after ${reason}`, after)
  }
  for (const { owner, losses: all, reasoned } of figures.reasonedByOwner) {
    say(`losses ${owner}`, all)
    say(`reasoned ${owner}`, reasoned)
  }
  return found
}

/** Counts are told apart by this however many they are; a ratio that was rounded twice may end in another digit. */
const alike = 1e-11

/** What the second says otherwise than the first; nothing said is nothing there. */
export function differences(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] {
  const wrong: string[] = []
  for (const [name, value] of other) {
    const expected = one.get(name) ?? 0
    if (Math.abs(expected - value) > alike * Math.abs(expected))
      wrong.push(`${name}: ${expected} or ${value}`)
  }
  return wrong
}
