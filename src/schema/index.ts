// The canonical schema: every table detectors may read, as data.
import { deals } from './tables/deals.ts'
import { activities, interviews, stageHistory } from './tables/events.ts'
import { invoices } from './tables/invoices.ts'
import { leads } from './tables/leads.ts'
import { customers, owners } from './tables/people.ts'
import { surveys } from './tables/surveys.ts'
import { targets } from './tables/targets.ts'
import type { Table, TableName } from './table.ts'

export const tables: Readonly<Record<TableName, Table>> = {
  deals,
  leads,
  surveys,
  targets,
  invoices,
  owners,
  customers,
  interviews,
  activities,
  stage_history: stageHistory,
}

export { tableNames, keyColumns, keyOf } from './table.ts'
export type { Column, ColumnType, Table, TableName } from './table.ts'
export * from './calendar.ts'
export * from './period.ts'
