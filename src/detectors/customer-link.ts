// How two tables find each other's customers: by id where both have one, else by name.
import { customerKeysOf, type CustomerKey } from '../rollups/customer-keys.ts'
import type { Present } from '../rollups/rollup.ts'
import type { TableName } from '../schema/index.ts'

/** The join key all of the tables fill; null where there is none. */
export const customerLink = (present: Present, ...tables: readonly TableName[]): CustomerKey | null =>
  customerKeysOf(present, ...tables)[0] ?? null
