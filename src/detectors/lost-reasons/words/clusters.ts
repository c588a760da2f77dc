// Spellings and typing errors brought together by stats/reason-clusters, with one guard: another word is another reason.
import { clusterReasons, normaliseText } from '../../../stats/index.ts'
import { isAnotherWord, numbersIn } from './another-word.ts'

export interface Wording {
  readonly text: string
  readonly deals: number
}

export interface Cluster {
  readonly label: string
  /** Every wording in it, most frequent first. */
  readonly wordings: readonly Wording[]
  /** Fingerprint of a wording that joined by similarity -> that similarity. */
  readonly similar: ReadonlyMap<string, number>
}

export interface Clusters {
  readonly clusters: readonly Cluster[]
  /** Rare wordings that were compared by spelling only, and the rows that carry them. */
  readonly spellingOnly: { readonly wordings: number; readonly deals: number }
}

/** Texts that differ in one word from each other form long chains of rounds; what is left then keeps to its spelling. */
const mostRounds = 12

/** Wordings with the same numbers in them: others are never compared. */
function apart(wordings: readonly Wording[], keyOf: KeyOf): readonly (readonly Wording[])[] {
  const byNumbers = new Map<string, Wording[]>()
  for (const wording of wordings) {
    const key = numbersIn(keyOf(wording.text))
    const group = byNumbers.get(key)
    if (group === undefined) byNumbers.set(key, [wording])
    else group.push(wording)
  }
  return [...byNumbers.values()]
}

type KeyOf = (text: string) => string
type Found = ReturnType<typeof clusterReasons>['clusters'][number]

/** The cluster without the wordings that say another word, and those. */
function guarded(cluster: Found, keyOf: KeyOf): { kept: Cluster; others: readonly Wording[] } {
  const leader = normaliseText(cluster.label)
  const similar = new Map<string, number>()
  const foreign = new Set<string>()
  for (const { label, similarity } of cluster.merges) {
    const key = keyOf(label)
    if (isAnotherWord(leader, normaliseText(label))) foreign.add(key)
    else similar.set(key, similarity)
  }
  const wordings: Wording[] = []
  const others: Wording[] = []
  for (const { text, count } of cluster.spellings) {
    const isForeign = foreign.size > 0 && foreign.has(keyOf(text))
    const list = isForeign ? others : wordings
    list.push({ text, deals: count })
  }
  return { kept: { label: cluster.label, wordings, similar }, others }
}

export function clustersOf(wordings: readonly Wording[], keyOf: KeyOf): Clusters {
  const clusters: Cluster[] = []
  let rare = 0
  let rareDeals = 0
  for (const group of apart(wordings, keyOf)) {
    let pending = group
    const [first] = pending
    if (first !== undefined && pending.length === 1) {
      clusters.push({ label: first.text, wordings: pending, similar: new Map() })
      continue
    }
    for (let round = 1; pending.length > 0; round++) {
      const reasons = pending.map(({ text, deals }) => ({ text, count: deals }))
      const found = clusterReasons(reasons, round < mostRounds ? {} : { compared: 0 })
      if (round === 1 || round === mostRounds) {
        rare += found.fingerprintOnly.groups
        rareDeals += found.fingerprintOnly.count
      }
      const next: Wording[] = []
      for (const cluster of found.clusters) {
        const { kept, others } = guarded(cluster, keyOf)
        clusters.push(kept)
        for (const other of others) next.push(other)
      }
      pending = next
    }
  }
  return { clusters, spellingOnly: { wordings: rare, deals: rareDeals } }
}
