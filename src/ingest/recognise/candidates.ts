// Every table a source without a preset might be, scored: what its headers explain, what must be there and is not.
import { tableNames, tables, type TableName } from '../../schema/index.ts'
import type { Candidate, MappedColumn } from '../mapping.ts'
import { assign, type Assigned, type Headers } from './assignment.ts'
import type { SeenSource } from './content.ts'
import { askedColumns, fillGaps } from './fill.ts'
import type { Foreign } from './foreign.ts'
import { impliedStatus } from './implied-status.ts'
import { objectionTo } from './objections.ts'
import { vocabulary } from './vocabulary.ts'
import { wideIndexes } from './wide.ts'
import type { WideColumns } from '../mapping.ts'

export interface Guess extends Candidate {
  readonly columns: readonly MappedColumn[]
  /** Every group of required columns has one. */
  readonly complete: boolean
  /** Why it is not this table although its headers would do. */
  readonly objection: string | null
}

const fileWords: Readonly<Record<TableName, RegExp>> = {
  deals: /\b(?:deals?|opportunit\w*|opps?|pipeline|potentials?|affaires?|negocios?|oportunidades?)\b/,
  leads: /\b(?:leads?|prospects?)\b/,
  surveys: /\b(?:surveys?|nps|responses?|feedback|csat)\b/,
  targets: /\b(?:targets?|quotas?|goals?|ziele|objectifs|objetivos|metas)\b/,
  invoices: /\b(?:invoices?|billing|rechnungen|factures|facturas)\b/,
  owners: /\b(?:owners?|reps?|sales teams?|roster|users?|sellers?)\b/,
  customers: /\b(?:customers?|accounts?|churn|subscriptions?|kunden|clients?|clientes)\b/,
  interviews: /\b(?:interviews?|debriefs?)\b/,
  activities: /\b(?:activit\w*|tasks?|calls?|meetings?|events?)\b/,
  stage_history: /\b(?:stage history|history|stages)\b/,
}

/** How many tables know a header: a word that all of them know speaks for none. */
function commonness(keys: readonly string[]): number {
  return tableNames.filter((table) => keys.some((key) => vocabulary(table).has(key))).length
}

function weighted(table: TableName, columns: readonly MappedColumn[], headers: Headers): number {
  const required = new Set(tables[table].recognisedBy.flat())
  return columns.reduce((sum, column) => {
    const common = Math.max(1, commonness(headers.forms[column.index]?.keys ?? []))
    const own = column.column === tables[table].identity ? 1.6 : required.has(column.column) ? 1.3 : 1
    const strength = 'strength' in column ? (column as Assigned).strength : 0.6
    return sum + own * strength * (0.3 + 0.7 / common)
  }, 0)
}

function guess(
  table: TableName,
  source: SeenSource,
  headers: Headers,
  wide: WideColumns | null,
  foreign: Foreign | null,
): Guess {
  const wideHere = table === 'targets' ? wide : null
  const closed = wideIndexes(wideHere)
  const matched = assign(table, headers, [], closed)
  const asked = [...matched, ...askedColumns(table, headers, matched, closed)]
  // Cells alone never make a table: they complete what at least three headers began.
  const columns: MappedColumn[] =
    asked.length < 3 ? asked : [...asked, ...fillGaps(table, headers, asked, closed)]
  const found = new Set(columns.map(({ column }) => column))
  if (wideHere !== null) for (const column of ['target_amount', 'period']) found.add(column)
  if (table === 'deals' && impliedStatus(source.name, columns) !== null) found.add('status')
  const missing = tables[table].recognisedBy
    .filter((group) => !group.some((column) => found.has(column)))
    .map((group) => group.join(' or '))
  const named = isNamed(table, source.name) ? 0.7 : 0
  const explained = columns.length + (wideHere?.columns.length ?? 0)
  const share = explained / Math.max(1, headers.names.length)
  const score = weighted(table, columns, headers) + named + (wideHere === null ? 0 : 3) + share
  const against = objectionTo(table, columns, headers, foreign)
  const telling = named > 0 || wideHere !== null || isTelling(table, columns, headers) || share >= 0.5
  const complete = missing.length === 0 && against === null && telling && (explained >= 2 || share >= 0.5)
  const periods = wideHere === null ? [] : [`${wideHere.columns.length} periods`]
  const list = [...columns.map(({ column }) => column), ...periods].join(', ')
  const reason =
    against ??
    (explained === 0 ? 'no header of it' : `${explained} of ${headers.names.length} headers: ${list}`)
  return {
    table,
    score: Math.round(score * 100) / 100,
    reason,
    missing,
    columns,
    complete,
    objection: against,
  }
}

const isNamed = (table: TableName, name: string): boolean => {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return fileWords[table].test(base.toLowerCase().replaceAll(/[^a-z]+/g, ' '))
}

/** One of the required columns was found by a header that is not everybody's: `id` and `created` are no leads yet. */
function isTelling(table: TableName, columns: readonly MappedColumn[], headers: Headers): boolean {
  const required = new Set(tables[table].recognisedBy.flat())
  return columns.some(
    ({ column, index, why }) =>
      required.has(column) &&
      (why.startsWith('question') || commonness(headers.forms[index]?.keys ?? []) <= 3),
  )
}

/** Every table with any match, best first: those that have all they need before the others. */
export function guesses(
  source: SeenSource,
  headers: Headers,
  wide: WideColumns | null,
  foreign: Foreign | null,
  pin?: TableName,
): Guess[] {
  return tableNames
    .filter((table) => pin === undefined || table === pin)
    .map((table) => guess(table, source, headers, wide, foreign))
    .filter(({ columns }) => columns.length > 0 || pin !== undefined || wide !== null)
    .toSorted(
      (a, b) =>
        Number(b.complete) - Number(a.complete) ||
        b.score - a.score ||
        tableNames.indexOf(a.table) - tableNames.indexOf(b.table),
    )
}

/** A table that lacks what it needs but knows far more of the headers: the complete one before it is an accident. */
export function isOvershadowed(best: Guess, all: readonly Guess[]): Guess | null {
  return all.find(({ complete, score }) => !complete && best.score < 0.75 * score) ?? null
}
