// Totals in target files: rows that add up the others, in a table of short complete rows where nothing but their label tells them.
import type { Diagnostic } from '../diagnostic.ts'
import { totalLabel, type TotalLabel } from '../records/total-labels.ts'
import { mostLines } from './staged.ts'

/** What the totals of a file are judged by: one target of a row of the file. */
export interface JudgedTarget {
  readonly line: number
  readonly level: string | null
  readonly amount: string
  readonly currency: string | null
  readonly period: { readonly start: string; readonly end: string }
}

/** Lines of totals. */
export interface JudgedTotals {
  readonly company: ReadonlySet<number>
  readonly aside: ReadonlySet<number>
}

/** Sums of rounded targets miss the total by no more. */
const rounding = 0.001

/** The label of a row that is a total. `entity`: whose target it is; a total has its label there, or before an empty one. */
export function targetTotal(entity: string | null, cells: readonly string[]): TotalLabel | null {
  return totalLabel(entity ?? cells.find((cell) => cell.trim() !== '') ?? '')
}

/**
 * Totals by line: those that are the target of the company (more or less is planned than the others add up to, or nobody else has a target
 * then), and those to be set aside because they only repeat the others or stand for a part of them.
 */
export function judgeTotals(
  targets: readonly JudgedTarget[],
  labels: ReadonlyMap<number, TotalLabel>,
): JudgedTotals {
  const spanOf = spans(targets)
  /** By period, the sum of each level: owners may add up to teams in the same file. */
  const sums = new Map<string, Map<string | null, number>>()
  const totals = new Map<number, JudgedTarget[]>()
  /** How often the whole is given for a period: twice, it is of parts that nobody names. */
  const wholes = new Map<string, number>()
  for (const target of targets) {
    const span = spanOf(target)
    const label = labels.get(target.line)
    if (label !== undefined) totals.set(target.line, [...(totals.get(target.line) ?? []), target])
    if (label === 'whole' || (label === undefined && target.level === 'company'))
      wholes.set(span, (wholes.get(span) ?? 0) + 1)
    else if (label === undefined) {
      const levels = sums.get(span) ?? new Map<string | null, number>()
      sums.set(span, levels.set(target.level, (levels.get(target.level) ?? 0) + Number(target.amount)))
    }
  }
  const company = new Set<number>()
  const aside = new Set<number>()
  for (const [line, own] of totals) {
    const only = own.every((target) => (wholes.get(spanOf(target)) ?? 0) <= 1)
    const repeats = own.every((target) => {
      const amount = Number(target.amount)
      const levels = [...(sums.get(spanOf(target))?.values() ?? [])]
      return levels.some((sum) => Math.abs(sum - amount) <= rounding * Math.abs(amount))
    })
    if (labels.get(line) === 'whole' && only && !repeats) company.add(line)
    else aside.add(line)
  }
  return { company, aside }
}

/** Targets that may be added up have the same span: a period and, where the file has several, a currency. */
function spans(targets: readonly JudgedTarget[]): (target: JudgedTarget) => string {
  const several = new Set(targets.flatMap(({ currency }) => currency ?? [])).size > 1
  return ({ period, currency }) => `${period.start} ${period.end} ${several ? (currency ?? '') : ''}`
}

/** In words, what became of the totals. */
export function toldOfTotals({ company, aside }: JudgedTotals): Diagnostic[] {
  const told: Diagnostic[] = []
  const [repeating] = aside
  if (repeating !== undefined) {
    const rows = aside.size === 1 ? '1 row' : `${aside.size} rows`
    told.push({ code: 'subtotal', message: `${rows} with totals (${shown(aside)})`, line: repeating })
  }
  const [own] = company
  if (own !== undefined) {
    const what =
      company.size === 1
        ? '1 row is headed as a total but is not the sum of the others: it is read as a target of the company'
        : `${company.size} rows are headed as totals but are not the sums of the others: they are read as targets of the company`
    const hint = 'take such rows out if the company has no targets of its own'
    told.push({ code: 'total-of-company', message: `${what} (${shown(company)})`, hint, line: own })
  }
  return told
}

const shown = (lines: ReadonlySet<number>): string =>
  `${lines.size === 1 ? 'line' : 'lines'} ${[...lines].slice(0, mostLines).join(', ')}${lines.size > mostLines ? ' …' : ''}`
