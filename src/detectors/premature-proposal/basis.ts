// What the exports can tell of a proposal's time: stages with their days, days on the deal, or what the deal record says.
import type { Present } from '../../rollups/rollup.ts'

export const qualificationFields = ['need', 'budget', 'decision_maker'] as const
export type QualificationField = (typeof qualificationFields)[number]

export interface Basis {
  /** Deals find their moves through stages. */
  readonly history: boolean
  /** The deal itself says when discovery and proposal were. */
  readonly days: boolean
  /** Columns of the deal that must be filled before a proposal. */
  readonly fields: readonly QualificationField[]
}

export const basisOf = (present: Present): Basis => ({
  history:
    present.has('deals', 'deal_id') &&
    ['deal_id', 'stage', 'entered_on'].every((column) => present.has('stage_history', column)),
  days: present.has('deals', 'discovery_on') && present.has('deals', 'proposal_on'),
  fields: qualificationFields.filter((field) => present.has('deals', field)),
})

/** `reason to change, budget or decision maker` */
export const fieldNames: Readonly<Record<QualificationField, string>> = {
  need: 'reason to change',
  budget: 'budget',
  decision_maker: 'decision maker',
}
