// Columns whose headers say nothing, told by their cells: only what is plainly missing and plainly there, once.
import type { TableName } from '../../schema/index.ts'
import type { MappedColumn } from '../mapping.ts'
import type { Headers } from './assignment.ts'
import type { Profile } from './content.ts'
import { isScaled } from './scaled.ts'
import { questionOf, scoreBesideGroup } from './question.ts'

interface Gap {
  readonly column: string
  readonly what: string
  /** How much of a column must look so. */
  readonly share: (profile: Profile) => number
  readonly least: number
  /** Headers that say it is something else. */
  readonly not?: RegExp
  /** A column that says as much. */
  readonly unless?: string
  /** A header that says its amounts are in thousands is left for a person to map. */
  readonly inUnits?: boolean
}

const currency: Gap = { column: 'currency', what: 'currency codes', share: (p) => p.currencies, least: 0.95 }
const day = (column: string): Gap => ({ column, what: 'dates', share: (p) => p.writtenDates, least: 0.9 })
const money = (column: string): Gap => ({
  column,
  what: 'amounts',
  share: (p) => (p.highest > 10 || p.scores < 0.9 ? p.money : 0),
  least: 0.8,
  inUnits: true,
  not: /\b(?:freight|shipping|cost|costs|price|prices|tax|vat|discount|margin|fee|fees|commission|salary|wage|refund|refunded|balance|paid|due)\b/,
})
const email: Gap = { column: 'email', what: 'e-mail addresses', share: (p) => p.emails, least: 0.9 }
const score: Gap = {
  column: 'score',
  what: 'whole numbers from 0 to 10',
  share: (p) => (p.highest > 7 && p.distinct >= 4 ? p.scores : 0),
  least: 0.95,
}
const period: Gap = {
  column: 'period',
  what: 'periods',
  share: (p) => p.periods,
  least: 0.9,
  unless: 'start_on',
}

const gaps: Partial<Readonly<Record<TableName, readonly Gap[]>>> = {
  deals: [currency, money('amount')],
  leads: [day('created_on'), email],
  surveys: [score, day('answered_on'), email],
  targets: [currency, period, money('target_amount')],
  invoices: [currency, day('issued_on'), money('amount')],
  customers: [currency],
}

/** Columns found by their cells among the headers nothing else uses. A gap with two columns that fit stays a gap. */
export function fillGaps(
  table: TableName,
  headers: Headers,
  mapped: readonly MappedColumn[],
  closed: ReadonlySet<number>,
): MappedColumn[] {
  const used = new Set([...mapped.map(({ index }) => index), ...closed])
  const filled = new Set(mapped.map(({ column }) => column))
  const found: MappedColumn[] = []
  const take = (column: string, index: number, why: string): void => {
    used.add(index)
    filled.add(column)
    found.push({ column, index, header: headers.names[index] ?? '', why, format: null })
  }
  for (const { column, what, share, least, not, unless, inUnits } of gaps[table] ?? []) {
    if (filled.has(column) || (unless !== undefined && filled.has(unless))) continue
    const fitting = headers.names.flatMap((_, index) => {
      if (used.has(index) || not?.test(headers.forms[index]?.words.join(' ') ?? '') === true) return []
      const profile = headers.profile(index)
      const seen = profile.filled >= 3 ? share(profile) : 0
      const scaled = seen >= least && inUnits === true && isScaled(headers.names[index] ?? '')
      return seen >= least && !scaled ? [{ index, seen }] : []
    })
    const only = fitting[0]
    if (fitting.length === 1 && only !== undefined)
      take(column, only.index, `content: ${Math.floor(only.seen * 100)} % ${what}`)
  }
  return found
}

/** Columns of a survey that are headed by their question. */
export function askedColumns(
  table: TableName,
  headers: Headers,
  mapped: readonly MappedColumn[],
  closed: ReadonlySet<number>,
): MappedColumn[] {
  if (table !== 'surveys') return []
  const used = new Set([...mapped.map(({ index }) => index), ...closed])
  const filled = new Set(mapped.map(({ column }) => column))
  const found: MappedColumn[] = []
  const take = (column: string, index: number, why: string): void => {
    used.add(index)
    filled.add(column)
    found.push({ column, index, header: headers.names[index] ?? '', why, format: null })
  }
  const beside = filled.has('score') ? null : scoreBesideGroup(headers.names)
  if (beside !== null && !used.has(beside)) take('score', beside, 'question: its NPS group is beside it')
  for (const question of ['score', 'satisfaction', 'comment'] as const) {
    if (filled.has(question)) continue
    const index = headers.names.findIndex((name, at) => {
      if (used.has(at) || questionOf(name) !== question) return false
      const profile = headers.profile(at)
      return question === 'comment' || profile.filled === 0 || profile.numbers >= 0.5 || profile.scores >= 0.5
    })
    if (index >= 0)
      take(question, index, `question: ${question === 'score' ? 'likelihood to recommend' : question}`)
  }
  return found
}
