// The stage deals were lost in, per reason.
import type { StageRow } from './rows.ts'
import { add, compareText } from './tally.ts'
import type { Vocabulary } from './words/vocabulary.ts'
import { isClosingStage } from './words/closing-stages.ts'

export interface StageCount {
  readonly stage: string
  readonly deals: number
}

export interface ReasonStages {
  /** Deals naming the reason whose stage at loss is known. */
  readonly known: number
  /** Most frequent first. */
  readonly stages: readonly StageCount[]
}

/** The stage a deal was lost in: its own unless that is the closing stage, else the one before; null when neither says it. */
export const stageAtLoss = ({ stage, stageBefore }: Pick<StageRow, 'stage' | 'stageBefore'>): string | null =>
  [stage, stageBefore].find((name) => name !== null && !isClosingStage(name)) ?? null

/** Reasons without a known stage are absent. */
export function stagesOf(rows: readonly StageRow[], vocabulary: Vocabulary): Map<string, ReasonStages> {
  const counts = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const stage = stageAtLoss(row)
    if (stage === null) continue
    const reading = vocabulary.read(row.reason)
    if (reading.kind !== 'reasons') continue
    for (const label of reading.labels) {
      const stages = counts.get(label) ?? new Map<string, number>()
      counts.set(label, stages)
      add(stages, stage, row.deals)
    }
  }
  return new Map(
    [...counts].map(([label, stages]) => {
      const list = [...stages].map(([stage, deals]) => ({ stage, deals }))
      list.sort((a, b) => b.deals - a.deals || compareText(a.stage, b.stage))
      return [label, { known: list.reduce((sum, { deals }) => sum + deals, 0), stages: list }]
    }),
  )
}
