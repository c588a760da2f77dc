// Where a wording belongs: to a label of the alias map that it nearly is, else to its cluster.
import { normaliseText } from '../../../stats/index.ts'
import { clustersOf, type Clusters, type Wording } from './clusters.ts'
import { numbersIn, typingError } from './likeness.ts'
import type { WordLists } from './lists.ts'

/** How a wording came to its reason: by the alias map, by similarity, or because it is only spelt differently. */
export type Why =
  | { readonly how: 'alias' | 'spelling' }
  | { readonly how: 'similar'; readonly similarity: number }

export interface Placed {
  readonly label: string
  readonly why: Why
}

/** The first label of the alias map that a wording is a typing error of. */
function nearLabel(text: string, { labels, keyOf }: WordLists): Placed | null {
  if (labels.length === 0) return null
  const typed = normaliseText(text)
  const numbers = numbersIn(keyOf(text))
  for (const label of labels) {
    const similarity = numbers === numbersIn(keyOf(label)) ? typingError(normaliseText(label), typed) : null
    if (similarity !== null) return { label, why: { how: 'similar', similarity } }
  }
  return null
}

/** Where each free wording belongs. */
export function place(
  free: readonly Wording[],
  lists: WordLists,
  placed: Map<string, Placed>,
): Clusters['spellingOnly'] {
  const rest: Wording[] = []
  for (const wording of free) {
    const near = nearLabel(wording.text, lists)
    if (near === null) rest.push(wording)
    else placed.set(wording.text, near)
  }
  const found = clustersOf(rest, lists.keyOf)
  for (const { label, wordings, similar } of found.clusters) {
    for (const { text } of wordings) {
      const similarity = similar.get(lists.keyOf(text))
      const why: Why = similarity === undefined ? { how: 'spelling' } : { how: 'similar', similarity }
      placed.set(text, { label, why })
    }
  }
  return found.spellingOnly
}
