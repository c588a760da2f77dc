// Targets (quotas). Wide files with a column per period are unpivoted at load.
import { currency } from '../shared-columns.ts'
import type { Table } from '../table.ts'

export const targets: Table = {
  name: 'targets',
  description: 'one target of one owner, team, product or the company in one period',
  identity: null,
  recognisedBy: [['target_amount']],
  columns: {
    level: {
      type: 'choice',
      choices: ['owner', 'team', 'product', 'company'],
      description: 'Whose target it is. Without such a column: the kind of the column that names the entity.',
      synonyms: ['level', 'target level', 'scope', 'quota level', 'target type'],
    },
    entity: {
      type: 'text',
      key: true,
      description: 'The owner, team, product or company the target is for.',
      synonyms: ['entity', 'target for', 'name'],
    },
    period: {
      type: 'text',
      description:
        'The period as written (`2026-Q3`, `2026-09`, `Sep 2026`); start_on, end_on and grain are decided from it.',
      synonyms: [
        'period',
        'quarter',
        'month',
        'target period',
        'quota period',
        'fiscal period',
        'year month',
        'fiscal quarter',
        'target month',
        'timeframe',
      ],
    },
    grain: {
      type: 'choice',
      choices: ['month', 'quarter', 'year'],
      description: 'Length of the period.',
      synonyms: ['grain', 'period type', 'frequency', 'milestone', 'interval', 'period length'],
    },
    start_on: {
      type: 'date',
      planned: true,
      description: 'First day of the period.',
      synonyms: [
        'start date',
        'period start',
        'start on',
        'from',
        'start',
        'hs start datetime',
        'quota start',
        'month start',
      ],
    },
    end_on: {
      type: 'date',
      planned: true,
      description: 'Last day of the period.',
      synonyms: ['end date', 'period end', 'end on', 'to', 'end', 'hs end datetime', 'quota end'],
    },
    target_amount: {
      type: 'money',
      description: 'The target in its currency. Zero or less means no target.',
      synonyms: [
        'target amount',
        'target',
        'quota',
        'quota amount',
        'goal',
        'sales target',
        'sales quota',
        'goal amount',
        'plan',
        'budget',
        'sales amount quota',
      ],
    },
    currency,
  },
}
