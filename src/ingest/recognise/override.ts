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

/** The entry for a source: its name as given, its path from any folder down, or its file name. The longest key wins. */
export function overrideFor(name: string, overrides: Overrides | undefined): MappingOverride | undefined {
  const path = slashes(name)
  let best: readonly [number, MappingOverride] | null = null
  for (const [key, override] of overrides ?? []) {
    const wanted = slashes(key)
    const fits = path === wanted || path.endsWith(`/${wanted}`)
    if (fits && (best === null || wanted.length > best[0])) best = [wanted.length, override]
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
