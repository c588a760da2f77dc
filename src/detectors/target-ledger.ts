// Everything known of one owner, team, product or the company, by month: targets, bookings, answers.
import type { RollupRows } from '../rollups/rollup.ts'
import type { bookings } from '../rollups/bookings.ts'
import type { targets } from '../rollups/targets.ts'
import type { NpsCounts } from '../stats/index.ts'
import type { answers } from '../rollups/answers.ts'
import { monthNumber, monthsOf, spanAt, type Shifts, type Span, type SpanGrain } from './month-span.ts'

export const levels = ['owner', 'team', 'product', 'company'] as const
export type Level = (typeof levels)[number]

export interface Target {
  readonly span: Span
  readonly currency: string | null
  /** null: the row is there, the amount is not. */
  readonly amount: number | null
}
interface Booking {
  readonly month: number
  readonly currency: string | null
  readonly amount: number
  readonly sales: number
}
interface Answers {
  /** null: answers without a day. */
  readonly month: number | null
  readonly all: NpsCounts
  readonly latest: Readonly<Record<SpanGrain, NpsCounts>>
  readonly viaSale: number
  readonly viaCustomer: number
}
export interface Entity {
  readonly key: string
  readonly label: string
  /** Of an owner: the team it sold for last. */
  readonly team: string | null
  readonly targets: readonly Target[]
  readonly bookings: readonly Booking[]
  readonly answers: readonly Answers[]
}

export interface Ledger {
  readonly levels: Readonly<Record<Level, ReadonlyMap<string, Entity>>>
  readonly company: Entity
  readonly shifts: Shifts
  /** Rows of targets that could not be placed: no level, no start, or a period of no whole months. */
  readonly unplacedTargets: number
  /** Several currencies are named, and some rows name none. */
  readonly unnamedCurrency: boolean
}

interface Draft {
  label: string | null
  team: { key: string; month: number } | null
  targetLabels: Set<string>
  targets: Target[]
  bookings: Booking[]
  answers: Answers[]
}

type TargetRow = RollupRows<typeof targets>[number]
type BookingRow = RollupRows<typeof bookings>[number]
type AnswerRow = RollupRows<typeof answers>[number]

const isLevel = (level: string | null): level is Level => levels.some((name) => name === level)
const isGrain = (grain: string | null): grain is SpanGrain => grain !== null && Object.hasOwn(monthsOf, grain)

/** Where fiscal quarters and years begin: the earliest month of the cycle any target period begins in. */
function shiftsOf(rows: readonly TargetRow[]): Shifts {
  const shift = (grain: 'quarter' | 'year'): number =>
    rows
      .filter((row) => row.grain === grain && row.startOn !== null)
      .map((row) => monthNumber(row.startOn ?? '') % monthsOf[grain])
      .reduce((least, months) => Math.min(least, months), monthsOf[grain]) % monthsOf[grain]
  return { quarter: shift('quarter'), year: shift('year') }
}

const grainOfLength = (months: number): SpanGrain | null =>
  months === 1 ? 'month' : months === 3 ? 'quarter' : months === 12 ? 'year' : null

/** The span of a target row, or null when it is not made of the whole months its grain promises. */
function spanOf(row: TargetRow, shifts: Shifts): Span | null {
  if (row.startOn === null || !row.startOn.endsWith('-01')) return null
  const first = monthNumber(row.startOn)
  const months = row.endOn === null ? null : monthNumber(row.endOn) - first + 1
  const grain = isGrain(row.grain) ? row.grain : months === null ? null : grainOfLength(months)
  if (grain === null) return null
  const span = spanAt(grain, first, shifts)
  return span.first === first && (months === null || months === span.months) ? span : null
}

const counts = (row: AnswerRow, span: '' | 'month' | 'quarter' | 'year'): NpsCounts =>
  span === ''
    ? { detractors: row.detractors, passives: row.passives, promoters: row.promoters }
    : {
        detractors: row[`${span}Detractors`],
        passives: row[`${span}Passives`],
        promoters: row[`${span}Promoters`],
      }

/** A currency that is the only one named anywhere is meant where none is named. */
function currencyReader(rows: readonly { readonly currency: string | null }[]): {
  read: (currency: string | null) => string | null
  mixed: boolean
} {
  const named = new Set(rows.flatMap(({ currency }) => currency ?? []))
  const [only] = named
  const single = named.size === 1 ? (only ?? null) : null
  return {
    read: (currency) => currency ?? single,
    mixed: named.size > 1 && rows.some(({ currency }) => currency === null),
  }
}

export function makeLedger(
  targetRows: readonly TargetRow[],
  bookingRows: readonly BookingRow[],
  answerRows: readonly AnswerRow[],
): Ledger {
  const drafts: Readonly<Record<Level, Map<string, Draft>>> = {
    owner: new Map(),
    team: new Map(),
    product: new Map(),
    company: new Map(),
  }
  const draftOf = (level: Level, key: string | null): Draft => {
    const name = level === 'company' ? '' : (key ?? '')
    const known = drafts[level].get(name)
    if (known !== undefined) return known
    const made: Draft = {
      label: null,
      team: null,
      targetLabels: new Set(),
      targets: [],
      bookings: [],
      answers: [],
    }
    drafts[level].set(name, made)
    return made
  }
  draftOf('company', null)
  const shifts = shiftsOf(targetRows)
  const currency = currencyReader([...targetRows, ...bookingRows])
  let unplacedTargets = 0
  for (const row of targetRows) {
    const span = spanOf(row, shifts)
    if (span === null || !isLevel(row.level) || (row.level !== 'company' && row.entityKey === null)) {
      unplacedTargets += row.rows
      continue
    }
    const draft = draftOf(row.level, row.entityKey)
    if (row.entity !== null) draft.targetLabels.add(row.entity)
    draft.targets.push({
      span,
      currency: currency.read(row.currency),
      amount: row.given === 0 ? null : row.target,
    })
  }
  for (const row of bookingRows) {
    if (!isLevel(row.level)) continue
    const draft = draftOf(row.level, row.entityKey)
    const month = monthNumber(row.month)
    draft.label ??= row.entity
    if (row.teamKey !== null && month >= (draft.team?.month ?? month))
      draft.team = { key: row.teamKey, month }
    draft.bookings.push({
      month,
      currency: currency.read(row.currency),
      amount: row.booked,
      sales: row.sales,
    })
  }
  for (const row of answerRows) {
    if (!isLevel(row.level)) continue
    const draft = draftOf(row.level, row.entityKey)
    draft.label ??= row.entity
    const latest = { month: counts(row, 'month'), quarter: counts(row, 'quarter'), year: counts(row, 'year') }
    const { month, viaSale, viaCustomer } = row
    draft.answers.push({ month, all: counts(row, ''), latest, viaSale, viaCustomer })
  }
  const finish = (level: Level): Map<string, Entity> =>
    new Map([...drafts[level]].map(([key, draft]) => [key, entityOf(level, key, draft)]))
  const done = {
    owner: finish('owner'),
    team: finish('team'),
    product: finish('product'),
    company: finish('company'),
  }
  const company = done.company.get('') ?? entityOf('company', '', draftOf('company', null))
  return { levels: done, company, shifts, unplacedTargets, unnamedCurrency: currency.mixed }
}

// The targets' spelling comes first: it is the name the question is asked under.
function entityOf(level: Level, key: string, draft: Draft): Entity {
  const [first, second] = [...draft.targetLabels].toSorted()
  const fallback = level === 'company' ? 'company' : (draft.label ?? key)
  const label = level === 'company' && second !== undefined ? 'company' : (first ?? fallback)
  const { targets, bookings, answers, team } = draft
  return { key, label, team: team?.key ?? null, targets, bookings, answers }
}
