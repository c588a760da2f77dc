// The stage deals were lost in, for the most frequent reasons.
import type { Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { mostRows } from '../limits.ts'
import { nounOf } from '../nouns.ts'
import { shortened } from '../words/labels.ts'

const longestStage = 60

/** null where no stage is known. */
export function stageTable({ stages, ranking, population }: Analysis): Table | null {
  const all = ranking.reasons.flatMap(({ label }) => {
    const found = stages.get(label)
    return (found?.stages ?? []).map(({ stage, deals }) => [
      label,
      shortened(stage, longestStage),
      deals,
      deals / (found?.known ?? deals),
    ])
  })
  if (all.length === 0) return null
  const noun = nounOf(population)
  return {
    id: `stages${noun.suffix}`,
    title: 'The stage deals were lost in',
    note: 'Share: of the deals naming the reason whose stage at loss is known.',
    columns: [
      { id: 'reason', label: 'Reason', type: 'text' },
      { id: 'stage', label: 'Stage', type: 'text' },
      { id: noun.id, label: noun.label, type: 'count' },
      { id: 'share', label: 'Share', type: 'share', bar: true },
    ],
    rows: all.slice(0, mostRows),
    ...(all.length > mostRows ? { totalRows: all.length } : {}),
  }
}
