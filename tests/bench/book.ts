// What was booked, asked and answered, by owner, team, product and company, by quarter and year: the sums the contestants share.
// They group rows by quarter, owner, team and product; a few hundred groups are added up here.

export type Level = 'owner' | 'team' | 'product' | 'company'

export interface Standing {
  readonly level: Level
  readonly entity: string
  /** `2025-Q4` or `2025` */
  readonly period: string
  readonly booked: number
  /** Answers, the latest per customer and period, by the customer's latest won deal of the year before; the company has all. */
  readonly answers: number
  /** Promoters less detractors. */
  readonly net: number
  /** 0: none. */
  readonly target: number
}

export interface Seller {
  readonly owner: string
  readonly team: string
  readonly product: string
}

/** With fewer answers per owner in the newest quarter the report goes by years. */
const enoughAnswers = 10

export const yearOf = (period: string): string => period.slice(0, 4)

export class Book {
  readonly #standings = new Map<string, { -readonly [K in keyof Standing]: Standing[K] }>()
  readonly #teams = new Map<string, string>()

  /** In the quarter and in its year. */
  sale(quarter: string, seller: Seller, amount: number): void {
    this.#teams.set(seller.owner, seller.team)
    for (const period of [quarter, yearOf(quarter)])
      for (const [level, entity] of places(seller)) this.#at(level, entity, period).booked += amount
  }

  /** null: nobody sold to the customer before. */
  answers(period: string, seller: Seller | null, answers: number, net: number): void {
    for (const [level, entity] of places(seller)) {
      const entry = this.#at(level, entity, period)
      entry.answers += answers
      entry.net += net
    }
  }

  /** After the sales, which tell the owner's team. */
  target(quarter: string, owner: string, amount: number): void {
    const team = this.#teams.get(owner)
    for (const period of [quarter, yearOf(quarter)]) {
      this.#at('owner', owner, period).target += amount
      this.#at('company', 'company', period).target += amount
      if (team !== undefined) this.#at('team', team, period).target += amount
    }
  }

  /** Whether quarters have too few answers. */
  needsYears(): boolean {
    const quarters = this.standings().filter(({ level, period }) => level === 'owner' && period.includes('Q'))
    const newest = quarters.reduce((most, { period }) => (period > most ? period : most), '')
    const counts = quarters.filter(({ period }) => period === newest).map(({ answers }) => answers)
    return (counts.toSorted((a, b) => a - b)[counts.length >> 1] ?? 0) < enoughAnswers
  }

  standings(): Standing[] {
    return [...this.#standings.values()]
  }

  #at(level: Level, entity: string, period: string): { -readonly [K in keyof Standing]: Standing[K] } {
    const key = `${level} ${entity} ${period}`
    const entry = this.#standings.get(key) ?? {
      level,
      entity,
      period,
      booked: 0,
      answers: 0,
      net: 0,
      target: 0,
    }
    this.#standings.set(key, entry)
    return entry
  }
}

const places = (seller: Seller | null): [Level, string][] =>
  seller === null
    ? [['company', 'company']]
    : [
        ['owner', seller.owner],
        ['team', seller.team],
        ['product', seller.product],
        ['company', 'company'],
      ]
