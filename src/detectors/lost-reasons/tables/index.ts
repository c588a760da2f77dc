// The tables of one population, the ranking first.
import type { Table } from '../../../report/index.ts'
import type { Analysis } from '../analysis.ts'
import { changeTable } from './change.ts'
import { coverageTable } from './coverage.ts'
import { groupTables } from './groups.ts'
import { associationTable, liftTable } from './lift.ts'
import { rankingTable } from './ranking.ts'
import { stageTable } from './stages.ts'
import { valueTable } from './values.ts'
import { asideTable, mergeTable } from './wordings.ts'

export function tablesOf(analysis: Analysis, problemRise: number): Table[] {
  // The same customers once more by category: everything else is said by their reasons.
  if (analysis.population.kind === 'churn-category')
    return [rankingTable(analysis), asideTable(analysis)].filter((table) => table !== null)
  return [
    rankingTable(analysis),
    ...groupTables(analysis),
    valueTable(analysis),
    changeTable(analysis, problemRise),
    liftTable(analysis),
    associationTable(analysis),
    stageTable(analysis),
    coverageTable(analysis),
    mergeTable(analysis),
    asideTable(analysis),
  ].filter((table) => table !== null)
}
