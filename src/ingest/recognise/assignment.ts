// Headers to the columns of one table: every header to at most one column, every column to its best header.
import { tables, type TableName } from '../../schema/index.ts'
import type { MappedColumn } from '../mapping.ts'
import { choiceWords, type ChoiceWords } from '../values/index.ts'
import { fits, type Profile, type Understood } from './content.ts'
import type { HeaderForms } from './header.ts'
import { vocabulary, type Meaning } from './vocabulary.ts'

export interface Assigned extends MappedColumn {
  /** How sure: 0..1. */
  readonly strength: number
  readonly level?: 'owner' | 'team' | 'product'
}

export interface Headers {
  /** The file has no data rows: nothing can speak against a header. */
  readonly isEmpty: boolean
  readonly names: readonly string[]
  readonly forms: readonly HeaderForms[]
  readonly profile: (index: number) => Profile
  /** What the words of a column mean as a choice: the share that is understood, and the choices met. */
  readonly understood: (index: number, words: ChoiceWords) => Understood
  /** Whether a column holds names rather than ids. */
  readonly holdsNames: (index: number) => boolean
}

/** Headers of deals that may stand over their ids or their names: the cells decide, for rows whose id came before do not count. */
const nameOrId: ReadonlySet<string> = new Set(['deal', 'opportunity'])

interface Pair {
  readonly index: number
  readonly meaning: Meaning
  readonly strength: number
}

/** A later form of a header (without prefix, unit or path) is a weaker match than its whole. */
const formPenalty = 0.08

export function pairsOf(table: TableName, headers: Headers, free: (index: number) => boolean): Pair[] {
  const words = vocabulary(table)
  const pairs: Pair[] = []
  headers.forms.forEach(({ keys }, index) => {
    if (!free(index)) return
    keys.forEach((key, form) => {
      for (const meaning of words.get(key) ?? [])
        pairs.push({ index, meaning, strength: meaning.strength - (form === 0 ? 0 : formPenalty) })
    })
  })
  return pairs
}

export const typeOf = (table: TableName, column: string) =>
  table === 'surveys' && column === 'score' ? 'score' : (tables[table].columns[column]?.type ?? 'text')

/**
 * Synonym matches of one table. `taken` holds what is mapped already (a preset, the mapping file); `closed` the headers that must not be
 * used. A header whose cells cannot be of the column's type is not taken for it.
 */
export function assign(
  table: TableName,
  headers: Headers,
  taken: readonly MappedColumn[] = [],
  closed: ReadonlySet<number> = new Set(),
): Assigned[] {
  const used = new Set(taken.map(({ index }) => index))
  const filled = new Set(taken.map(({ column }) => column))
  const pairs = pairsOf(table, headers, (index) => !used.has(index) && !closed.has(index)).toSorted(
    (a, b) => b.strength - a.strength || a.index - b.index,
  )
  const assigned: Assigned[] = []
  for (const { index, meaning, strength } of pairs) {
    const { column, word, level } = meaning
    if (used.has(index) || filled.has(column)) continue
    if (!fits(typeOf(table, column), headers.profile(index))) continue
    if (isStranger(table, column, index, strength, headers)) continue
    if (table === 'deals' && nameOrId.has(word) && headers.holdsNames(index) !== (column === 'deal_name'))
      continue
    used.add(index)
    filled.add(column)
    const header = headers.names[index] ?? ''
    const why = `synonym "${word}"`
    assigned.push({
      column,
      index,
      header,
      why,
      format: null,
      strength,
      ...(level === undefined ? {} : { level }),
    })
  }
  return assigned
}

/** Words of a choice must be understood before a header alone is believed: `State` may be Washington. */
function isStranger(
  table: TableName,
  column: string,
  index: number,
  strength: number,
  headers: Headers,
): boolean {
  if (tables[table].columns[column]?.type !== 'choice' || headers.isEmpty) return false
  const { share, choices } = headers.understood(index, choiceWords(table, column))
  return choices.size > 0 ? share < 0.2 : strength <= 0.97
}
