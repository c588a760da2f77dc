// Pseudonyms for people and customers, put into the tables before any question is asked: no report can name who was not loaded.
import { createHash } from 'node:crypto'
import type { LoadingEngine } from '../engine/engine.ts'
import type { TableName } from '../schema/index.ts'
import { sql, type Sql } from '../sql/index.ts'
import { storeAsText, type LoadedSource } from './load/index.ts'

/** Pseudonym -> the name as an export wrote it. */
export type PseudonymMap = Map<string, string>

const kinds = {
  Person: ['owner', 'manager', 'held_by'],
  Contact: ['email', 'lead_name'],
  Customer: ['customer'],
  Account: ['customer_id'],
} as const
type Kind = keyof typeof kinds

interface Place {
  readonly kind: Kind
  readonly physical: string
  readonly column: string
  readonly listed: boolean
  /** Only rows of this kind hold a person. */
  readonly where: Sql
}

function placesOf({ table, physical, stored, lists }: LoadedSource): Place[] {
  const places: Place[] = []
  for (const [kind, columns] of Object.entries(kinds) as [Kind, readonly string[]][]) {
    for (const column of columns)
      if (stored.includes(column))
        places.push({ kind, physical, column, listed: lists.has(column), where: sql`TRUE` })
  }
  if (table === ('targets' satisfies TableName))
    places.push({ kind: 'Person', physical, column: 'entity', listed: false, where: sql`level = 'owner'` })
  return places
}

const digest = (kind: Kind, folded: string): string =>
  createHash('sha256').update(`${kind}\0${folded}`).digest('hex')

/**
 * With a map, names keep their number from run to run and new ones get the next; without one they are named by a digest: the same name
 * gives the same pseudonym, but whoever has a list of names could find out whose it is.
 */
function pseudonymise(
  kind: Kind,
  names: ReadonlyMap<string, string>,
  known: PseudonymMap | null,
  fold: (text: string) => string,
): Map<string, string> {
  const given = new Map<string, string>()
  const ordered = [...names].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  if (known === null) {
    for (const [folded] of ordered) given.set(folded, `${kind} ${digest(kind, folded).slice(0, 10)}`)
    return given
  }
  const byName = new Map<string, string>()
  let last = 0
  for (const [pseudonym, name] of known) {
    if (!pseudonym.startsWith(`${kind} `)) continue
    byName.set(fold(name), pseudonym)
    last = Math.max(last, Number(pseudonym.slice(kind.length + 1)) || 0)
  }
  for (const [folded, name] of ordered) {
    const pseudonym = byName.get(folded) ?? `${kind} ${(last += 1)}`
    known.set(pseudonym, name)
    given.set(folded, pseudonym)
  }
  return given
}

/** Fills `known`, when given, with every pseudonym used. */
export async function anonymize(
  engine: LoadingEngine,
  sources: readonly LoadedSource[],
  known: PseudonymMap | null,
  signal?: AbortSignal,
): Promise<void> {
  const { dialect } = engine
  const places = sources.flatMap(placesOf)
  for (const { physical, column } of places.filter(({ listed }) => listed))
    await storeAsText(engine, physical, column, null, signal)
  const folded = new Map<Kind, Map<string, string>>()
  const foldedOf = new Map<string, string>()
  for (const { kind, physical, column, where } of places) {
    const id = dialect.identifier(column)
    const names = folded.get(kind) ?? new Map<string, string>()
    folded.set(kind, names)
    const rows = await engine.all(
      sql`SELECT ${dialect.foldText(id)}, MIN(${id}) FROM ${dialect.identifier(physical)} WHERE ${id} IS NOT NULL AND ${where} GROUP BY 1`,
      { folded: 'text', name: 'text' },
      signal,
    )
    for (const row of rows) {
      if (!names.has(row.folded)) names.set(row.folded, row.name)
      foldedOf.set(row.name, row.folded)
    }
  }
  for (const [kind, names] of folded) {
    const given = pseudonymise(kind, names, known, (name) => foldedOf.get(name) ?? name.toLowerCase())
    const table = `pseudonyms_${kind.toLowerCase()}`
    await engine.append(
      table,
      [
        { name: 'folded', type: 'text' },
        { name: 'pseudonym', type: 'text' },
      ],
      [[...given]],
      signal,
    )
  }
  for (const { kind, physical, column, where } of places) {
    const id = dialect.identifier(column)
    const map = dialect.identifier(`pseudonyms_${kind.toLowerCase()}`)
    await engine.run(
      sql`UPDATE ${dialect.identifier(physical)} SET ${id} = names.pseudonym FROM ${map} AS names WHERE ${dialect.foldText(id)} = names.folded AND ${where}`,
      signal,
    )
  }
}
