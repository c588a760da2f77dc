// What the mapping file (salescheck.json) or a flag says about a source. It beats everything we would have decided.
import { SalescheckError } from '../../errors.ts'
import { tables, type TableName } from '../../schema/index.ts'
import type { DateOrder, MappedColumn } from '../mapping.ts'
import { nearest } from './nearest.ts'
import { headerForms, type HeaderForms } from './header.ts'
import { positions } from './preset-match.ts'

export interface MappingOverride {
  readonly table?: TableName
  /** Header by canonical column; null leaves the column out. */
  readonly columns?: Readonly<Record<string, string | null>>
  readonly dateOrder?: DateOrder
  readonly decimal?: '.' | ','
  readonly amountsIn?: 'units' | 'thousands' | 'millions'
  readonly currency?: string
  /** Words by choice by column: `{ status: { won: ['Signed'] } }`. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** NPS codes are this much above the score. */
  readonly scoreOffset?: number
  /** List the file and read nothing of it. */
  readonly ignore?: boolean
}

export type Overrides = ReadonlyMap<string, MappingOverride>

const slashes = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '')

/** Whether an entry is for a source: its key is the name as given, the path from any folder down, or the file name. */
export function entryFits(key: string, name: string): boolean {
  const path = slashes(name)
  const wanted = slashes(key)
  return path === wanted || path.endsWith(`/${wanted}`)
}

/** The entry for a source. The longest key wins. */
export function overrideFor(name: string, overrides: Overrides | undefined): MappingOverride | undefined {
  let best: readonly [number, MappingOverride] | null = null
  for (const [key, override] of overrides ?? []) {
    const { length } = slashes(key)
    if (entryFits(key, name) && (best === null || length > best[0])) best = [length, override]
  }
  return best?.[1]
}

export interface Told {
  readonly columns: readonly MappedColumn[]
  /** Columns that must stay empty. */
  readonly left: ReadonlySet<string>
}

/** The columns an override names, checked against the schema and the headers of the file. */
export function toldColumns(
  file: string,
  table: TableName,
  override: MappingOverride | undefined,
  names: readonly string[],
  forms: readonly HeaderForms[],
): Told {
  const columns: MappedColumn[] = []
  const left = new Set<string>()
  for (const [column, header] of Object.entries(override?.columns ?? {})) {
    checkColumn(file, table, column)
    if (header === null) {
      left.add(column)
      continue
    }
    const index = headerIndex(file, header, names, forms)
    columns.push({ column, index, header: names[index] ?? '', why: 'salescheck.json', format: null })
  }
  return { columns, left }
}

function checkColumn(file: string, table: TableName, column: string): void {
  const known = Object.keys(tables[table].columns)
  if (known.includes(column)) return
  const close = nearest(column, known)
  throw new SalescheckError('config', `salescheck.json: the table ${table} has no column "${column}"`, {
    place: { file },
    hint: close === null ? `its columns: ${known.join(', ')}` : `did you mean "${close}"?`,
  })
}

/** Words are told for choice columns of the table, and for the choices it has: others would enter the data as if they were known. */
export function checkValues(file: string, table: TableName, override: MappingOverride | undefined): void {
  for (const [column, words] of Object.entries(override?.values ?? {})) {
    checkColumn(file, table, column)
    const choices = tables[table].columns[column]?.choices
    if (choices === undefined) throw noChoices(file, table, column)
    for (const choice of Object.keys(words)) {
      if (choices.includes(choice)) continue
      const close = nearest(choice, choices)
      const guess = close === null ? '' : `did you mean "${close}"? `
      throw new SalescheckError(
        'config',
        `salescheck.json: values of ${column}: "${choice}" is no choice of this column`,
        { place: { file }, hint: `${guess}its choices: ${choices.join(', ')}` },
      )
    }
  }
}

function noChoices(file: string, table: TableName, column: string): SalescheckError {
  const { columns } = tables[table]
  const having = Object.keys(columns).filter((name) => columns[name]?.choices !== undefined)
  return new SalescheckError(
    'config',
    `salescheck.json: values of ${column}: this column has no choices, its cells are read as ${columns[column]?.type ?? 'text'}`,
    {
      place: { file },
      hint:
        having.length === 0
          ? `no column of ${table} has choices: leave "values" out`
          : `columns of ${table} with choices: ${having.join(', ')}`,
    },
  )
}

function headerIndex(
  file: string,
  header: string,
  names: readonly string[],
  forms: readonly HeaderForms[],
): number {
  const exact = names.indexOf(header)
  if (exact >= 0) return exact
  const alike = headerForms(header)
    .keys.map((key) => positions(forms).get(key))
    .find((index) => index !== undefined)
  if (alike !== undefined) return alike
  const close = nearest(header, names)
  throw new SalescheckError('mapping', `salescheck.json: ${file} has no column headed "${header}"`, {
    place: { file },
    hint: close === null ? `its headers: ${names.slice(0, 30).join(', ')}` : `did you mean "${close}"?`,
  })
}
