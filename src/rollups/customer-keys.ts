// The keys by which rows find their customer.
import type { TableName } from '../schema/index.ts'
import type { Present } from './rollup.ts'

export type CustomerKey = 'customer_id_key' | 'customer_key'

/** Those that all of the tables have, the surer one first. */
export const customerKeysOf = (present: Present, ...tables: readonly TableName[]): CustomerKey[] =>
  (['customer_id', 'customer'] as const)
    .filter((column) => tables.every((table) => present.has(table, column)))
    .map((column) => `${column}_key` as const)
