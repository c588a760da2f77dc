// Recognition: the mapping file first, then presets, then synonyms over all tables, then what the cells look like.
import { SalescheckError } from '../../errors.ts'
import type { Preset } from '../../presets/preset.ts'
import { tables, type TableName } from '../../schema/index.ts'
import type { Candidate, MappedColumn, Mapping, NotTaken, SetAsideRule, WideColumns } from '../mapping.ts'
import type { SeenSource } from './content.ts'
import { choiceWords, fold } from '../values/index.ts'
import { assign, type Headers } from './assignment.ts'
import { guesses, isOvershadowed, type Guess } from './candidates.ts'
import { holdsNames, profiles, understood } from './content.ts'
import { askedColumns, fillGaps } from './fill.ts'
import { foreignList } from './foreign.ts'
import { headerForms } from './header.ts'
import { impliedStatus } from './implied-status.ts'
import { notTaken } from './not-taken.ts'
import { checkValues, overrideFor, toldColumns, type MappingOverride, type Overrides } from './override.ts'
import { knownIndexes, matchPresets, positions, presetColumns, presetSetAside } from './preset-match.ts'
import { isScaled } from './scaled.ts'
import { statusRule } from './status-rule.ts'
import { targetFacts } from './targets.ts'
import { periodOfName, wideColumns, wideIndexes } from './wide.ts'

export interface RecogniseOptions {
  readonly presets: readonly Preset[]
  /** Entries of the mapping file by file name. */
  readonly overrides?: Overrides
  /** The table a flag pins the file to (`--deals FILE`). */
  readonly pin?: TableName
}

/** Decides what a source means. Throws a SalescheckError (`config`, `mapping`) when the mapping file names what is not there. */
export function recognise(source: SeenSource, { presets, overrides, pin }: RecogniseOptions): Mapping {
  const override = overrideFor(source.name, overrides)
  if (override?.ignore === true) return nothing(source, 'left out by salescheck.json', [])
  const names = source.header.names
  const headers: Headers = {
    isEmpty: source.sample.length === 0,
    names,
    forms: names.map(headerForms),
    profile: profiles(source),
    understood: (index, words) => understood(source, index, words),
    holdsNames: (index) => holdsNames(source, index),
  }
  const wanted = pin ?? override?.table
  const wide = wideColumns(headers, periodOfName(source.name).year)
  const matches = matchPresets(presets, names, headers.forms, wanted)
  const preset = matches[0]?.preset ?? null
  const foreign = preset === null && wanted === undefined ? foreignList(names) : null
  const guessed = guesses(source, headers, wide, foreign, wanted)
  const candidates: Candidate[] = guessed.map(({ table, score, reason, missing }) => ({
    table,
    score,
    reason,
    missing,
  }))
  const best = guessed[0]
  if (preset !== null) {
    const known = `preset ${preset.id}: ${matches[0]?.known ?? 0} of ${names.length} headers are known`
    return mapped({
      source,
      headers,
      table: preset.table,
      preset,
      override,
      wide,
      recognised: known,
      candidates,
    })
  }
  if (wanted !== undefined) return pinned({ source, headers, wanted, best, override, wide, candidates, pin })
  if (best === undefined || !best.complete) {
    const refused = nothing(source, refusal(best, foreign?.what ?? null, names), candidates)
    return best === undefined || foreign !== null
      ? refused
      : { ...refused, notTaken: lacking(best, source, headers, wide) }
  }
  const nearer = isOvershadowed(best, guessed)
  if (nearer !== null) return nothing(source, refusal(nearer, null, names), candidates)
  const recognised = `headers: ${best.reason}`
  return mapped({ source, headers, table: best.table, preset: null, override, wide, recognised, candidates })
}

function pinned(input: {
  source: SeenSource
  headers: Headers
  wanted: TableName
  best: Guess | undefined
  override: MappingOverride | undefined
  wide: WideColumns | null
  candidates: Candidate[]
  pin: TableName | undefined
}): Mapping {
  const { source, wanted, best, override, pin } = input
  if ((best?.columns.length ?? 0) === 0 && Object.keys(override?.columns ?? {}).length === 0)
    throw new SalescheckError(
      'mapping',
      `${source.name} is given as ${wanted}, but no header of it is known there`,
      {
        place: { file: source.name },
        hint: `name its columns in salescheck.json; ${wanted} has: ${Object.keys(tables[wanted].columns).join(', ')}`,
      },
    )
  const recognised = pin === undefined ? 'salescheck.json' : `flag --${wanted}`
  return mapped({ ...input, table: wanted, preset: null, recognised })
}

function refusal(best: Guess | undefined, foreign: string | null, names: readonly string[]): string {
  if (foreign !== null) return `looks like a list of ${foreign}, which salescheck does not read`
  if (best === undefined)
    return 'no header is known; if it belongs to the sales data, say its table and columns in salescheck.json'
  if (best.objection !== null) return `nearest to ${best.table}, but ${best.objection}`
  return best.missing.length === 0
    ? `too little of it is known: ${best.reason}`
    : `nearest to ${best.table}, but nothing stands for ${best.missing.join(', nor for ')}${scaledHint(best, names)}`
}

/** What to do about amounts in thousands: read as they stand they would be wrong by as much. */
function scaledHint({ table, missing }: Guess, names: readonly string[]): string {
  const column = Object.entries(tables[table].columns).find(
    ([name, { type }]) => type === 'money' && missing.some((group) => group.split(' or ').includes(name)),
  )?.[0]
  const scaled = names.find(isScaled)
  return column === undefined || scaled === undefined
    ? ''
    : `; "${scaled.slice(0, 60)}" may hold it, in thousands or more: say so for this file in salescheck.json, with "columns": {"${column}": …} and "amountsIn": "thousands" or "millions"`
}

/** The headers whose cells alone keep a source from being this table. */
function lacking(best: Guess, source: SeenSource, headers: Headers, wide: WideColumns | null): NotTaken[] {
  const { table, columns, objection } = best
  const used = new Set([...columns.map(({ index }) => index), ...wideIndexes(wide)])
  const filled = new Set(columns.map(({ column }) => column))
  const { recognisedBy } = tables[table]
  const missing = recognisedBy.filter((group) => !group.some((column) => filled.has(column)))
  const refused = notTaken(table, source, headers, used, filled)
  const mended = missing.every((group) => refused.some(({ column }) => group.includes(column)))
  return mended && objection === null ? refused.filter(({ column }) => missing.flat().includes(column)) : []
}

const nothing = (source: SeenSource, recognised: string, candidates: readonly Candidate[]): Mapping => ({
  table: null,
  preset: null,
  recognised,
  columns: [],
  constants: new Map(),
  status: null,
  wide: null,
  setAside: [],
  unmapped: source.header.names,
  notTaken: [],
  candidates,
})

interface MapInput {
  readonly source: SeenSource
  readonly headers: Headers
  readonly table: TableName
  readonly preset: Preset | null
  readonly override: MappingOverride | undefined
  readonly wide: WideColumns | null
  readonly recognised: string
  readonly candidates: readonly Candidate[]
}

function mapped({
  source,
  headers,
  table,
  preset,
  override,
  wide,
  recognised,
  candidates,
}: MapInput): Mapping {
  const { names, forms } = headers
  const told = toldColumns(source.name, table, override, names, forms)
  checkValues(source.name, table, override)
  const own = preset === null ? [] : presetSetAside(preset, forms)
  const setAside = [
    ...own,
    ...warehouseRows(names).filter(({ index }) => !own.some((rule) => rule.index === index)),
  ]
  const wideHere =
    table === 'targets' && !told.columns.some(({ column }) => column === 'target_amount') ? wide : null
  const closed = new Set([
    ...(preset === null ? [] : knownIndexes(preset, positions(forms))),
    ...wideIndexes(wideHere),
    ...setAside.map(({ index }) => index),
  ])
  const columns = columnsOf(table, headers, preset, told.columns, told.left, closed)
  const words = choiceWords(table, 'status', preset?.values?.['status'], override?.values?.['status'])
  const status = table === 'deals' ? statusRule({ headers, columns, preset, words }) : null
  const given = constantsOf(table, headers, columns, preset, override)
  const implied = table === 'deals' && status === null ? impliedStatus(source.name, columns) : null
  if (implied !== null) given.set('status', implied)
  const facts = table === 'targets' ? targetFacts(source.name, headers, columns, wideHere, given) : null
  const final = facts?.wide ?? wideHere
  const used = new Set([
    ...columns.map(({ index }) => index),
    status?.wonIndex,
    status?.lostIndex,
    status?.closedIndex,
    status?.wordsIndex,
    final?.yearIndex,
    ...(final?.columns.map(({ index }) => index) ?? []),
    ...setAside.map(({ index }) => index),
  ])
  const constants = facts?.constants ?? given
  return {
    table,
    preset: preset?.id ?? null,
    recognised,
    columns,
    constants,
    status,
    wide: final,
    setAside,
    unmapped: names.filter((_, index) => !used.has(index)),
    notTaken: notTaken(
      table,
      source,
      headers,
      new Set([...closed, ...used].filter((index) => typeof index === 'number')),
      new Set([...columns.map(({ column }) => column), ...told.left, ...constants.keys()]),
    ),
    candidates: candidates.filter((candidate) => candidate.table !== table),
  }
}

/** Told by the mapping file, then by the preset, then by synonyms, then by content; in the order of the file. */
function columnsOf(
  table: TableName,
  headers: Headers,
  preset: Preset | null,
  told: readonly MappedColumn[],
  left: ReadonlySet<string>,
  closed: ReadonlySet<number>,
): MappedColumn[] {
  const taken = new Set(told.map(({ index }) => index))
  const filled = new Set([...told.map(({ column }) => column), ...left])
  const own = preset === null ? [] : presetColumns(preset, headers.names, headers.forms)
  const first = [...told, ...own.filter(({ column, index }) => !filled.has(column) && !taken.has(index))]
  const leftOut: MappedColumn[] = [...left].map((column) => ({
    column,
    index: -1,
    header: '',
    why: '',
    format: null,
  }))
  const second = assign(table, headers, [...first, ...leftOut], closed)
  const both = [
    ...first,
    ...second.map(({ column, index, header, why, format }) => ({ column, index, header, why, format })),
  ]
  const third = [...both, ...askedColumns(table, headers, [...both, ...leftOut], closed)]
  return inFileOrder([...third, ...fillGaps(table, headers, [...third, ...leftOut], closed)])
}

/** In the order of the file; several headers of one column stay together, the best one first. */
function inFileOrder(columns: readonly MappedColumn[]): MappedColumn[] {
  const first = new Map<string, number>()
  for (const { column, index } of columns) if (!first.has(column)) first.set(column, index)
  const at = ({ column, index }: MappedColumn): number => first.get(column) ?? index
  return columns.toSorted((a, b) => at(a) - at(b))
}

function constantsOf(
  table: TableName,
  headers: Headers,
  columns: readonly MappedColumn[],
  preset: Preset | null,
  override: MappingOverride | undefined,
): Map<string, string> {
  const constants = new Map(Object.entries(preset?.constants ?? {}))
  const schema = tables[table].columns
  if (override?.currency !== undefined && schema['currency'] !== undefined)
    constants.set('currency', override.currency)
  if (schema['currency'] === undefined || constants.has('currency')) return constants
  if (columns.some(({ column }) => column === 'currency')) return constants
  const amount = columns.find(({ column }) => schema[column]?.type === 'money')
  const currency = amount === undefined ? null : (headers.forms[amount.index]?.currency ?? null)
  if (currency !== null) constants.set('currency', currency)
  return constants
}

/** Connectors that copy a CRM into a warehouse mark deleted rows and superseded versions. */
function warehouseRows(names: readonly string[]): SetAsideRule[] {
  return names.flatMap((name, index): SetAsideRule[] => {
    const key = fold(name)
    if (key === 'fivetran deleted') return [{ index, words: new Set(['true', '1']), class: 'soft-deleted' }]
    if (key === 'fivetran active') return [{ index, words: new Set(['false', '0']), class: 'superseded' }]
    return key === 'is deleted' || key === 'isdeleted'
      ? [{ index, words: new Set(['true', '1', 'yes', 'y']), class: 'soft-deleted' }]
      : []
  })
}
