// From the wordings in the data to reasons: which reasons a cell names, and how every wording came to its reason.
import type { Clusters, Wording } from './clusters.ts'
import { labeller } from './labels.ts'
import type { WordLists } from './lists.ts'
import { partsOf, standingAlone } from './parts.ts'
import { place, type Placed, type Why } from './placing.ts'

export interface Merge extends Wording {
  readonly label: string
  readonly why: Why
}

export type Reading =
  | { readonly kind: 'reasons'; readonly labels: readonly string[] }
  | { readonly kind: 'unspecified' | 'administrative' }

export interface Vocabulary {
  /** Every cell that was read, most frequent first. */
  readonly cells: readonly Wording[]
  /** What a cell says. */
  readonly read: (text: string) => Reading
  /** Label as shown -> the reason in full, as the alias map or the data name it. */
  readonly names: ReadonlyMap<string, string>
  /** Label -> its wordings, most frequent first. */
  readonly wordings: ReadonlyMap<string, readonly Wording[]>
  /** Wordings other than the label itself, in no order. */
  readonly merges: readonly Merge[]
  readonly administrative: readonly Wording[]
  readonly unspecified: readonly Wording[]
  readonly spellingOnly: Clusters['spellingOnly']
}

function count(texts: readonly Wording[], cells: ReadonlyMap<string, readonly string[]>): Wording[] {
  const counts = new Map<string, number>()
  for (const { text, deals } of texts)
    for (const part of new Set(cells.get(text))) counts.set(part, (counts.get(part) ?? 0) + deals)
  return [...counts].map(([text, deals]) => ({ text, deals }))
}

const byDeals = (a: Wording, b: Wording): number =>
  b.deals - a.deals || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)

export function vocabularyOf(texts: readonly Wording[], lists: WordLists): Vocabulary {
  const alone = standingAlone(
    texts.map(({ text }) => text),
    lists.keyOf,
  )
  const isKnown = (part: string): boolean =>
    lists.aliasOf(part) !== undefined ||
    lists.isUnspecified(part) ||
    lists.isAdministrative(part) ||
    alone.has(lists.keyOf(part))
  const cells = new Map(
    texts.map(({ text }) => [
      text,
      lists.aliasOf(text) === undefined ? partsOf(text, isKnown) : [text.trim()],
    ]),
  )
  const parts = count(texts, cells).sort(byDeals)
  const placed = new Map<string, Placed>()
  const administrative: Wording[] = []
  const unspecified: Wording[] = []
  const free: Wording[] = []
  for (const part of parts) {
    const label = lists.aliasOf(part.text)
    if (label !== undefined) {
      const isLabel = lists.keyOf(label) === lists.keyOf(part.text)
      placed.set(part.text, { label, why: { how: isLabel ? 'spelling' : 'alias' } })
    } else if (lists.isUnspecified(part.text)) unspecified.push(part)
    else if (lists.isAdministrative(part.text)) administrative.push(part)
    else free.push(part)
  }
  const spellingOnly = place(free, lists, placed)
  const { wordings, merges, shownOf } = shown(parts, placed)
  const names = new Map([...shownOf].map(([name, label]) => [label, name]))
  const isAdministrative = new Set(administrative.map(({ text }) => text))
  const readings = new Map<string, Reading>()
  const read = (text: string): Reading => {
    const known = readings.get(text) ?? readingOf(text)
    readings.set(text, known)
    return known
  }
  const readingOf = (text: string): Reading => {
    const labels = new Set<string>()
    let isAdministrativeOnly = false
    for (const part of cells.get(text) ?? []) {
      const label = placed.get(part)?.label
      if (label !== undefined) labels.add(shownOf.get(label) ?? label)
      else if (isAdministrative.has(part)) isAdministrativeOnly = true
    }
    if (labels.size > 0) return { kind: 'reasons', labels: [...labels] }
    return { kind: isAdministrativeOnly ? 'administrative' : 'unspecified' }
  }
  return {
    cells: [...texts].sort(byDeals),
    read,
    names,
    wordings,
    merges,
    administrative,
    unspecified,
    spellingOnly,
  }
}

/** Wordings and merges under the labels as they are shown. */
function shown(
  parts: readonly Wording[],
  placed: ReadonlyMap<string, Placed>,
): { wordings: Map<string, Wording[]>; merges: Merge[]; shownOf: Map<string, string> } {
  const show = labeller()
  const shownOf = new Map<string, string>()
  const wordings = new Map<string, Wording[]>()
  const merges: Merge[] = []
  for (const part of parts) {
    const found = placed.get(part.text)
    if (found === undefined) continue
    const label = shownOf.get(found.label) ?? show(found.label)
    shownOf.set(found.label, label)
    const list = wordings.get(label)
    if (list === undefined) wordings.set(label, [part])
    else list.push(part)
    if (part.text !== found.label) merges.push({ ...part, label, why: found.why })
  }
  return { wordings, merges, shownOf }
}
