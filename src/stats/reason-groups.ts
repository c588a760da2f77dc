/**
 * Spellings of the same words brought together: the first step of reason-clusters.ts.
 *
 * Use it on distinct raw texts with their counts. Not for typing errors, which keep groups of their own here.
 *
 * Rule: texts meet under their fingerprint (case, accents, punctuation, spacing, word order, repetition
 * ignored). The label is the most frequent trimmed raw text, ties going to the smallest by code unit. An
 * alias counts as if its target had been typed. Groups come by count descending, then key ascending.
 *
 * Example: 'Price' 3, 'price!' 2, 'Too expensive' 1 give groups 'price' (5, label 'Price') and 'expensive
 * too' (1).
 */
import { compareText } from './compare-text.ts'
import { normaliseText } from './normalise-text.ts'
import { requireCount } from './misuse.ts'
import { textFingerprint } from './text-fingerprint.ts'
import { isUnspecifiedReason } from './unspecified-reason.ts'

export interface RawReason {
  /** as typed; null where the field was empty */
  readonly text: string | null
  readonly count: number
}

export interface ReasonGroup {
  /** the fingerprint */
  readonly key: string
  readonly label: string
  readonly count: number
  /** the label, folded, its words in order: what distances are taken of */
  readonly normalised: string
  /** every distinct trimmed raw text, most frequent first */
  readonly spellings: readonly { readonly text: string; readonly count: number }[]
}

export interface ReasonGroups {
  readonly groups: readonly ReasonGroup[]
  /** blank, 'n/a', 'other' and the like */
  readonly unspecified: number
}

/** `aliases` maps what people type to the label meant; both sides are compared by fingerprint. */
export function groupReasons(
  reasons: Iterable<RawReason>,
  aliases: ReadonlyMap<string, string> = new Map(),
): ReasonGroups {
  const targets = new Map([...aliases].map(([typed, meant]) => [textFingerprint(typed), meant]))
  const pinned = new Map([...aliases.values()].map((meant) => [textFingerprint(meant), meant.trim()]))
  const found = new Map<string, Map<string, number>>()
  let unspecified = 0
  for (const { text, count } of reasons) {
    requireCount(count, 'a count')
    if (count === 0) continue
    const typedKey = text === null ? '' : textFingerprint(text)
    const meant = targets.get(typedKey) ?? text
    if (meant === null || isUnspecifiedReason(meant)) {
      unspecified += count
      continue
    }
    const key = meant === text ? typedKey : textFingerprint(meant)
    const spellings = found.get(key) ?? new Map<string, number>()
    const trimmed = (text ?? '').trim()
    spellings.set(trimmed, (spellings.get(trimmed) ?? 0) + count)
    found.set(key, spellings)
  }
  const groups = [...found].map(([key, counts]) => groupOf(key, counts, pinned.get(key)))
  groups.sort((a, b) => b.count - a.count || compareText(a.key, b.key))
  return { groups, unspecified }
}

function groupOf(key: string, counts: ReadonlyMap<string, number>, pinned: string | undefined): ReasonGroup {
  const spellings = [...counts].map(([text, count]) => ({ text, count }))
  spellings.sort((a, b) => b.count - a.count || compareText(a.text, b.text))
  const label = pinned ?? spellings[0]?.text ?? ''
  const count = spellings.reduce((sum, spelling) => sum + spelling.count, 0)
  return { key, label, count, normalised: normaliseText(label), spellings }
}
