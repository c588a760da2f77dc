// Do the reasons customers gave agree with those on file? Both are brought to one wording first.
import type { Table } from '../../report/index.ts'
import { clusterReasons, splitMultiSelect, wilsonInterval } from '../../stats/index.ts'
import type { ShareCount } from '../share-limit.ts'
import type { ReasonPair } from './rows.ts'

interface Compared {
  readonly reason: string
  readonly asked: number
  readonly agreed: number
  /** What customers said instead, most often. */
  readonly instead: string | null
}

export interface Agreement extends ShareCount {
  readonly reasons: readonly Compared[]
}

/** A reason on file may hold several: agreeing with one of them is agreeing. */
export function agreementOf(
  pairs: readonly ReasonPair[],
  aliases: ReadonlyMap<string, readonly string[]>,
): Agreement {
  const split = pairs.map((pair) => ({ ...pair, parts: splitMultiSelect(pair.onFile) }))
  const texts = split.flatMap(({ parts, told, debriefs }) =>
    [...parts, told].map((text) => ({ text, count: debriefs })),
  )
  const meant = new Map([...aliases].flatMap(([reason, typed]) => typed.map((one) => [one, reason] as const)))
  const { labelOf } = clusterReasons(texts, { aliases: meant })
  const byReason = new Map<string, { asked: number; agreed: number; instead: Map<string, number> }>()
  for (const { parts, told, debriefs } of split) {
    const labels = parts.flatMap((part) => labelOf.get(part.trim()) ?? [])
    const said = labelOf.get(told.trim())
    const [first] = labels
    if (first === undefined || said === undefined) continue
    const agrees = labels.includes(said)
    const reason = agrees ? said : first
    const entry = byReason.get(reason) ?? { asked: 0, agreed: 0, instead: new Map<string, number>() }
    entry.asked += debriefs
    if (agrees) entry.agreed += debriefs
    else entry.instead.set(said, (entry.instead.get(said) ?? 0) + debriefs)
    byReason.set(reason, entry)
  }
  const reasons = [...byReason]
    .map(([reason, { asked, agreed, instead }]) => ({ reason, asked, agreed, instead: mostOften(instead) }))
    .toSorted((a, b) => b.asked - a.asked || (a.reason < b.reason ? -1 : 1))
  return {
    x: reasons.reduce((sum, one) => sum + one.agreed, 0),
    n: reasons.reduce((sum, one) => sum + one.asked, 0),
    reasons,
  }
}

const mostOften = (counts: ReadonlyMap<string, number>): string | null =>
  [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null

/** null where no debrief and no file gives a reason for the same loss. */
export function agreementTable({ reasons }: Agreement): Table | null {
  if (reasons.length === 0) return null
  return {
    id: 'agreement',
    title: 'Do customers confirm the reason on file?',
    note: 'Debriefs whose reason is the one on file / debriefs where both are given, with 95 % interval. Spellings are brought together; synonyms only by the aliases in salescheck.json.',
    columns: [
      { id: 'reason', label: 'Reason on file', type: 'text' },
      { id: 'asked', label: 'Debriefs', type: 'count' },
      { id: 'agreed', label: 'Confirmed', type: 'count' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
      { id: 'lower', label: 'from', type: 'share', priority: 3 },
      { id: 'upper', label: 'to', type: 'share', priority: 3 },
      { id: 'instead', label: 'Said instead', type: 'text', priority: 1 },
    ],
    rows: reasons.map(({ reason, asked, agreed, instead }) => {
      const { share, lower, upper } = wilsonInterval(agreed, asked)
      return [reason, asked, agreed, share, lower, upper, instead]
    }),
  }
}
