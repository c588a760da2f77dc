// What every contestant must answer alike before anything is timed.

export interface OwnerQuarter {
  /** `2025-Q4` */
  readonly period: string
  readonly owner: string
  readonly booked: number
  /** Answers, the latest per customer and quarter, by the owner of the customer's latest won deal of the year before. */
  readonly answers: number
  /** Promoters less detractors. */
  readonly net: number
}

export interface Figures {
  /** Rows that could be used, by table. */
  readonly used: { readonly deals: number; readonly leads: number; readonly surveys: number }
  readonly ownerQuarters: readonly OwnerQuarter[]
  /** Leads by month of creation, and those of them that converted within 90 days. */
  readonly funnel: readonly { readonly month: string; readonly leads: number; readonly conversions: number }[]
  /** Lost deals by reason, trimmed, white space collapsed, lower case; `''`: none given. */
  readonly reasons: readonly { readonly reason: string; readonly deals: number; readonly value: number }[]
  readonly reasonedByOwner: readonly {
    readonly owner: string
    readonly losses: number
    readonly reasoned: number
  }[]
  /** Sizes of aggregates that are made but not compared one by one: reasons by segment and stage, funnel by source and lag. */
  readonly cells: number
}

/** Reasons that are no losses: set aside by salescheck, so nobody's figures count them. */
export const notLosses: readonly string[] = ['duplicate']

const round = (value: number): number => Number(value.toPrecision(12))

const total = (rows: readonly { readonly deals: number }[]): number =>
  rows.reduce((sum, { deals }) => sum + deals, 0)

/** Every figure as `name = value`, sorted: two contestants agree when these are equal. */
export function statements(figures: Figures): Map<string, number> {
  const found = new Map<string, number>()
  const say = (name: string, value: number): void => {
    found.set(name, round(value))
  }
  for (const [table, rows] of Object.entries(figures.used)) say(`used ${table}`, rows)
  for (const { period, owner, booked, answers, net } of figures.ownerQuarters) {
    say(`booked ${owner} ${period}`, booked)
    say(`answers ${owner} ${period}`, answers)
    // An NPS of fewer answers is not shown.
    if (answers >= 5) say(`nps ${owner} ${period}`, net / answers)
  }
  for (const { month, leads, conversions } of figures.funnel) {
    say(`leads ${month}`, leads)
    say(`conversions ${month}`, conversions)
  }
  const losses = figures.reasons.filter(({ reason }) => !notLosses.includes(reason))
  say('lost deals', total(losses))
  say('lost deals with a reason', total(losses.filter(({ reason }) => reason !== '')))
  for (const { reason, deals, value } of losses) {
    say(`reason ${reason}`, deals)
    say(`value ${reason}`, value)
  }
  for (const { owner, losses: all, reasoned } of figures.reasonedByOwner) {
    say(`losses ${owner}`, all)
    say(`reasoned ${owner}`, reasoned)
  }
  return found
}

/** What the second says otherwise than the first; nothing said is nothing there. */
export function differences(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] {
  const wrong: string[] = []
  for (const [name, value] of other) {
    const expected = one.get(name) ?? 0
    if (expected !== value) wrong.push(`${name}: ${expected} or ${value}`)
  }
  return wrong
}
