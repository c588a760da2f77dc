// Columns without which a row tells nothing: a cell of them that cannot be read makes the row a reject.
import type { TableName } from '../../schema/index.ts'

const essential: Readonly<Record<TableName, readonly string[]>> = {
  deals: ['status', 'created_on', 'closed_on', 'expected_close_on', 'amount'],
  leads: ['created_on', 'converted_on', 'converted'],
  surveys: ['answered_on', 'score', 'satisfaction'],
  targets: ['target_amount', 'period', 'start_on', 'end_on', 'level', 'grain'],
  invoices: ['issued_on', 'amount', 'status', 'kind'],
  owners: [],
  customers: ['status', 'start_on', 'ended_on', 'start_value', 'end_value'],
  interviews: ['held_on'],
  activities: ['happened_on'],
  stage_history: ['entered_on'],
}

export const isEssential = (table: TableName, column: string): boolean => essential[table].includes(column)

/** The day a customer left, where the row says that it has: the end of a contract may lie ahead, so "data reach until" is not told by it. */
export const departed = { table: 'customers', column: 'ended_on', status: 'churned' } as const

/** Dates of what has happened, by which "data reach until" is told. Plans, due dates and ends of contracts are none of them. */
export const happened: Readonly<Record<TableName, readonly string[]>> = {
  deals: ['created_on', 'closed_on'],
  leads: ['created_on', 'converted_on'],
  surveys: ['answered_on'],
  targets: [],
  invoices: ['issued_on'],
  owners: [],
  customers: ['start_on', 'contacted_on', 'regained_on'],
  interviews: ['held_on'],
  activities: ['happened_on'],
  stage_history: ['entered_on'],
}
