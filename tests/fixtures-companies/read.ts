// Reads the committed files of a company with csv-parse into plain rows, for tests that count them.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'

export type Row = ReadonlyMap<string, string>
export type Read = (row: Row) => string

const root = fileURLToPath(new URL('../../fixtures/companies/', import.meta.url))
const path = (company: string, file: string): string => `${root}${company}/${file}`

/** All records of a file below its header line (`header`, counted from 1) that have as many cells as the header. */
export function rowsOf(company: string, file: string, delimiter = ',', header = 1): Row[] {
  const options = { delimiter, bom: true, relaxColumnCount: true, skipEmptyLines: false, fromLine: header }
  const records: string[][] = parse(readFileSync(path(company, file)), options)
  const [names = [], ...rest] = records
  return rest
    .filter((record) => record.length === names.length)
    .map((record) => new Map(names.map((name, index) => [name, record[index] ?? ''])))
}

export const cell =
  (name: string): Read =>
  (row) => {
    const text = row.get(name)
    if (text === undefined) throw new Error(`no column ${name}, only ${[...row.keys()].join(', ')}`)
    return text
  }

/** The first of every id. */
export function once(rows: readonly Row[], id: Read): Row[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const known = seen.has(id(row))
    seen.add(id(row))
    return !known
  })
}

/** `8/3/2026` as 2026-08-03; what is no such date stays empty. */
export const american = (text: string): string => {
  const match = /^(\d+)\/(\d+)\/(\d{4})/.exec(text)
  return match === null ? '' : `${match[3]}-${match[1]?.padStart(2, '0')}-${match[2]?.padStart(2, '0')}`
}

/** `03/08/2026` as 2026-08-03. */
export const european = (text: string): string => text.split('/').toReversed().join('-')

/** The date of `2026-08-03 14:05`; what does not start with one stays empty. */
export const isoDate = (text: string): string => /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? ''

/** `$1,234.50` in cents. */
export const cents = (text: string): number => Math.round(Number(text.replace(/[$,]/g, '')) * 100)

/** `1.234,50` in cents. */
export const commaCents = (text: string): number =>
  Math.round(Number(text.replaceAll('.', '').replace(',', '.')) * 100)

/** Days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  (Date.UTC(...parts(to)) - Date.UTC(...parts(from))) / 86_400_000

const parts = (date: string): [number, number, number] => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return [year, month - 1, day]
}

export const quarter = (date: string): string =>
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`

/** expected.json of a company, as far as tests look at it. */
export interface ExpectedFile {
  readonly asOf: string
  readonly period: string
  readonly files: Readonly<
    Record<string, { readonly table: string; readonly rows: number; readonly repeated?: number }>
  >
  readonly detectors: Readonly<Record<string, ExpectedAnswer>>
}
interface ExpectedAnswer {
  readonly outcome: string
  readonly findings: readonly unknown[]
  readonly facts: Readonly<Record<string, unknown>>
}

export const expectedOf = (company: string): ExpectedFile =>
  JSON.parse(readFileSync(path(company, 'expected.json'), 'utf8')) as ExpectedFile

/** The planted facts of one question. */
export function factsOf(expected: ExpectedFile, id: string): Readonly<Record<string, unknown>> {
  const answer = expected.detectors[id]
  if (answer === undefined) throw new Error(`expected.json has no ${id}`)
  return answer.facts
}
