// Header words of every table, squeezed for comparison: which columns a header may be, and how good a word it is for each.
import { tableNames, tables, type TableName } from '../../schema/index.ts'
import { presets } from '../../presets/index.ts'
import { headerForms, headerKey } from './header.ts'
import { otherLanguages } from './other-languages.ts'

export interface Meaning {
  readonly column: string
  /** The word of the schema that was met. */
  readonly word: string
  /** 0..1: words are listed best first. */
  readonly strength: number
  /** For the entity of a target: the kind of column that names it. */
  readonly level?: 'owner' | 'team' | 'product'
}

type Vocabulary = ReadonlyMap<string, readonly Meaning[]>

const strengthAt = (position: number): number => 1 - Math.min(0.4, 0.012 * position)

function add(words: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const known = words.get(key)
  if (known === undefined) words.set(key, [meaning])
  else if (!known.some(({ column, level }) => column === meaning.column && level === meaning.level))
    known.push(meaning)
}

function vocabularyOf(name: TableName): Vocabulary {
  const words = new Map<string, Meaning[]>()
  for (const [column, { synonyms }] of Object.entries(tables[name].columns)) {
    const foreign = otherLanguages[name]?.[column]?.split('|') ?? []
    const all = [column.replaceAll('_', ' '), ...synonyms, ...foreign]
    all.forEach((word, position) =>
      add(words, headerKey(word), { column, word, strength: strengthAt(position) }),
    )
  }
  if (name === 'targets') addEntities(words)
  return words
}

/** A target names its entity by a column of the roster or of the products: `rep`, `team`, `product`. */
function addEntities(words: Map<string, Meaning[]>): void {
  for (const level of ['owner', 'team', 'product'] as const) {
    const synonyms =
      level === 'owner'
        ? [...(tables.owners.columns['owner']?.synonyms ?? []), 'employee id', 'employee key', 'user id']
        : []
    const own = tables.deals.columns[level]?.synonyms ?? []
    const foreign = otherLanguages.deals?.[level]?.split('|') ?? []
    const area = level === 'team' ? ['region', 'territory', 'area', 'country', 'branch', 'district'] : []
    const all = [...own, ...synonyms, ...area, ...foreign]
    // An owner beats a team, a team beats a product: the finest entity of the row is whose target it is.
    const worth = level === 'owner' ? 0.95 : level === 'product' ? 0.85 : 0.8
    all.forEach((word, position) => {
      if (word === 'name') return
      add(words, headerKey(word), { column: 'entity', word, level, strength: worth * strengthAt(position) })
    })
  }
}

const cache = new Map<TableName, Vocabulary>()

export function vocabulary(table: TableName): Vocabulary {
  const known = cache.get(table)
  if (known !== undefined) return known
  const made = vocabularyOf(table)
  cache.set(table, made)
  return made
}

let knownKeys: ReadonlySet<string> | null = null

function allKeys(): ReadonlySet<string> {
  if (knownKeys !== null) return knownKeys
  const keys = new Set<string>()
  for (const table of tableNames) for (const key of vocabulary(table).keys()) keys.add(key)
  for (const { recognise, columns, also, ignore, flags, setAside } of presets) {
    const headers = [
      ...recognise,
      ...Object.values(columns).flat(),
      ...Object.values(also ?? {}).flat(),
      ...(ignore ?? []),
      ...Object.values(flags ?? {}),
      ...(setAside ?? []).map(({ header }) => header),
    ]
    for (const header of headers) for (const wording of header.split('|')) keys.add(headerKey(wording))
  }
  // Headers of some exports, and cells of most: they tell no header row.
  for (const key of ['', 'won', 'lost', 'closed', 'closedwon', 'closedlost', 'open', 'done', 'paid'])
    keys.delete(key)
  knownKeys = keys
  return keys
}

/** Whether a cell reads like a header salescheck knows: for telling header rows and delimiters. */
export const isKnownHeader = (text: string): boolean =>
  headerForms(text).keys.some((key) => allKeys().has(key))
