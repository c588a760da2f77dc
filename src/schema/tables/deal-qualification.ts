// What a deal record says about how the deal was qualified, before and around the proposal.
import type { Column } from '../table.ts'

export const qualification: Readonly<
  Record<'discovery_on' | 'proposal_on' | 'need' | 'budget' | 'decision_maker', Column>
> = {
  discovery_on: {
    type: 'date',
    description: 'The day discovery was held or entered.',
    synonyms: [
      'discovery date',
      'discovery call date',
      'discovery on',
      'date entered discovery',
      'qualified on',
      'discovery completed',
    ],
  },
  proposal_on: {
    type: 'date',
    description: 'The day a proposal or quote was sent.',
    synonyms: [
      'proposal date',
      'proposal sent',
      'proposal on',
      'quote date',
      'quote sent',
      'date entered proposal',
      'demo date',
      'proposal sent date',
    ],
  },
  need: {
    type: 'text',
    description: 'The reason to change, as recorded before the proposal.',
    synonyms: [
      'need',
      'pain',
      'pain point',
      'reason to change',
      'compelling event',
      'identified need',
      'business problem',
    ],
  },
  budget: {
    type: 'text',
    description: 'The budget, as recorded before the proposal.',
    synonyms: ['budget', 'budget confirmed', 'customer budget', 'budget amount'],
  },
  decision_maker: {
    type: 'text',
    description: 'The decision maker, as recorded before the proposal.',
    synonyms: ['decision maker', 'economic buyer', 'decision maker identified', 'champion'],
  },
}
