// The rows of a target file: one per entity and period, also where the file has a column per period.
import type { Diagnostic, RejectedRow } from '../diagnostic.ts'
import type { CellFormat, Mapping } from '../mapping.ts'
import { readRecords } from '../records/read-records.ts'
import type { Source } from '../source.ts'
import { currencyCode, fold, isMissing, readCell, unwrapped } from '../values/index.ts'
import { AsideTally } from './staged.ts'
import { judgeTotals, targetTotal, type JudgedTotals } from './target-totals.ts'
import type { TotalLabel } from '../records/total-labels.ts'
import {
  lengthOf,
  periodFrom,
  targetPeriod,
  type PeriodCells,
  type PeriodOutcome,
  type TargetPeriod,
} from './target-periods.ts'

export interface TargetRecord {
  readonly line: number
  readonly raw: string
  readonly cells: readonly string[]
}

export interface TargetRecords {
  readonly records: readonly TargetRecord[]
  readonly rejects: RejectedRow[]
  readonly aside: AsideTally
  readonly diagnostics: Diagnostic[]
}

/** Every record of the file, in memory: target files are short. */
export async function readTargets(
  source: Source,
  mapping: Mapping,
  signal?: AbortSignal,
): Promise<TargetRecords> {
  const records: TargetRecord[] = []
  const rejects: RejectedRow[] = []
  const aside = new AsideTally()
  const diagnostics: Diagnostic[] = []
  const mappedIndexes = [
    ...mapping.columns.map(({ index }) => index),
    ...(mapping.wide?.columns.map(({ index }) => index) ?? []),
  ]
  const options = signal === undefined ? { mappedIndexes } : { mappedIndexes, signal }
  for await (const batch of readRecords(source, options)) {
    for (const record of batch.records) {
      if (record.kind === 'data') records.push({ line: record.line, raw: record.raw, cells: record.cells })
      else if (record.kind === 'set-aside') aside.add(record.class, record.line)
      else
        rejects.push({
          line: record.line,
          code: record.code,
          column: null,
          value: null,
          reason: record.reason,
          raw: record.raw,
        })
    }
    for (const diagnostic of batch.diagnostics) diagnostics.push(diagnostic)
  }
  return { records, rejects, aside, diagnostics }
}

/** Formats of the typed columns by canonical column; `null`: the column stays empty. */
export type TargetFormats = ReadonlyMap<string, CellFormat>

export interface TargetRow {
  readonly line: number
  readonly level: string | null
  readonly entity: string | null
  readonly period: TargetPeriod
  readonly amount: string
  readonly currency: string | null
}

interface Bad {
  readonly code: string
  readonly column: string | null
  readonly value: string | null
  readonly reason: string
}

type Pending = Omit<TargetRow, 'period'> & { readonly outcome: Exclude<PeriodOutcome, { code: string }> }

/** The same few periods come again and again. */
function periodReader(): (cells: PeriodCells) => PeriodOutcome {
  const known = new Map<string, PeriodOutcome>()
  return (cells) => {
    const key = [cells.period, cells.year, cells.grain, cells.start, cells.end].join('\u001f')
    const found = known.get(key) ?? targetPeriod(cells)
    known.set(key, found)
    return found
  }
}

export interface FoundTargets {
  readonly rows: readonly TargetRow[]
  readonly usedRecords: number
  /** Single cells that kept none of their row from being used. */
  readonly lostCells: readonly RejectedRow[]
  readonly totals: JudgedTotals
}

/** Rows, and what kept records or single cells of them from being used. */
export function targetRows(read: TargetRecords, mapping: Mapping, formats: TargetFormats): FoundTargets {
  const labels = new Map<number, TotalLabel>()
  const pending: Pending[] = []
  const lostCells: RejectedRow[] = []
  let usedRecords = 0
  const periodOf = periodReader()
  const places = new Map(mapping.columns.map(({ column, index }) => [column, index]))
  for (const record of read.records) {
    const rule = mapping.setAside.find(({ index, words }) => words.has(fold(record.cells[index] ?? '')))
    if (rule !== undefined) {
      read.aside.add(rule.class, record.line)
      continue
    }
    const found = rowsOf(record, mapping, formats, places, periodOf)
    if (found.rows.length > 0) {
      usedRecords += 1
      const [first] = found.rows
      const label =
        first === undefined || first.level === 'company' ? null : targetTotal(first.entity, record.cells)
      if (label !== null) labels.set(record.line, label)
      for (const row of found.rows) pending.push(row)
      for (const bad of found.bad) lostCells.push({ line: record.line, raw: record.raw, ...bad })
    } else if (found.bad[0] === undefined) read.aside.add('no-target', record.line)
    else read.rejects.push({ line: record.line, raw: record.raw, ...found.bad[0] })
  }
  const firstDays = pending.flatMap(({ outcome }) => ('startsOn' in outcome ? [outcome.startsOn] : []))
  const length = lengthOf(firstDays)
  const rows = pending.map(({ outcome, ...row }) => ({
    ...row,
    period: 'found' in outcome ? outcome.found : periodFrom(length, outcome.startsOn),
  }))
  const totals = judgeTotals(rows, labels)
  const { company, aside } = totals
  if (labels.size === 0) return { rows, usedRecords, lostCells, totals }
  for (const line of aside) read.aside.add('subtotal', line)
  return {
    rows: rows
      .filter(({ line }) => !aside.has(line))
      .map((row) => (company.has(row.line) ? { ...row, level: 'company' } : row)),
    usedRecords: usedRecords - aside.size,
    lostCells: lostCells.filter(({ line }) => !aside.has(line)),
    totals,
  }
}

function rowsOf(
  record: TargetRecord,
  mapping: Mapping,
  formats: TargetFormats,
  places: ReadonlyMap<string, number>,
  periodOf: (cells: PeriodCells) => PeriodOutcome,
): { rows: Pending[]; bad: Bad[] } {
  const bad: Bad[] = []
  const cellOf = (column: string): string | null => {
    const index = places.get(column)
    const text = index === undefined ? mapping.constants.get(column) : record.cells[index]
    return text === undefined || isMissing(text) ? null : unwrapped(text.trim())
  }
  const valueOf = (column: string, text: string | null): string | null => {
    const format = formats.get(column)
    if (text === null || format === undefined) return null
    const reading = readCell(format, text)
    if ('value' in reading) return reading.value
    bad.push({ code: reading.code, column, value: text, reason: reading.reason })
    return null
  }
  const currency = cellOf('currency')
  const shared = {
    line: record.line,
    level: valueOf('level', cellOf('level')),
    entity: cellOf('entity'),
    currency: currency === null ? null : currencyCode(currency),
  }
  const yearIndex = mapping.wide?.yearIndex ?? null
  const time = {
    year: yearIndex === null ? null : yearOf(record.cells[yearIndex] ?? ''),
    grain: valueOf('grain', cellOf('grain')),
    start: valueOf('start_on', cellOf('start_on')),
    end: valueOf('end_on', cellOf('end_on')),
  }
  if (bad.length > 0) return { rows: [], bad }
  const cells =
    mapping.wide !== null && mapping.wide.columns.length > 0
      ? mapping.wide.columns.map(({ index, period }) => ({ period, text: record.cells[index] ?? '' }))
      : [{ period: cellOf('period'), text: cellOf('target_amount') ?? '' }]
  const rows: Pending[] = []
  for (const { period, text } of cells) {
    if (isMissing(text)) continue
    const amount = valueOf('target_amount', text)
    if (amount === null) continue
    const outcome = periodOf({ period, ...time })
    if ('code' in outcome) bad.push({ ...outcome, column: 'period', value: period })
    else rows.push({ ...shared, amount, outcome })
  }
  return { rows, bad }
}

/** `2026` of `2026`, `FY2026` or `2026.0`. */
const yearOf = (text: string): string | null => /(?:19|20)\d\d/.exec(text)?.[0] ?? null
