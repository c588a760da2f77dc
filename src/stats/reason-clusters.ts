/**
 * Typed lost reasons brought together: spellings first, then typing errors.
 *
 * Use it on the distinct raw texts of single answers with their counts (split multi-select cells before). Not
 * for synonyms: 'price' and 'too expensive' are a matter for the alias map, never for a distance.
 *
 * Rule: groups of equal fingerprint (reason-groups.ts) are visited by count descending, key ascending; each
 * joins the first earlier leader whose normalised label has optimal-string-alignment similarity >= 0.80, both
 * of 5 to 80 characters, else it leads a cluster of its own. Members never attract further members, so there
 * is no chaining. Beyond 5,000 groups the rarest stand for themselves, as they do when texts are so alike yet
 * so different that comparing them would take seconds; `fingerprintOnly` says how many. Every merge is
 * listed.
 * Source: OpenRefine's key collision and nearest neighbour methods; leader clustering after Hartigan 1975.
 *
 * Example: 'Price' 1, 'price' 2, 'Price!' 1, 'pirce' 1 make one cluster 'price' of 5, one merge ('pirce',
 * 0.8).
 */
import { compareText } from './compare-text.ts'
import { NearTextIndex } from './near-text-index.ts'
import { groupReasons } from './reason-groups.ts'
import type { RawReason, ReasonGroup } from './reason-groups.ts'

export interface ReasonClusterOptions {
  readonly aliases?: ReadonlyMap<string, string>
  /** at least this similar to merge, 0 … 1 */
  readonly similarity?: number
  /** characters a text needs to be compared, and may have */
  readonly shortest?: number
  readonly longest?: number
  /** groups compared with each other; the rarer ones merge by spelling only */
  readonly compared?: number
  /** steps of comparing (see near-text-index.ts) after which the rarer groups merge by spelling only */
  readonly mostWork?: number
}

export interface ReasonMerge {
  readonly label: string
  readonly count: number
  readonly similarity: number
}

export interface ReasonCluster {
  readonly label: string
  readonly count: number
  /** every distinct trimmed raw text in the cluster with its count, most frequent first */
  readonly spellings: readonly { readonly text: string; readonly count: number }[]
  /** groups that joined by similarity, in the order they joined */
  readonly merges: readonly ReasonMerge[]
}

export interface ReasonClusters {
  readonly total: number
  readonly unspecified: number
  /** by count descending, then label by code unit */
  readonly clusters: readonly ReasonCluster[]
  /** the rare tail that was not compared: number of groups and of reasons in it; both 0 normally */
  readonly fingerprintOnly: { readonly groups: number; readonly count: number }
  /** trimmed raw text to the label of its cluster; unspecified texts are absent */
  readonly labelOf: ReadonlyMap<string, string>
  /** steps of comparing that were taken */
  readonly work: number
}

/**
 * In steps of near-text-index.ts. 5,000 unrelated sentences would take 170 million, about a second; from here on the rarest are left to the
 * fingerprint. Steps and not time, so that the same reasons give the same clusters on every machine.
 */
const MOST_WORK = 80_000_000

export function clusterReasons(
  reasons: Iterable<RawReason>,
  options: ReasonClusterOptions = {},
): ReasonClusters {
  const { similarity = 0.8, shortest = 5, longest = 80, compared = 5000, mostWork = MOST_WORK } = options
  const { groups, unspecified } = groupReasons(reasons, options.aliases)
  const index = new NearTextIndex({ similarity, shortest, longest })
  const led: { leader: ReasonGroup; members: { group: ReasonGroup; similarity: number }[] }[] = []
  const fingerprintOnly = { groups: 0, count: 0 }
  groups.forEach((group, visited) => {
    if (visited >= compared || index.work > mostWork) {
      fingerprintOnly.groups += 1
      fingerprintOnly.count += group.count
      led.push({ leader: group, members: [] })
      return
    }
    const near = index.find(group.normalised)
    const joined = near === null ? undefined : led[near.place]
    if (near !== null && joined) {
      joined.members.push({ group, similarity: near.similarity })
      return
    }
    index.add(group.normalised)
    led.push({ leader: group, members: [] })
  })
  const labelOf = new Map<string, string>()
  const clusters = led.map(({ leader, members }) => {
    const spellings = [leader, ...members.map(({ group }) => group)].flatMap((group) => group.spellings)
    for (const { text } of spellings) labelOf.set(text, leader.label)
    spellings.sort((a, b) => b.count - a.count || compareText(a.text, b.text))
    const merges = members.map(({ group, similarity: near }) => ({
      label: group.label,
      count: group.count,
      similarity: near,
    }))
    const count = spellings.reduce((sum, spelling) => sum + spelling.count, 0)
    return { label: leader.label, count, spellings, merges }
  })
  clusters.sort((a, b) => b.count - a.count || compareText(a.label, b.label))
  const total = unspecified + clusters.reduce((sum, cluster) => sum + cluster.count, 0)
  return { total, unspecified, clusters, fingerprintOnly, labelOf, work: index.work }
}
