// What a fixture company is made of, before any tool's export format: leads, deals, customers and what happened around them.

export type Mood = 'promoter' | 'passive' | 'detractor'

export interface Rep {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly team: string
  readonly manager: string
  readonly region: string
  readonly currency: string
  /** Share of the new business, relative to the others. */
  readonly weight: number
}

export interface Product {
  readonly name: string
  /** A usual year of it, in cents. */
  readonly price: number
}

export interface Lead {
  id: string
  readonly day: number
  readonly minute: number
  readonly source: string
  /** The day it became a customer. */
  converted: number | null
  /** It became a deal, won or not. */
  hasDeal: boolean
}

export type DealKind = 'new' | 'expansion' | 'win-back' | 'credit'

export interface Deal {
  id: string
  readonly kind: DealKind
  readonly account: string
  readonly segment: string
  readonly source: string
  readonly created: number
  readonly closed: number | null
  readonly expected: number
  readonly status: 'won' | 'lost' | 'open'
  readonly lead: Lead | null
  readonly reopened: Deal | null
  rep: Rep
  product: Product
  /** Cents. */
  amount: number
  /** The stage an open deal is in, or a closed one was in. */
  stage: string
  /** The reason meant, null when none was given; `reasonText` is what was typed. */
  reason: string | null
  reasonText: string
  administrative: boolean
  premature: boolean
}

interface Change {
  readonly day: number
  /** Cents of yearly revenue added, negative for a reduction. */
  readonly cents: number
}

export interface Customer {
  id: string
  readonly account: string
  readonly segment: string
  readonly rep: Rep
  product: Product
  readonly since: number
  /** The deal that won it; null for customers from before the deals on file. */
  readonly deal: Deal | null
  ended: number | null
  /** It never went live and its first invoice was taken back. */
  undone: boolean
  churnReason: string
  changes: Change[]
  mood: Mood
  activated: number | null
  missing: string[]
  lastContact: number | null
  winBackTried: number | null
  regained: number | null
}

export interface Answer {
  id: string
  readonly customer: Customer
  readonly day: number
  readonly minute: number
  readonly score: number
  readonly comment: string
  /** null: the whole relationship was rated. */
  readonly touchpoint: string | null
}

export interface Target {
  readonly level: 'owner' | 'team' | 'product' | 'company'
  readonly entity: string
  readonly period: string
  readonly cents: number
  readonly currency: string
}

export interface Invoice {
  id: string
  readonly customer: Customer
  readonly deal: Deal | null
  readonly kind: 'new' | 'expansion' | 'renewal'
  readonly issued: number
  readonly cents: number
  status: 'paid' | 'issued' | 'credited' | 'cancelled'
  confirmed: number | null
  cancelled: number | null
  incentivePaid: number | null
  incentive: number
}

export interface Interview {
  id: string
  readonly deal: Deal | null
  readonly customer: Customer | null
  readonly account: string
  readonly day: number
  readonly minutes: number
  readonly heldBy: string
  readonly sameCall: boolean
  readonly reason: string
}

export interface Activity {
  id: string
  readonly deal: Deal | null
  readonly account: string
  readonly rep: Rep
  readonly day: number
  readonly kind: string
  readonly subject: string
}

export interface StageMove {
  readonly deal: Deal
  readonly from: string
  readonly to: string
  readonly day: number
}

export interface World {
  readonly leads: Lead[]
  readonly deals: Deal[]
  readonly customers: readonly Customer[]
  readonly targets: Target[]
  readonly answers: readonly Answer[]
  readonly invoices: readonly Invoice[]
  readonly interviews: readonly Interview[]
  readonly activities: readonly Activity[]
  readonly moves: StageMove[]
}

/** Yearly revenue of a customer at the end of a day, in cents. */
export function revenueOn(customer: Customer, day: number): number {
  if (!isActive(customer, day)) return 0
  return customer.changes.reduce((sum, change) => (change.day <= day ? sum + change.cents : sum), 0)
}

export const isActive = (customer: Customer, day: number): boolean =>
  customer.since <= day &&
  (customer.ended === null ||
    customer.ended > day ||
    (customer.regained !== null && customer.regained <= day))

/** Gives every item its id, by its place in the list. */
export function numbered<T extends { id: string }>(
  items: readonly T[],
  name: (place: number) => string,
): readonly T[] {
  for (const [place, item] of items.entries()) item.id = name(place)
  return items
}
