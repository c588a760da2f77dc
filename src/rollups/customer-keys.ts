// The keys a table's customers can be found by.
import type { TableName } from '../schema/index.ts'
import type { Present } from './rollup.ts'

export type CustomerKey = 'customer_id_key' | 'customer_key'

/** Those that the rows of a table have, the surer one first. */
export const customerKeysOf = (present: Present, table: TableName): CustomerKey[] =>
  (['customer_id', 'customer'] as const)
    .filter((column) => present.has(table, column))
    .map((column) => `${column}_key` as const)
