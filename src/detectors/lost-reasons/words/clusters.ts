// Spellings and typing errors brought together by stats/reason-clusters, with one guard: another word is another reason.
import { clusterReasons, normaliseText } from '../../../stats/index.ts'
import { compared, isAnotherWord, numbersIn, typingError, type Compared } from './likeness.ts'

export interface Wording {
  readonly text: string
  readonly deals: number
}

export interface Cluster {
  readonly label: string
  /** Every wording in it. */
  readonly wordings: readonly Wording[]
  /** Fingerprint of a wording that joined by similarity -> that similarity. */
  readonly similar: ReadonlyMap<string, number>
}

export interface Clusters {
  readonly clusters: readonly Cluster[]
  /** Rare wordings that were compared by spelling only, and the rows that carry them. */
  readonly spellingOnly: { readonly wordings: number; readonly deals: number }
}

type KeyOf = (text: string) => string
type Found = ReturnType<typeof clusterReasons>['clusters'][number]

interface Open {
  readonly label: string
  /** The label, normalised: what others are compared with. */
  readonly leader: Compared
  readonly wordings: Wording[]
  readonly similar: Map<string, number>
}

/** Texts that differ in one word from each other form long chains of rounds; what is left then keeps to its spelling. */
const mostRounds = 12
/** Comparisons spent in all on finding other homes for wordings that were turned away. */
// Of comparing altogether, as clusterReasons counts it: about 0.3 s. Only thousands of unrelated sentences take more; their rarest then
// merge by spelling alone.
const mostWork = 80_000_000
const mostComparisons = 50_000

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

/** The cluster without the wordings that say another word, and those. */
function guarded(cluster: Found, keyOf: KeyOf): { kept: Open; others: readonly Wording[] } {
  const leader = compared(normaliseText(cluster.label))
  const similar = new Map<string, number>()
  const foreign = new Set<string>()
  for (const { label, similarity } of cluster.merges) {
    const key = keyOf(label)
    if (isAnotherWord(leader.text, normaliseText(label))) foreign.add(key)
    else similar.set(key, similarity)
  }
  const kept: Open = { label: cluster.label, leader, wordings: [], similar }
  const others: Wording[] = []
  for (const { text, count } of cluster.spellings) {
    const list = foreign.size > 0 && foreign.has(keyOf(text)) ? others : kept.wordings
    list.push({ text, deals: count })
  }
  return { kept, others }
}

/** Those that found no other home among the clusters: a typing error of one may be close to another by chance. */
function rehoused(
  others: readonly Wording[],
  homes: readonly Open[],
  keyOf: KeyOf,
  budget: { left: number },
): Wording[] {
  return others.filter((wording) => {
    const text = compared(normaliseText(wording.text))
    for (const home of homes) {
      if (budget.left === 0) return true
      budget.left -= 1
      const similarity = typingError(home.leader, text)
      if (similarity === null) continue
      home.wordings.push(wording)
      home.similar.set(keyOf(wording.text), similarity)
      return false
    }
    return true
  })
}

export function clustersOf(wordings: readonly Wording[], keyOf: KeyOf): Clusters {
  const clusters: Cluster[] = []
  const spellingOnly = { wordings: 0, deals: 0 }
  const budget = { left: mostComparisons }
  let work = mostWork
  for (const group of apart(wordings, keyOf)) {
    let pending = group
    const [first] = pending
    if (first !== undefined && pending.length === 1) {
      clusters.push({ label: first.text, wordings: pending, similar: new Map() })
      continue
    }
    for (let round = 1; pending.length > 0; round++) {
      const reasons = pending.map(({ text, deals }) => ({ text, count: deals }))
      const bySpelling = round === mostRounds || work <= 0
      const found = clusterReasons(reasons, bySpelling ? { compared: 0 } : { mostWork: work })
      work -= found.work
      if (round === 1 || bySpelling) {
        spellingOnly.wordings += found.fingerprintOnly.groups
        spellingOnly.deals += found.fingerprintOnly.count
      }
      const parted = found.clusters.map((cluster) => guarded(cluster, keyOf))
      const homes = parted.map(({ kept }) => kept)
      pending = rehoused(
        parted.flatMap(({ others }) => others),
        homes,
        keyOf,
        budget,
      )
      for (const home of homes) clusters.push(home)
    }
  }
  return { clusters, spellingOnly }
}
