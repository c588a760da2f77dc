// Where a wording belongs: to a label of the alias map that it nearly is, else to its cluster.
import { editSimilarity, normaliseText, osaDistance } from '../../../stats/index.ts'
import { isAnotherWord, numbersIn } from './another-word.ts'
import { clustersOf, type Clusters, type Wording } from './clusters.ts'
import type { WordLists } from './lists.ts'

/** How a wording came to its reason: by the alias map, by similarity, or because it is only spelt differently. */
export type Why =
  | { readonly how: 'alias' | 'spelling' }
  | { readonly how: 'similar'; readonly similarity: number }

export interface Placed {
  readonly label: string
  readonly why: Why
}

const shortest = 5
const longest = 80
const leastSimilar = 0.8

/** The first label of the alias map that a wording is a typing error of, and how similar it is. */
function nearLabel(text: string, { labels, keyOf }: WordLists): { label: string; similarity: number } | null {
  if (labels.length === 0) return null
  const typed = normaliseText(text)
  const length = Array.from(typed).length
  if (length < shortest || length > longest) return null
  for (const label of labels) {
    const meant = normaliseText(label)
    const other = Array.from(meant).length
    if (other < shortest || other > longest || Math.abs(length - other) > 0.2 * Math.max(length, other))
      continue
    const similarity = editSimilarity(osaDistance(typed, meant), length, other)
    const sameNumbers = numbersIn(keyOf(text)) === numbersIn(keyOf(label))
    if (similarity >= leastSimilar && sameNumbers && !isAnotherWord(meant, typed))
      return { label, similarity }
  }
  return null
}

/** Where each free wording belongs: to a label it nearly is, else to its cluster. */
export function place(free: readonly Wording[], lists: WordLists, placed: Map<string, Placed>): Clusters {
  const rest: Wording[] = []
  for (const wording of free) {
    const near = nearLabel(wording.text, lists)
    if (near === null) rest.push(wording)
    else placed.set(wording.text, { label: near.label, why: { how: 'similar', similarity: near.similarity } })
  }
  const found = clustersOf(rest, lists.keyOf)
  for (const { label, wordings, similar } of found.clusters) {
    for (const { text } of wordings) {
      const similarity = similar.get(lists.keyOf(text))
      const why: Why = similarity === undefined ? { how: 'spelling' } : { how: 'similar', similarity }
      placed.set(text, { label, why })
    }
  }
  return found
}
