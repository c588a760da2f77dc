// The roster: owners that other tables name by id or e-mail get the name the roster has, and rows without a team get their owner's.
import type { LoadingEngine } from '../../engine/engine.ts'
import { tables } from '../../schema/index.ts'
import { raw, sql } from '../../sql/index.ts'
import { listOf } from './list.ts'
import { storeAsText } from './lists.ts'
import type { LoadedSource } from './loaded.ts'

interface Person {
  readonly name: string | null
  readonly team: string | null
}

/** Gives back the sources with `team` among their columns where the roster filled it. */
export async function applyRoster(
  engine: LoadingEngine,
  sources: readonly LoadedSource[],
  signal?: AbortSignal,
): Promise<LoadedSource[]> {
  const people = await roster(engine, sources, signal)
  if (people.size === 0) return [...sources]
  const result: LoadedSource[] = []
  for (const source of sources)
    result.push(source.table === 'owners' ? source : await resolve(engine, source, people, signal))
  return result
}

/** Everything a person is called by, folded, to the person; the first of the roster wins. */
async function roster(
  engine: LoadingEngine,
  sources: readonly LoadedSource[],
  signal?: AbortSignal,
): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  const { dialect } = engine
  for (const { table, physical, stored } of sources) {
    if (table !== 'owners') continue
    const text = (name: string) => (stored.includes(name) ? dialect.identifier(name) : dialect.nullOf('text'))
    const folded = (name: string) => dialect.foldText(text(name))
    const rows = await engine.all(
      sql`SELECT ${text('owner')}, ${text('team')}, ${folded('owner')}, ${folded('owner_id')}, ${folded('email')} FROM ${dialect.identifier(physical)} ORDER BY rowid`,
      { name: 'text?', team: 'text?', byName: 'text?', byId: 'text?', byMail: 'text?' },
      signal,
    )
    for (const { name, team, byName, byId, byMail } of rows) {
      for (const key of [byName, byId, byMail])
        if (key !== null && !people.has(key)) people.set(key, { name, team })
    }
  }
  return people
}

async function resolve(
  engine: LoadingEngine,
  source: LoadedSource,
  people: ReadonlyMap<string, Person>,
  signal?: AbortSignal,
): Promise<LoadedSource> {
  const { dialect } = engine
  const column = source.table === 'targets' ? 'entity' : 'owner'
  if (!source.stored.includes(column)) return source
  const table = dialect.identifier(source.physical)
  const id = dialect.identifier(column)
  const only =
    source.table === 'targets' ? sql`level = 'owner' AND ${id} IS NOT NULL` : sql`${id} IS NOT NULL`
  const named = await engine.all(
    sql`SELECT text, ${dialect.foldText(raw('text'))} FROM (SELECT CAST(${id} AS VARCHAR) AS text FROM ${table} WHERE ${only} GROUP BY 1) ORDER BY 1`,
    { text: 'text', key: 'text' },
    signal,
  )
  const known = named.flatMap(({ text, key }) => {
    const person = people.get(key)
    return person === undefined ? [] : [[text, person.name ?? text, person.team] as const]
  })
  if (known.length === 0) return source
  const names = ['text', 'name', 'team'].map((name) => ({ name, type: 'text' as const }))
  const list = await listOf(engine, `${source.physical} roster`, names, known, signal)
  const from = sql`FROM ${list.from} WHERE ${table}.${id} = m.text AND ${only}`
  // Activities and stage moves have an owner and no team of their own.
  const teams =
    tables[source.table].columns['team'] !== undefined && known.some(([, , team]) => team !== null)
  const lists = new Set(source.lists)
  for (const name of [column, ...(teams ? ['team'] : [])])
    if (lists.delete(name)) await storeAsText(engine, source.physical, name, null, signal)
  if (teams) {
    if (!source.stored.includes('team')) await engine.run(sql`ALTER TABLE ${table} ADD COLUMN team VARCHAR`)
    await engine.run(
      sql`UPDATE ${table} SET team = m.team ${from} AND ${table}.team IS NULL AND m.team IS NOT NULL`,
      signal,
    )
  }
  if (known.some(([text, name]) => text !== name))
    await engine.run(sql`UPDATE ${table} SET ${id} = m.name ${from} AND m.name <> m.text`, signal)
  await list.drop()
  const stored = teams && !source.stored.includes('team') ? [...source.stored, 'team'] : source.stored
  // The roster's names may be written otherwise than the texts that were looked at.
  return { ...source, stored, lists, plain: new Set() }
}
