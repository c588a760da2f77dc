// Where a wording belongs: to the reason of the alias map that it nearly says, else to its cluster.
import { normaliseText } from '../../../stats/index.ts'
import { clustersOf, type Clusters, type Wording } from './clusters.ts'
import { compared, numbersIn, typingError } from './likeness.ts'
import type { WordLists } from './lists.ts'

/** How a wording came to its reason: by the alias map, by similarity, or because it is only spelt differently. */
export type Why =
  | { readonly how: 'alias' | 'spelling' }
  | { readonly how: 'similar'; readonly similarity: number }

export interface Placed {
  readonly label: string
  readonly why: Why
}

/** As many wordings, most frequent first, are compared with the texts of the alias map. */
const mostCompared = 5000

/** A function to the first text of the alias map that a wording is a typing error of. */
function nearTaught({ taught, keyOf }: WordLists): (text: string) => Placed | null {
  const known = taught.map(({ text, label }) => ({
    label,
    typed: compared(normaliseText(text)),
    numbers: numbersIn(keyOf(text)),
  }))
  return (text) => {
    if (known.length === 0) return null
    const typed = compared(normaliseText(text))
    const numbers = numbersIn(keyOf(text))
    for (const one of known) {
      const similarity = numbers === one.numbers ? typingError(one.typed, typed) : null
      if (similarity !== null) return { label: one.label, why: { how: 'similar', similarity } }
    }
    return null
  }
}

/** Where each free wording, most frequent first, belongs. */
export function place(
  free: readonly Wording[],
  lists: WordLists,
  placed: Map<string, Placed>,
): Clusters['spellingOnly'] {
  const rest: Wording[] = []
  const nearest = nearTaught(lists)
  for (const [index, wording] of free.entries()) {
    const near = index < mostCompared ? nearest(wording.text) : null
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
